"""Updates that Telegram pushes. 200 is answered when the update is done; after anything else Telegram repeats it."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Scope

from bot import nested

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name
MOST_BYTES = 1024 * 1024
LONGEST_S = 50.0
PUSHED = "/telegram"
"""Where Telegram pushes to: the chat itself, which never waits for the pages."""
_HEADER = SECRET_HEADER.lower().encode()


def is_pushed(scope: Scope, secret: str) -> bool:
    """Whether Telegram has sent this request, by its address and its secret."""
    given = next((value for name, value in scope["headers"] if name == _HEADER), b"")
    return scope["path"] == PUSHED and bool(secret) and hmac.compare_digest(given, secret.encode())


def webhook(secret: str, receive: Callable[[dict[str, Any]], Awaitable[None]]) -> Route:
    """The route that takes updates. A request without the secret is refused."""

    async def take(request: Request) -> Response:
        if not is_pushed(request.scope, secret):
            return Response(status_code=403)
        try:
            body = _read(await request.body())
        except ClientDisconnect:
            body = None
        if body is None:
            return Response(status_code=400)
        # Shielded, so that a server that hangs up does not undo a turn. If the same update comes again, it waits in its
        # lane.
        await asyncio.wait_for(asyncio.shield(receive(body)), LONGEST_S)
        return Response(status_code=200)

    return Route(PUSHED, take, methods=["POST"])


def _read(body: bytes) -> dict[str, Any] | None:
    """An update, of any shape; None if the body is not one."""
    try:
        found = nested.read(body) if len(body) <= MOST_BYTES else None
    except nested.BadJson:
        return None
    return found if isinstance(found, dict) and type(found.get("update_id")) is int else None
