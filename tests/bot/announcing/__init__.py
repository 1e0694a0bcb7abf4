"""Announcements of staff, as staff and members live through them."""
