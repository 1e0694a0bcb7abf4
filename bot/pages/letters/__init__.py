"""The page that hands out the file of a batch of activation letters, once."""

from bot.pages.letters.routes import letter_routes

__all__ = ["letter_routes"]
