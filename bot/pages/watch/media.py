"""A film's bytes from the database, whole or one range of them (RFC 9110 section 14). They are never all in memory."""

import re
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from functools import partial

from sqlalchemy.orm import Session
from starlette.responses import Response, StreamingResponse

from bot.links import BadTicket, Ticket
from bot.pages.watch.answers import chat_of
from bot.record import Record
from storage.programme import courses
from storage.programme.courses import PART_BYTES, StoredBlob
from storage.study import watching
from storage.study.watching import NoSuchFilm

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)


Turn = AbstractAsyncContextManager[None]


class Unsatisfiable(Exception):
    """The film has no byte of this range."""


def find(session: Session, ticket: Ticket, sha256: str) -> StoredBlob:
    """The file with this digest, if it belongs to the ticket's film. Raises BadTicket, NoSuchFilm, NoSuchCourse.

    A ticket for use inside Telegram gives no film: only an opening that was checked tells the film's addresses.
    """
    if ticket.in_app:
        raise BadTicket
    chat_of(session, ticket)
    if sha256 not in {source for source, _ in watching.film(session, ticket.film_id).media}:
        raise NoSuchFilm
    return courses.blob(session, sha256)


async def answer(record: Record, blob: StoredBlob, method: str, asked: Mapping[str, str], turn: Turn) -> Response:
    """200 with the whole file, 206 with a range, 416 for a range that the film does not have. HEAD gets the headers
    alone. `turn` is held while the bytes are sent. Raises TooMuchAtOnce.
    """
    tag = f'"{blob.sha256}"'
    shared = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, max-age=3600",
        "Content-Type": blob.mime,
        "ETag": tag,
        "X-Content-Type-Options": "nosniff",
    }
    # If-Range: a browser that holds parts of an older file gets the whole new one (RFC 9110 section 13.1.5).
    wanted = asked.get("range", "") if method == "GET" and asked.get("if-range", tag) == tag else ""
    try:
        found = read_range(wanted, blob.size)
    except Unsatisfiable:
        return Response(status_code=416, headers=shared | {"Content-Range": f"bytes */{blob.size}"})
    start, end = found or (0, blob.size)
    headers = shared | {"Content-Length": str(end - start)}
    if found:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{blob.size}"
    if method == "HEAD":
        return Response(headers=headers)
    parts = _in_turn(turn, _stream(record, blob, start, end))
    await anext(parts)  # in it, or refused before anything is sent
    return StreamingResponse(parts, 206 if found else 200, headers)


def read_range(text: str, size: int) -> tuple[int, int] | None:
    """The first byte of the range, and the byte after its last. None if the text is not a single range: it is then
    ignored.

    Raises Unsatisfiable.
    """
    found = _RANGE.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        return None
    first, last = (int(figure) if figure else None for figure in found.groups())
    if first is None:
        start, end = max(0, size - (last or 0)), size
    elif last is not None and last < first:
        return None
    else:
        start, end = first, size if last is None else min(size, last + 1)
    if start >= end:
        raise Unsatisfiable
    return start, end


async def _in_turn(turn: Turn, parts: AsyncIterator[bytes]) -> AsyncGenerator[bytes]:
    """First an empty part as soon as the turn has come, then the parts."""
    async with turn:
        yield b""
        async for part in parts:
            yield part


async def _stream(record: Record, blob: StoredBlob, start: int, end: int) -> AsyncIterator[bytes]:
    """The bytes part by part, each read in a transaction of its own, so that a slow reader holds none open."""
    while start < end:
        stop = min(end, (start // PART_BYTES + 1) * PART_BYTES)
        yield await record.read(partial(courses.blob_range, sha256=blob.sha256, start=start, end=stop))
        start = stop
