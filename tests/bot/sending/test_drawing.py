"""The drawing processes: real ones, really killed."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from bot import workers as processes
from bot.sending.drawing import Drawing, DrawingInterrupted
from content.certificates.certificate import FORMER, CertificateFacts
from handlers.papers import certificate

FACTS = CertificateFacts(
    name="𠮷野 髙子",
    registry_no="123456",
    member_no="0012345678",
    period_from=date(2026, 4, 1),
    period_to=date(2026, 11, 22),
    lines=(),
    issued_on=date(2026, 11, 23),
    issuer=FORMER,
)

PARENT = """
import asyncio, json, multiprocessing
from bot.sending.drawing import Drawing
from content.certificates.certificate import CertificateFacts
from handlers.papers import certificate

async def main():
    drawing = Drawing()
    await drawing.drawn(certificate.draw, CertificateFacts.from_document(json.loads(input())))
    print(*(worker.pid for worker in multiprocessing.active_children()), flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


class Poison:
    """Kills the process that unpickles it."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


@pytest.fixture
async def drawing() -> AsyncIterator[Drawing]:
    drawing = Drawing()
    yield drawing
    await drawing.close()


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers begin as the product begins them. Otherwise they are forked here, which is quick."""
    monkeypatch.setattr(processes, "BEGINS", "spawn")


def workers() -> list[int]:
    return [worker.pid for worker in multiprocessing.active_children() if worker.pid is not None]


@pytest.mark.usefixtures("spawned")
async def test_draws_what_the_paper_says_in_another_process() -> None:
    drawing = Drawing()
    assert workers() == []
    assert await drawing.drawn(certificate.draw, FACTS) == certificate.draw(FACTS)
    assert len(workers()) == 1
    await drawing.close()


async def test_a_picture_is_drawn_before_papers_that_wait(drawing: Drawing) -> None:
    order: list[str] = []

    async def noted(name: str, drawn: Awaitable[object]) -> None:
        await drawn
        order.append(name)

    papers = [noted(f"paper {one}", drawing.paper(certificate.draw, FACTS)) for one in range(4)]
    await asyncio.gather(*papers, noted("picture", drawing.drawn(bytes, b"")))
    assert order.index("picture") <= 1
    assert order[-1] == "paper 3"


async def test_the_worker_lets_turns_have_the_processor(drawing: Drawing) -> None:
    assert await drawing.drawn(os.nice, 0) > os.nice(0)


async def test_many_at_once(drawing: Drawing) -> None:
    members = [replace(FACTS, member_no=f"{number:010}") for number in range(8)]
    papers = await asyncio.gather(*(drawing.drawn(certificate.draw, facts) for facts in members))
    assert papers == [certificate.draw(facts) for facts in members]


async def test_a_fault_of_the_drawing_comes_out_as_it_was_raised(drawing: Drawing) -> None:
    with pytest.raises(certificate.MissingGlyph) as missing:
        await drawing.drawn(certificate.draw, replace(FACTS, name="見本 \U00031350子"))
    assert missing.value.glyphs == ("\U00031350",)
    with pytest.raises(AttributeError, match="no attribute"):
        await drawing.drawn(certificate.draw, cast(CertificateFacts, "no facts"))
    assert await drawing.drawn(certificate.draw, FACTS)


async def test_a_worker_that_died_is_replaced_unseen(drawing: Drawing) -> None:
    await drawing.drawn(certificate.draw, FACTS)
    (worker,) = workers()
    os.kill(worker, signal.SIGKILL)
    papers = await asyncio.gather(*(drawing.drawn(certificate.draw, FACTS) for _ in range(3)))
    assert papers == [certificate.draw(FACTS)] * 3
    assert worker not in workers()


async def test_a_paper_that_kills_its_worker_twice_is_given_up_for_now(drawing: Drawing) -> None:
    with pytest.raises(DrawingInterrupted):
        await drawing.drawn(certificate.draw, cast(CertificateFacts, Poison()))
    assert await drawing.drawn(certificate.draw, FACTS) == certificate.draw(FACTS)


@pytest.mark.usefixtures("spawned")
async def test_closing_finishes_what_is_under_way_and_ends_the_workers() -> None:
    drawing = Drawing()
    under_way = [asyncio.create_task(drawing.drawn(certificate.draw, FACTS)) for _ in range(3)]
    await asyncio.sleep(0)
    await drawing.close()
    assert [await paper for paper in under_way] == [certificate.draw(FACTS)] * 3
    assert workers() == []
    with pytest.raises(DrawingInterrupted):
        await drawing.drawn(certificate.draw, FACTS)


async def test_closing_before_the_first_paper() -> None:
    drawing = Drawing()
    await drawing.close()
    assert workers() == []


def test_a_worker_ends_with_its_killed_parent() -> None:
    """The worker holds the parent's standard output: it can be read to its end when both have ended, not before."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert parent.stdin is not None
    assert parent.stdout is not None
    with parent.stdin, parent.stdout:
        parent.stdin.write(json.dumps(FACTS.to_document()).encode() + b"\n")
        parent.stdin.flush()
        worker = int(parent.stdout.readline())
        parent.kill()
        assert parent.wait() == -signal.SIGKILL
        try:
            assert parent.communicate(timeout=30)[0] == b""
        finally:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
