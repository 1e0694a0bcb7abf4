"""Home, the first screen of a member: what the record says that it shows."""
