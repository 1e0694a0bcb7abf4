"""Roles, the log of what staff did, and what staff look up. It looks at the other subjects."""
