"""What staff can do. Every route asks for a role; for everybody without it these commands and buttons do not exist."""
