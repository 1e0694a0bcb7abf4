"""The site: every page in one application."""

from starlette.applications import Starlette
from starlette.routing import Route

from bot.pages.around import Around
from bot.pages.certificate import certificate_routes
from bot.pages.checkin import checkin_routes
from bot.pages.guarding import guarding
from bot.pages.letters import letter_routes
from bot.pages.watch import watch_routes


def site(around: Around, health: list[Route], pushed: Route | None = None, secret: str = "") -> Starlette:
    """Watch page, check-in page, check of certificates, file of letters, health; and the webhook, with its secret, if
    updates are `pushed`.
    """
    of_members = (*watch_routes(around), *certificate_routes(around))
    of_staff = (*checkin_routes(around), *letter_routes(around))
    routes = [*of_members, *of_staff, *health, *([] if pushed is None else [pushed])]
    whole = Starlette(routes=routes, middleware=guarding(https=around.links.mini_apps, secret=secret))
    # to an address with a slash more it would answer with the whole address, by http if a proxy before us takes https
    whole.router.redirect_slashes = False
    return whole
