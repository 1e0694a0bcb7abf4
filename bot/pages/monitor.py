"""The figures of the process, on a place of their own: they are not for the public."""

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.figures import Figures
from bot.logs import get
from bot.record import Record
from storage.certificates import doubts
from storage.post import waiting

log = get("monitor")


def monitor(record: Record, figures: Figures, health: list[Route]) -> Starlette:
    """/metrics, and the health of a process that may have no other place.

    The record is asked anew each time. If it can't be read, the other figures are given.
    """

    async def metrics(_: Request) -> Response:
        now = record.now()
        try:
            due, oldest, doubted = await record.read(
                lambda session: (
                    waiting.count_due(session, now),
                    waiting.oldest_due(session, now),
                    doubts.waiting(session).number,
                )
            )
            figures.due.set(due)
            figures.doubted.set(doubted)
            figures.late.set((now - oldest).total_seconds() if oldest else 0)
        except Exception as error:
            log.warning("record_not_read", error=type(error).__name__)
        return Response(figures.written(), media_type=CONTENT_TYPE_LATEST)

    return Starlette(routes=[Route("/metrics", metrics), *health])
