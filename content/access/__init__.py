"""Who comes in: user IDs, passwords, and how long to wait after wrong ones."""
