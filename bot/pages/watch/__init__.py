"""The watch page: its files beside this one, and the door through which it tells what was played."""

from bot.pages.watch.routes import Around, watch_routes

__all__ = ["Around", "watch_routes"]
