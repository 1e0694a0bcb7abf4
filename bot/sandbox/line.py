"""The network side of the Bot API: requests to `/bot<token>/METHOD` and to `/file/bot<token>/<path>`."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from bot.sandbox.api.dispatch import Reply, Request, answer, of_page, refusal
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Dropped, Page
from bot.sandbox.files import MOST_DOWNLOAD, MOST_UPLOAD
from bot.sandbox.world import World

DOWNLOAD = "download"
"""What faults call the fetching of a file, which is no method of the Bot API."""

MOST_BODY = MOST_UPLOAD + 2 * 1024 * 1024


class BotApi:
    """An ASGI application for one bot, routed with the path parameters `token` and `method`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _body(receive)
        if body is None:
            await _reply(send, refusal(ApiError(413, "")))
            return
        headers = dict(scope["headers"])
        request = Request(
            token=scope["path_params"]["token"],
            method=scope["path_params"].get("method", ""),
            query=scope["query_string"],
            content_type=headers.get(b"content-type", b"").decode("latin-1"),
            body=body,
            gone=_gone(receive),
        )
        try:
            await _reply(send, await answer(self._world, request))
        except Dropped:
            await _hang_up(receive)


class FileApi:
    """Downloads: the bytes of a file, under the path that getFile gave."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        params = scope["path_params"]
        try:
            await self._world.faults.happen(DOWNLOAD, None, "before")
            await _reply(send, Reply(200, self._file(**params), content_type=b"application/octet-stream"))
        except ApiError as error:
            await _reply(send, refusal(error))
        except Page as page:
            await _reply(send, of_page(page))
        except Dropped:
            await _hang_up(receive)

    def _file(self, token: str, path: str) -> bytes:
        if token != self._world.token:
            raise ApiError(401, "")
        file = self._world.files.at(path, self._world.unix())
        if file is None or len(file.data) > MOST_DOWNLOAD:
            raise ApiError(404, "")
        return file.data


async def not_found(scope: Scope, receive: Receive, send: Send) -> None:
    """The answer to any other path."""
    await _reply(send, refusal(ApiError(404, "")))


async def _body(receive: Receive) -> bytes | None:
    """The body of a request; None if it is larger than Telegram takes."""
    parts: list[bytes] = []
    size = 0
    while True:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            return b"".join(parts)
        part: bytes = message.get("body", b"")
        size += len(part)
        parts.append(part if size <= MOST_BODY else b"")
        if not message.get("more_body"):
            return b"".join(parts) if size <= MOST_BODY else None


def _gone(receive: Receive) -> Callable[[], Awaitable[None]]:
    """A function that returns when the client has closed its connection."""

    async def gone() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    return gone


async def _reply(send: Send, reply: Reply) -> None:
    headers = [
        (b"content-type", reply.content_type),
        (b"content-length", str(len(reply.body)).encode()),
        *reply.headers,
    ]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": reply.body})


async def _hang_up(receive: Receive) -> None:
    """Closes the connection without an answer.

    uvicorn's `receive` is a method of the request's cycle, which holds the transport. The application must see the
    disconnect before it returns: otherwise uvicorn would try to answer with 500.
    """
    cycle: Any = getattr(receive, "__self__", None)
    if cycle is None:
        raise RuntimeError("only uvicorn's connections can be dropped")
    cycle.transport.abort()
    await _gone(receive)()
