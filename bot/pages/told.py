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
        told = nested.read_lax(await body_of(request, MOST_BYTES))
    except nested.BadJson:
        raise BadBody from None
    if not isinstance(told, dict):
        raise BadBody
    return told


async def body_of(request: Request, most: int) -> bytes:
    """The body of a request; raises BadBody. At most so many bytes are read, whatever length is announced."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                raise BadBody
    except ClientDisconnect:
        raise BadBody from None
    return bytes(body)
