"""The watch page: its files, and the addresses to which it reports what was played."""

from bot.pages.watch.routes import watch_routes

__all__ = ["watch_routes"]
