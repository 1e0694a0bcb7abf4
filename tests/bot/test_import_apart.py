"""A large import is done in a process of its own. Here it is forked, and really killed."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from typing import Any

import pytest

from bot import apart, importing
from bot.apart import Apart
from bot.import_steps import After
from content.importing.report import State
from content.keys.jobs import ApplyImport, ReadImport
from storage.engine.jobs import Held
from tests.bot.commands.members_file import many
from tests.bot.importing import SENT, record, states
from tests.phone import Phone
from tests.stage import Stage

ROWS = 450
AT = 2
"""The step of a process in which it dies."""


class Killed(Apart):
    """The process dies at a moment of a step of these jobs: "before" it is prepared, once it is "prepared", or when it
    is "done" and nobody was told.
    """

    moment: str
    of: type[Any]
    died, _steps = 0, 0

    async def prepare(self, held: Held[Any], now: datetime) -> None:
        self._kill("before", held)
        await super().prepare(held, now)
        self._kill("prepared", held)

    def step(self, held: Held[Any], now: datetime) -> After:
        after = super().step(held, now)
        self._kill("done", held)
        return super().step(held, now) if self._dead() else after

    def _kill(self, moment: str, held: Held[Any]) -> None:
        if moment != self.moment or not isinstance(held.key, self.of):
            return
        self._steps += 1
        if self._steps == AT:
            type(self).died += 1
            for pid in self._pool._processes or ():
                os.kill(pid, signal.SIGKILL)

    def _dead(self) -> bool:
        return self._steps == AT and self.moment == "done"


def dies(moment: str, of: type[Any]) -> type[Killed]:
    class Dying(Killed):
        pass

    Dying.moment, Dying.of = moment, of
    return Dying


@pytest.fixture(autouse=True)
def is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every import is."""
    monkeypatch.setattr(importing, "_is_large", lambda _session, _held: True)


async def test_it_is_read_applied_and_taken_back(stage: Stage, officer: Phone) -> None:
    before = record(stage)
    await officer.sends(many(ROWS).encode(), name=SENT)
    assert f"・新規：{ROWS}件" in officer.sees
    await officer.taps("取り込む")
    assert len(record(stage)) == len(before) + ROWS
    await officer.taps("元に戻す")
    await officer.taps("はい、元に戻します")
    assert f"元に戻しました（{ROWS}件）" in officer.sees
    assert record(stage) == before
    assert states(stage) == [State.UNDONE]


@pytest.mark.parametrize("of", [ReadImport, ApplyImport])
@pytest.mark.parametrize("moment", ["before", "prepared", "done"])
async def test_a_killed_process_loses_nothing(
    moment: str, of: type[Any], stage: Stage, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = dies(moment, of)
    monkeypatch.setattr(importing, "Apart", once(dying))
    before = record(stage)
    await officer.sends(many(ROWS).encode(), name=SENT)
    await officer.taps("取り込む")
    assert dying.died == 1
    assert states(stage) == [State.APPLIED]
    assert len(record(stage)) == len(before) + ROWS


def once(dying: type[Killed]) -> Callable[..., Apart]:
    """The processes die until one has died."""
    return lambda *given, light: (Apart if dying.died else dying)(*given, light=light)


async def test_what_can_never_be_read_is_given_up_and_told(
    stage: Stage, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = dies("prepared", ReadImport)
    monkeypatch.setattr(importing, "Apart", dying)
    before = record(stage)
    await officer.sends(many(ROWS).encode(), name=SENT)
    assert "ファイルを読み取れませんでした" in officer.sees
    assert dying.died == importing.TRIES
    assert (states(stage), record(stage)) == ([State.DROPPED], before)
    await officer.says("/import")
    await officer.sends(many(2).encode(), name=SENT)
    assert states(stage) == [State.DROPPED, State.DROPPED]


@pytest.mark.parametrize(("room", "light"), [("/import", True), ("/grant_credits", False)])
async def test_what_writes_the_log_of_staff_waits_for_the_disk(
    room: str, light: bool, stage: Stage, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The head of an act is noted outside the record: after a power cut, an act that is gone would look removed."""
    asked: list[bool] = []

    def noted(*given: Any, light: bool) -> Apart:
        asked.append(light)
        return Apart(*given, light=light)

    monkeypatch.setattr(importing, "Apart", noted)
    await officer.says(room)
    await officer.sends(many(2).encode(), name=SENT)
    assert asked == [light]


async def test_the_process_ends_with_the_import(stage: Stage, officer: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its memory is needed for nothing else."""
    begun: list[Any] = []

    def noted(*given: Any) -> Any:
        begun.append(ProcessPoolExecutor(*given))
        return begun[-1]

    monkeypatch.setattr(apart, "ProcessPoolExecutor", noted)
    await officer.sends(many(9).encode(), name=SENT)
    await officer.taps("取り込む")
    assert len(begun) == 2
    for pool in begun:
        with pytest.raises(RuntimeError, match="after shutdown"):
            pool.submit(int)
