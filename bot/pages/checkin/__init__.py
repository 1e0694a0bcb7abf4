"""The page that an organiser shows in the room: the present check-in code, and its QR code."""

from bot.pages.checkin.routes import checkin_routes

__all__ = ["checkin_routes"]
