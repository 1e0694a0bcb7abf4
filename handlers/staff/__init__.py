"""What staff can do. Every route asks for a role; to everybody else these commands and buttons do not exist."""
