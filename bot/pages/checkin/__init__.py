"""The page that an organiser shows in the room: the check-in code of now, and its QR code."""

from bot.pages.checkin.routes import checkin_routes

__all__ = ["checkin_routes"]
