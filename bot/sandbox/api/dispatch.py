"""From a request to its answer: routing, faults, pace, effect, envelope."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from bot.sandbox.api import form
from bot.sandbox.api.call import Call, read_call, refuse_not_modelled
from bot.sandbox.api.methods import EFFECTS, OTHERWISE_PACED, PACED, SENDING
from bot.sandbox.api.receiving import Described
from bot.sandbox.api.shapes import METHODS
from bot.sandbox.errors import ApiError, not_modelled
from bot.sandbox.faults import Dropped, Page
from bot.sandbox.world import World

_NOT_IN_ANSWERS = frozenset({"deletewebhook", "setwebhook", "close", "logout"})


@dataclass(frozen=True)
class Request:
    """A request to `/bot<token>/…`: what came after `/bot`, the query string, the content type and the body."""

    token: str
    method: str
    query: bytes
    content_type: str
    body: bytes
    gone: Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    content_type: bytes = b"application/json"


async def answer(world: World, request: Request) -> Reply:
    """Executes a request. Raises Dropped if a fault closes the connection."""
    try:
        _check_token(world, request.token)
        fields = await form.read(request.query, request.content_type, request.body)
        method = _method(request.method or str(fields.values.pop("method", "")))
        return await _run(world, method, fields, request.gone)
    except ApiError as error:
        return refusal(error)
    except Page as page:
        return of_page(page)


async def execute_answer(world: World, content_type: str, body: bytes) -> None:
    """Executes a call that came in a webhook's answer. Its result and its errors are thrown away, as Telegram does."""
    try:
        fields = await form.read(b"", content_type, body)
        name = str(fields.values.pop("method", "")).lower()
        if name and name not in _NOT_IN_ANSWERS and not name.startswith("get"):
            await _run(world, _method(name), fields, _nobody)
    except (ApiError, Dropped, Page):
        return


async def _nobody() -> None:
    await asyncio.Event().wait()


def _check_token(world: World, token: str) -> None:
    if token == world.token:
        return
    if token.startswith("0") or len(token) > 80 or ":" not in token:
        raise ApiError(401, "invalid token specified")
    raise ApiError(401, "")


def _method(name: str) -> str:
    known = METHODS.get(name.lower())
    if known is None:
        raise ApiError(404, "method not found")
    return known


async def _run(world: World, method: str, fields: form.Form, gone: Callable[[], Awaitable[None]]) -> Reply:
    call = read_call(method, fields)
    call.gone = gone
    if method not in SENDING:
        return await _done(world, call)
    async with world.rates.unsent(call.params.get("chat_id"), world.sleep):
        return await _done(world, call)


async def _done(world: World, call: Call) -> Reply:
    """The call with what happens to it on its way in and on the way back."""
    where, name = call.params.get("chat_id"), call.method.lower()
    await world.faults.on_the_way()
    await world.faults.happen(name, where, "before")
    result = await _effect(world, call)
    if call.method != "getUpdates":
        world.calls.append((call.method, {**call.params, **call.files}))
    world.faults.done(where)
    await world.faults.happen(name, where, "after")
    return Reply(200, orjson.dumps(_envelope(result)))


async def _effect(world: World, call: Call) -> Any:
    effect = EFFECTS.get(call.method)
    if effect is None:
        raise not_modelled(f"the method {call.method}")
    refuse_not_modelled(call)
    if call.method in PACED:
        where = call.params.get("chat_id", "")
        world.rates.spend(where, group=world.chats.is_group(where))
    elif call.method in OTHERWISE_PACED:
        world.rates.call(call.method)
    result = effect(world, call)
    return await result if inspect.isawaitable(result) else result


def _envelope(result: Any) -> dict[str, Any]:
    if isinstance(result, Described):
        return {"ok": True, "result": result.result, "description": result.description}
    return {"ok": True, "result": result}


def refusal(error: ApiError) -> Reply:
    """The answer to a call that was refused."""
    after = (error.parameters or {}).get("retry_after")
    headers = [(b"retry-after", str(after).encode())] if after is not None else []
    return Reply(error.code, orjson.dumps(error.envelope()), headers)


def of_page(page: Page) -> Reply:
    """What a server before Telegram answers."""
    return Reply(page.status, page.body, content_type=b"text/html")
