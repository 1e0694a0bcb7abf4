"""The product's clock: the machine's as long as that goes on evenly, otherwise its own; Telegram has the last word."""

from datetime import datetime, timedelta

import pytest

from bot.clock import NEAR, RealClock
from tests.conftest import NOW

NONE, MOMENT, SECOND = timedelta(0), timedelta(microseconds=1), timedelta(seconds=1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TOOK = timedelta(seconds=20)


class Machine:
    """`passed` is for how long it has run, `off` what its clock is wrong by."""

    def __init__(self, off: timedelta = NONE) -> None:
        self.passed, self.off = NONE, off

    @property
    def true(self) -> datetime:
        return NOW + self.passed

    def clock(self) -> RealClock:
        return RealClock(lambda: self.true + self.off, lambda: 1000 + self.passed.total_seconds())


def off_by(clock: RealClock, machine: Machine) -> timedelta:
    return clock.now() - machine.true


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    ("off", "follows"), [(SECOND, True), (NEAR, True), (NEAR + MOMENT, False), (HOUR, False), (DAY, False)]
)
def test_a_jump_is_not_followed_and_a_correction_is(off: timedelta, sign: int, follows: bool) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.passed += HOUR
    machine.off = sign * off
    for _ in range(2):
        assert off_by(clock, machine) == (machine.off if follows else NONE)
        machine.passed += HOUR
    machine.off = NONE
    assert off_by(clock, machine) == NONE


@pytest.mark.parametrize("off", [SECOND, -SECOND, NEAR, HOUR, -HOUR, DAY])
def test_the_steady_clock_follows_nothing(off: timedelta) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.passed += HOUR
    machine.off = off
    clock.now()
    assert clock.steady() == machine.true


def test_a_clock_that_creeps_away_in_small_steps_is_followed_until_telegram_contradicts() -> None:
    machine = Machine()
    clock = machine.clock()
    for _ in range(4):
        machine.off += NEAR
        assert off_by(clock, machine) == machine.off
    clock.told(machine.true, NONE)
    assert off_by(clock, machine) == NONE


@pytest.mark.parametrize(
    ("before", "after", "by"),
    [
        (NONE, NONE, NONE),
        (NONE, HOUR, NONE),
        (NONE, -DAY, NONE),
        (-HOUR, NONE, NONE),
        (DAY, NONE, NONE),
        (DAY, DAY, NONE),
        (DAY, -HOUR, NONE),
        (DAY, SECOND, SECOND),
    ],
    ids=[
        *("all are right", "it jumped on", "it jumped back", "it was slow and is set right", "it was fast and is set"),
        *("it began wrong", "it began wrong and is set wrong", "it is nearly right, so it is followed"),
    ],
)
def test_telegram_decides(before: timedelta, after: timedelta, by: timedelta) -> None:
    machine = Machine(before)
    clock = machine.clock()
    assert off_by(clock, machine) == before
    machine.passed += HOUR
    machine.off = after
    clock.told(machine.true, NONE)
    for _ in range(2):
        assert off_by(clock, machine) == by
        assert clock.steady() == machine.true + by
        machine.passed += HOUR


@pytest.mark.parametrize(
    ("behind", "right"),
    [
        (TOOK + NEAR, True),
        (TOOK + NEAR + MOMENT, False),
        (-NEAR, True),
        (-NEAR - MOMENT, False),
    ],
)
def test_an_answer_may_be_as_old_as_it_took(behind: timedelta, right: bool) -> None:
    """It was made so long before it came; a clock is contradicted only if it can't be right."""
    machine = Machine()
    clock = machine.clock()
    clock.told(machine.true - behind, TOOK)
    assert off_by(clock, machine) == (NONE if right else -behind)
    assert clock.steady() == machine.true - (NONE if right else behind)
