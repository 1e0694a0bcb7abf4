"""Files that members and staff send."""
