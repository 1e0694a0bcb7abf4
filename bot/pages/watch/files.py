"""A page's own files, read once."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import Response

TYPES = {".js": "text/javascript", ".css": "text/css"}
PAGE = files("bot.pages.watch")
SHARED = files("bot.pages")


class Files:
    """Scripts and styles by name, and those that all pages share. A browser asks each time whether its copy is
    still the one.
    """

    def __init__(self, folder: Traversable = PAGE) -> None:
        lying = [*SHARED.iterdir(), *folder.iterdir()]
        mine = [one for one in lying if PurePosixPath(one.name).suffix in TYPES]
        self._contents = {one.name: one.read_bytes() for one in mine}

    async def answer(self, request: Request) -> Response:
        """200 with the file, 304 where the browser has it, 404."""
        name = request.path_params["name"]
        content = self._contents.get(name)
        if content is None:
            return Response(status_code=404)
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        headers = {"Cache-Control": "no-cache", "ETag": tag, "X-Content-Type-Options": "nosniff"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=TYPES[PurePosixPath(name).suffix], headers=headers)

    @staticmethod
    def page() -> str:
        """The page's HTML, with {{places}} to fill."""
        return (PAGE / "watch.html").read_text()
