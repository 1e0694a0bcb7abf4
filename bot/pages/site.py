"""The site: every page under one roof."""

from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.pages.checkin import checkin_routes
from bot.pages.watch import Around, watch_routes
from bot.pages.webhook import webhook
from bot.updates.turns import Turns
from storage.engine.sessions import is_passing

if TYPE_CHECKING:
    from bot.app import App


def site(app: "App") -> Starlette:
    """Watch page, check-in page, health, metrics; the webhook where updates are pushed."""
    around = Around(
        turns=app.turns,
        links=app.links,
        rulebook=app.turns.house.rulebook,
        token=app.settings.telegram_bot_token,
        chat_url=app.chat_url,
        written=app.delivery.wake,
    )
    routes = [*watch_routes(around), *checkin_routes(around), _health(app.turns), Route("/metrics", _metrics)]
    if app.settings.by_webhook:
        routes.append(webhook(app.settings.webhook_secret, app.receiving.take))
    return Starlette(routes=routes)


def _health(turns: Turns) -> Route:
    async def health(_: Request) -> Response:
        try:
            await turns.read(lambda session: session.execute(text("SELECT 1")).scalar_one())
        except Exception as error:
            return JSONResponse({"record": type(error).__name__, "passing": is_passing(error)}, status_code=503)
        return JSONResponse({"record": "ok"})

    return Route("/health", health)


async def _metrics(_: Request) -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
