"""The site: every page in one application."""

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.pages.around import Around
from bot.pages.checkin import checkin_routes
from bot.pages.watch import watch_routes
from bot.record import Record
from storage.engine.sessions import is_passing


def site(around: Around, pushed: Route | None = None) -> Starlette:
    """The watch page, the check-in page, health and metrics. If updates are `pushed`, the webhook too."""
    routes = [*watch_routes(around), *checkin_routes(around), _health(around.record), Route("/metrics", _metrics)]
    return Starlette(routes=[*routes, *([] if pushed is None else [pushed])])


def _health(record: Record) -> Route:
    async def health(_: Request) -> Response:
        try:
            await record.read(lambda session: session.execute(text("SELECT 1")).scalar_one())
        except Exception as error:
            return JSONResponse({"record": type(error).__name__, "passing": is_passing(error)}, status_code=503)
        return JSONResponse({"record": "ok"})

    return Route("/health", health)


async def _metrics(_: Request) -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
