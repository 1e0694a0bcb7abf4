"""The watch page: its files beside this one, and the door through which it tells what was played."""

from bot.pages.watch.routes import watch_routes

__all__ = ["watch_routes"]
