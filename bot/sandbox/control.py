"""Orders to the sandbox, over HTTP on the loopback interface: what is to go wrong between Telegram and the bot."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.sandbox.faults import KINDS
from bot.sandbox.guard import Refused, field_of, guarded, json, object_of
from bot.sandbox.world import World

MOST_TIMES = 1_000_000


class Control:
    """Endpoints for who tries a bot: a test in another process, or somebody with curl."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/sandbox/faults", guarded(self.faults), methods=["POST"]),
            Route("/sandbox/latency", guarded(self.latency), methods=["POST"]),
            Route("/sandbox/chats/{user:int}/clear", guarded(self.clear), methods=["POST"]),
            Route("/sandbox/chats/{user:int}/deactivate", guarded(self.deactivate), methods=["POST"]),
        ]

    async def faults(self, request: Request) -> Response:
        """{"method", "kind", "times", "seconds", "when", "chat_id"}, of which the first two must be there."""
        body = await object_of(request)
        kind, when = field_of(body, "kind", str), field_of(body, "when", str, "before")
        times = field_of(body, "times", int, 1)
        if kind not in KINDS:
            raise Refused(400, f'field "kind" must be one of {", ".join(sorted(KINDS))}')
        if when not in ("before", "after"):
            raise Refused(400, 'field "when" must be before or after')
        if not 0 < times <= MOST_TIMES:
            raise Refused(400, f'field "times" must be of 1 to {MOST_TIMES}')
        self._world.fault(
            field_of(body, "method", str),
            kind,
            times=times,
            seconds=field_of(body, "seconds", float, 0.0),
            when=when,
            chat_id=field_of(body, "chat_id", int) if "chat_id" in body else None,
        )
        return json({"waiting": self._world.faults.waiting()})

    async def clear(self, request: Request) -> Response:
        self._world.clear(self._user(request))
        return json({})

    async def deactivate(self, request: Request) -> Response:
        self._world.deactivate(self._user(request))
        return json({})

    def _user(self, request: Request) -> int:
        user_id: int = request.path_params["user"]
        if user_id not in self._world.people:
            raise Refused(404, "no such person")
        return user_id

    async def latency(self, request: Request) -> Response:
        """{"least", "most"}: how many seconds every call takes from now on."""
        body = await object_of(request)
        least, most = self._seconds(body, "least"), self._seconds(body, "most")
        if least > most:
            raise Refused(400, "least is more than most")
        self._world.faults.latency = (least, most)
        return json({"latency": [least, most]})

    def _seconds(self, body: dict[str, Any], name: str) -> float:
        seconds = float(field_of(body, name, float))
        if not 0 <= seconds <= 60:
            raise Refused(400, f'field "{name}" must be of 0 to 60 seconds')
        return seconds
