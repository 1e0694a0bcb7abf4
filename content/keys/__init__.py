"""Typed keys that are kept in rows: of letters, of what a chat waits to hear, of long work."""
