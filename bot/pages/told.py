"""What a page sends: a small JSON object. Anything else is refused."""

from collections.abc import Mapping

from starlette.requests import ClientDisconnect, Request

from bot import nested

MOST_BYTES = 64 * 1024


class BadBody(Exception):
    """This is not what the page sends."""


async def told_by(request: Request) -> Mapping[str, object]:
    """The object in a request's body; raises BadBody. At most 64 KiB are read, whatever length is announced."""
    try:
        told = nested.read_lax(await _text(request))
    except (nested.BadJson, ClientDisconnect):
        raise BadBody from None
    if not isinstance(told, dict):
        raise BadBody
    return told


async def _text(request: Request) -> bytes:
    text = b""
    async for chunk in request.stream():
        text += chunk
        if len(text) > MOST_BYTES:
            raise BadBody
    return text
