"""Keeps the page's interface for the page alone: no web page from elsewhere may reach it through somebody's browser."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import orjson
from starlette.requests import Request
from starlette.responses import Response

from bot import nested
from bot.sandbox.errors import ApiError

Endpoint = Callable[[Request], Awaitable[Response]]

QUIET = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
_KINDS = ("application/json", "multipart/form-data")


def json(body: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json", headers=QUIET)


async def object_of(request: Request) -> dict[str, Any]:
    """The JSON object of a request. Raises Refused."""
    try:
        body = nested.read(await request.body())
    except nested.BadJson:
        body = None
    if not isinstance(body, dict):
        raise Refused(400, "a JSON object is expected")
    return body


def field_of(body: dict[str, Any], name: str, kind: type, default: object = None) -> Any:
    """A field of this type; a whole number passes for a float. Raises Refused."""
    value = body.get(name, default)
    kinds = (float, int) if kind is float else (kind,)
    if not isinstance(value, kinds) or (kind is not bool and isinstance(value, bool)):
        raise Refused(400, f'field "{name}" must be of type {kind.__name__}')
    return value


class Refused(Exception):
    """A request to the page's interface that is answered with {"error": …}."""

    def __init__(self, status: int, text: str) -> None:
        self.status = status
        self.text = text
        super().__init__(text)


def guarded(endpoint: Endpoint) -> Endpoint:
    """The endpoint behind checks of the host, the origin and the content type. Refusals and bad values become JSON
    errors.
    """

    async def checked(request: Request) -> Response:
        try:
            _check(request)
            return await endpoint(request)
        except Refused as refused:
            return _error(refused.status, refused.text)
        except ApiError as error:
            return _error(error.code, error.description)
        except ValueError as error:
            return _error(409, str(error))

    return checked


def _check(request: Request) -> None:
    host = request.headers.get("host", "")
    if _name(f"//{host}") not in _HOSTS:
        raise Refused(403, "only for this computer")
    if request.method != "POST":
        return
    origin = request.headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        raise Refused(403, "only for the page itself")
    if not request.headers.get("content-type", "").lower().startswith(_KINDS):
        raise Refused(415, "JSON or a multipart form is expected")


def _name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _error(status: int, text: str) -> Response:
    return Response(orjson.dumps({"error": text}), status, media_type="application/json")
