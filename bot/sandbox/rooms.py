"""The chat page and its interface: what a person sees and does, over HTTP on the loopback interface."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.sandbox.api.about import commands_for
from bot.sandbox.control import Control
from bot.sandbox.files import MOST_PHOTO, File
from bot.sandbox.guard import QUIET, Refused, field_of, guarded, json, object_of
from bot.sandbox.pictures import may_be_photo
from bot.sandbox.world import World

PAGE = Path(__file__).parent / "page"
NextDay = Callable[[], Awaitable[datetime]]
_PAGE_FILE = re.compile(r"[a-z0-9_-]+\.(?:html|css|js|svg|png)")
_SHOWN = re.compile(r"image/(?!svg)|video/|audio/|application/pdf$|text/plain$")


class Rooms:
    """Endpoints of the page. Every one is guarded against web pages from elsewhere."""

    def __init__(self, world: World, next_day: NextDay | None) -> None:
        self._world = world
        self._next_day = next_day

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", guarded(self.page)),
            Route("/page/{name}", guarded(self.page)),
            Route("/sandbox/people", guarded(self.people)),
            Route("/sandbox/chats/{user:int}", guarded(self.chat)),
            Route("/sandbox/chats/{user:int}/events", guarded(self.events)),
            Route("/sandbox/chats/{user:int}/text", guarded(self.text), methods=["POST"]),
            Route("/sandbox/chats/{user:int}/press", guarded(self.press), methods=["POST"]),
            Route("/sandbox/chats/{user:int}/file", guarded(self.file), methods=["POST"]),
            Route("/sandbox/chats/{user:int}/block", guarded(self.block), methods=["POST"]),
            Route("/sandbox/files/{file_id}", guarded(self.bytes)),
            Route("/sandbox/next-day", guarded(self.next_day), methods=["POST"]),
            *Control(self._world).routes(),
        ]

    async def page(self, request: Request) -> Response:
        name = request.path_params.get("name", "index.html")
        if not _PAGE_FILE.fullmatch(name) or not (PAGE / name).is_file():
            raise Refused(404, "no such page")
        return FileResponse(PAGE / name, headers={**QUIET, "X-Frame-Options": "DENY"})

    async def people(self, request: Request) -> Response:
        world = self._world
        name = world.profile.text("name", "ja") or world.bot["first_name"]
        return json(
            {
                "bot": {"username": world.bot["username"], "name": name},
                "now": world.now().isoformat(),
                "can_next_day": self._next_day is not None,
                "people": [person.card() for person in world.people.values()],
            }
        )

    def _user(self, request: Request) -> int:
        user_id: int = request.path_params["user"]
        if user_id not in self._world.people:
            raise Refused(404, "no such person")
        return user_id

    async def chat(self, request: Request) -> Response:
        user_id, world = self._user(request), self._world
        return json(
            {
                "messages": world.messages(user_id),
                "commands": commands_for(world, user_id),
                "menu_button": world.profile.menu_of(user_id),
                "blocked": world.chat_of(user_id).blocked,
                "now": world.now().isoformat(),
            }
        )

    async def events(self, request: Request) -> Response:
        return StreamingResponse(self._stream(self._user(request)), media_type="text/event-stream", headers=QUIET)

    async def _stream(self, user_id: int) -> AsyncIterator[bytes]:
        """Server-sent events. The comment at the beginning lets the browser see that the stream is open."""
        with self._world.events.listening(user_id) as listener:
            yield b": open\n\n"
            async for event in listener:
                yield b"data: " + orjson.dumps(event) + b"\n\n"

    async def text(self, request: Request) -> Response:
        user_id, body = self._user(request), await object_of(request)
        self._world.send_text(user_id, field_of(body, "text", str))
        return json({"message_id": self._last(user_id)})

    def _last(self, user_id: int) -> int:
        number: int = self._world.messages(user_id)[-1]["message_id"]
        return number

    async def press(self, request: Request) -> Response:
        user_id, body = self._user(request), await object_of(request)
        number = self._world.press(user_id, field_of(body, "message_id", int), field_of(body, "data", str))
        return json({"query_id": number})

    async def file(self, request: Request) -> Response:
        user_id = self._user(request)
        async with request.form(max_files=1, max_fields=5) as form:
            part, caption = form.get("file"), form.get("caption", "")
            if part is None or isinstance(part, str) or not isinstance(caption, str):
                raise Refused(400, "a form with file and caption is expected")
            name, data = part.filename or "file", await part.read()
        # as messengers do: a file that can't be shown as a picture is sent as a document
        if part.content_type in ("image/jpeg", "image/png") and len(data) <= MOST_PHOTO and may_be_photo(data):
            self._world.send_photo(user_id, data, caption)
        else:
            self._world.send_document(user_id, name, data, caption)
        return json({"message_id": self._last(user_id)})

    async def block(self, request: Request) -> Response:
        user_id, body = self._user(request), await object_of(request)
        blocked = field_of(body, "blocked", bool)
        (self._world.block if blocked else self._world.unblock)(user_id)
        return json({"blocked": blocked})

    async def bytes(self, request: Request) -> Response:
        file = self._world.files.get(request.path_params["file_id"])
        if file is None:
            raise Refused(404, "no such file")
        return Response(file.data, media_type=_kind(file), headers={**QUIET, "Content-Disposition": _place(file)})

    async def next_day(self, request: Request) -> Response:
        if self._next_day is None:
            raise Refused(404, "this sandbox keeps the real time")
        now = (await self._next_day()).isoformat()
        self._world.events.tell_all("now", now=now)
        return json({"now": now})


def _kind(file: File) -> str:
    return "image/jpeg" if file.kind == "photo" else file.mime


def _place(file: File) -> str:
    """How a browser opens a file. Only kinds without scripts open in it, because they get the page's own origin."""
    place = "inline" if _SHOWN.match(_kind(file)) else "attachment"
    return f"{place}; filename*=UTF-8''{quote(file.name or 'file')}"
