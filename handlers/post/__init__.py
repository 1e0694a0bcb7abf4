"""What the member is reminded of, and when."""
