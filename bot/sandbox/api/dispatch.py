"""From a request to its answer: routing, faults, pace, effect, envelope."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from bot.sandbox.api import form
from bot.sandbox.api.call import Call, read_call, refuse_not_modelled
from bot.sandbox.api.methods import EFFECTS, PACED
from bot.sandbox.api.receiving import Described
from bot.sandbox.api.shapes import METHODS
from bot.sandbox.errors import ApiError, flood, not_modelled
from bot.sandbox.faults import Fault, When
from bot.sandbox.polling import Sleep
from bot.sandbox.world import World

_NOT_IN_ANSWERS = frozenset({"deletewebhook", "setwebhook", "close", "logout"})


class Dropped(Exception):
    """The connection is to be closed without an answer."""


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


async def answer(world: World, request: Request) -> Reply:
    """Executes a request. Raises Dropped if a fault closes the connection."""
    try:
        _check_token(world, request.token)
        fields = await form.read(request.query, request.content_type, request.body)
        method = _method(request.method or str(fields.values.pop("method", "")))
        return await _run(world, method, fields, request.gone)
    except ApiError as error:
        return refusal(error)


async def execute_answer(world: World, content_type: str, body: bytes) -> None:
    """Executes a call that came in a webhook's answer. Its result and its errors are thrown away, as Telegram does."""
    try:
        fields = await form.read(b"", content_type, body)
        name = str(fields.values.pop("method", "")).lower()
        if name and name not in _NOT_IN_ANSWERS and not name.startswith("get"):
            await _run(world, _method(name), fields, _nobody)
    except (ApiError, Dropped):
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
    await _fault(world, call, "before")
    effect = EFFECTS.get(method)
    if effect is None:
        raise not_modelled(f"the method {method}")
    refuse_not_modelled(call)
    if method in PACED:
        world.rates.spend(call.params.get("chat_id", ""))
    result = effect(world, call)
    if inspect.isawaitable(result):
        result = await result
    if method != "getUpdates":
        world.calls.append((method, {**call.params, **call.files}))
    await _fault(world, call, "after")
    return Reply(200, orjson.dumps(_envelope(result)))


def _envelope(result: Any) -> dict[str, Any]:
    if isinstance(result, Described):
        return {"ok": True, "result": result.result, "description": result.description}
    return {"ok": True, "result": result}


def refusal(error: ApiError) -> Reply:
    """The answer to a call that was refused."""
    after = (error.parameters or {}).get("retry_after")
    headers = [(b"retry-after", str(after).encode())] if after is not None else []
    return Reply(error.code, orjson.dumps(error.envelope()), headers)


async def _fault(world: World, call: Call, when: When) -> None:
    """Lets a fault happen that a test has ordered, if one fits this call."""
    fault = world.faults.take(call.method.lower(), call.params.get("chat_id"), when)
    if fault is not None:
        await _happen(fault, world.sleep)


async def _happen(fault: Fault, sleep: Sleep) -> None:
    match fault.kind:
        case "drop":
            raise Dropped
        case "delay":
            await sleep(fault.seconds)
        case "500":
            raise ApiError(500, "")
        case "429":
            raise flood(max(1, round(fault.seconds)))
