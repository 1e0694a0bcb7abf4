"""Roles, the log of what staff did, and what staff look up. It may import the other subjects."""
