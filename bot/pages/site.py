"""The site: every page in one application."""

from starlette.applications import Starlette
from starlette.routing import Route

from bot.pages.around import Around
from bot.pages.checkin import checkin_routes
from bot.pages.guarding import guarding
from bot.pages.watch import watch_routes


def site(around: Around, health: list[Route], pushed: Route | None = None) -> Starlette:
    """Watch page, check-in page, health; and the webhook if updates are `pushed`."""
    routes = [*watch_routes(around), *checkin_routes(around), *health, *([] if pushed is None else [pushed])]
    return Starlette(routes=routes, middleware=guarding(https=around.links.mini_apps))
