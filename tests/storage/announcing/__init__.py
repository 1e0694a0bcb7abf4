"""Announcements on record: who is in an audience, and how they go out."""
