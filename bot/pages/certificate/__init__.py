"""The page on which a stranger checks a certificate: whether it holds, the name on it, and its file."""

from bot.pages.certificate.routes import certificate_routes

__all__ = ["certificate_routes"]
