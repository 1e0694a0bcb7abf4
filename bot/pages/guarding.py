"""What lies around the site: how many requests begin at a time, and the headers that every answer carries."""

from functools import partial

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.pages.turnstile import Turnstile
from bot.pages.webhook import is_pushed

_ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
}
_HTTPS = {b"strict-transport-security": b"max-age=31536000"}
"""A year, by https://www.rfc-editor.org/rfc/rfc6797: browsers then don't try http at all."""


def guarding(*, https: bool, secret: str) -> list[Middleware]:
    """The layers around the site, the outermost first. `secret`: by which Telegram's pushes are known."""
    return [
        Middleware(Turnstile, free=partial(is_pushed, secret=secret)),
        Middleware(_Headers, given=_ALWAYS | (_HTTPS if https else {})),
    ]


class _Headers:
    """Adds what an answer does not say itself: a page's own policy stays."""

    def __init__(self, app: ASGIApp, given: dict[bytes, bytes]) -> None:
        self._app = app
        self._given = given

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(one for one in self._given.items() if one[0] not in said)]
            await send(message)

        await self._app(scope, receive, sent)
