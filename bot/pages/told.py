"""What a page sends: a small JSON object. Anything else is refused."""

from collections.abc import AsyncIterator, Mapping

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
    return b"".join([part async for part in parts_of(request, most)])


async def parts_of(request: Request, most: int) -> AsyncIterator[bytes]:
    """The same, part by part as they come, so that of a long body nothing need be kept."""
    length = 0
    try:
        async for part in request.stream():
            length += len(part)
            if length > most:
                raise BadBody
            yield part
    except ClientDisconnect:
        raise BadBody from None
