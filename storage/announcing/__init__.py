"""Announcements of staff: who is in an audience, what was written, how it goes out, and how its letters ended."""
