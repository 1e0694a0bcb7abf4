"""Updates that Telegram pushes. 200 is answered when the update is done; anything else brings it again."""

import asyncio
import hmac

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update

from bot.intake import Bot

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name
MOST_BYTES = 1024 * 1024
LONGEST_S = 50.0


def webhook(application: Bot, secret: str) -> Route:
    """The route that takes updates; nobody without the secret is heard."""

    async def take(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return Response(status_code=403)
        update = _read(await request.body(), application)
        if update is None:
            return Response(status_code=400)
        # shielded: a server that hangs up does not undo a turn, and the same update coming again waits in its lane
        await asyncio.wait_for(asyncio.shield(application.process_update(update)), LONGEST_S)
        return Response(status_code=200)

    return Route("/telegram", take, methods=["POST"])


def _read(body: bytes, application: Bot) -> Update | None:
    if len(body) > MOST_BYTES:
        return None
    try:
        return Update.de_json(orjson.loads(body), application.bot)
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError):
        return None
