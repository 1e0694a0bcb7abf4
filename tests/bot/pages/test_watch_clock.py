"""Watching goes by a clock that does not jump, whatever the machine's clock is set to meanwhile."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from bot.clock import DemoClock, RealClock
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.tables import Film
from tests.phone import Phone
from tests.stage import Stage
from tests.viewer import on_card

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEATS, EVERY_S = 30, 10

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


class WrongClock(DemoClock):
    """A machine's clock that may be set to another time, while time goes on as ever."""

    off = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self.off

    def steady(self) -> datetime:
        return super().now()


@pytest.fixture(autouse=True)
def long_films(furnished_url: str, cipher: Cipher) -> None:
    """The sample films are of some seconds, most of which the grace would bring."""
    sessions = Sessions(furnished_url, cipher)
    with sessions.begin() as session:
        session.execute(update(Film).values(seconds=BEATS * EVERY_S))
    sessions.close()


@pytest.fixture(autouse=True)
def wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.stage.DemoClock", WrongClock)


def passes(clock: DemoClock, seconds: float) -> None:
    """Time goes by, whatever the clock says."""
    clock._start += timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "off",
    [(HOUR,), (-HOUR,), (DAY / 3,), (HOUR, -HOUR), (HOUR, timedelta(0), HOUR)],
    ids=["an hour fast", "an hour slow", "hours fast", "fast, then slow", "fast twice"],
)
async def test_a_clock_that_is_wrong_for_a_beat_costs_nothing_and_brings_nothing(
    stage: Stage, aoi: Phone, off: tuple[timedelta, ...]
) -> None:
    page = await on_card(stage, aoi)
    await page.opens()
    clock = stage.clock
    assert isinstance(clock, WrongClock)
    for beat in range(1, BEATS + 1):
        passes(clock, EVERY_S)
        clock.off = off[beat - 5] if 0 <= beat - 5 < len(off) else timedelta(0)
        told = await page.tells(((beat - 1) * EVERY_S, beat * EVERY_S))
        assert told["watched"] == beat * EVERY_S


@pytest.mark.parametrize("off", [-HOUR, HOUR, DAY])
async def test_a_tick_by_a_wrong_clock_ends_no_viewing(stage: Stage, aoi: Phone, off: timedelta) -> None:
    page = await on_card(stage, aoi)
    await page.opens()
    clock = stage.clock
    assert isinstance(clock, WrongClock)
    clock.off = off
    await stage.app.schedule.tick()
    clock.off = timedelta(0)
    passes(clock, EVERY_S)
    told = await page.tells((0, EVERY_S))
    assert (told["watched"], told["taken_over"]) == (EVERY_S, False)


def test_the_real_clock_goes_on_steadily(furnished_url: str) -> None:
    clock = RealClock()
    first, second = clock.steady(), clock.steady()
    assert first <= second <= clock.steady()
    assert abs(clock.now() - clock.steady()) < HOUR
