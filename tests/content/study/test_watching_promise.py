"""Promise 2: credit never exceeds real time at the allowed speed plus one grace, and an honest viewer gets all."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from content.study import watching
from content.study.beats import read_beat, read_spans
from content.study.watching import Beat, State, Viewing
from tests.reaching import Reached
from tests.sizes import PHASES, SOAK

DOUBLE = 200

# --- whatever the page sends

FILMS = (20_000, 120_000, 900_000)
times = st.floats(allow_nan=True, allow_infinity=True, width=32) | st.floats(-5, 910) | st.integers(-5, 910)
pairs = st.lists(times, min_size=2, max_size=2)
sorted_pairs = pairs.map(lambda pair: sorted(pair, key=lambda moment: (math.isnan(moment), moment)))
messages = st.fixed_dictionaries(
    {"seq": st.integers(-2, 60), "spans": st.lists(pairs | sorted_pairs, max_size=6), "visible": st.booleans()}
)
WAITS = st.integers(0, 2_000) | st.integers(5_000, 15_000) | st.integers(110_000, 600_000)
ACTS = st.sampled_from(["honest", "honest", "little", "whole", "whole", "send", "replay", "open", "set back", "wait"])
"""What a page does next; one rule does all, for Hypothesis leaves some rules out of a whole run."""
REACHED = (
    "credited",
    "credited much at once",
    "cut by real time",
    "more is left over than may be carried on",
    "the grace is used up",
    "longer than a gap that counts",
    "the film is complete",
    "a beat of an ended viewing",
    "a beat told again",
    "hidden",
    "the clock was set back",
)


class Forger(RuleBasedStateMachine):
    """Pages that send anything at any time. What they may get is counted from the clock and the new beats alone."""

    reached: Reached

    def __init__(self) -> None:
        super().__init__()
        self.now = 1_000_000
        self.viewings: list[Viewing] = []
        self.sent: list[dict[str, object]] = []
        self.real_ms = 0
        self.credited = 0

    @initialize(speed_pct=st.sampled_from([100, 150, 200]), film=st.sampled_from(FILMS))
    def begins(self, speed_pct: int, film: int) -> None:
        self.speed_pct, self.film = speed_pct, film
        self.state = State(b"", film)
        self.opens()

    @rule(act=ACTS, ms=WAITS, message=messages, page=st.integers(0, 5), old=st.booleans(), which=st.integers(0, 50))
    def does(self, act: str, ms: int, message: dict[str, object], page: int, old: bool, which: int) -> None:
        """Mostly in the viewing that is live, for an ended one changes nothing."""
        if not old:
            page = len(self.viewings) - 1
        if act == "open":
            self.opens()
        elif act == "set back":
            self.now -= min(ms, 5_000)
            self.reached.note("the clock was set back", when=self.now < self.viewings[-1].last_at_ms)
        elif act == "send":
            self.sends(message, page)
        elif act == "replay" and self.sent:
            self._deliver(self.sent[which % len(self.sent)], page % len(self.viewings))
        else:
            self.now += ms
            spans: dict[str, list[list[float]]] = {
                "honest": self._next_spans(ms),
                "little": [[0, 1]],
                "whole": [[0, self.film]],
            }
            if act in spans:
                self.tells(spans[act], page)

    def opens(self) -> None:
        self.viewings = [replace(viewing, live=False) for viewing in self.viewings]
        self.viewings.append(Viewing(self.now))

    def tells(self, spans: list[list[float]], page: int) -> None:
        """As the page does it: the next beat, on the screen all the time."""
        seq = self.viewings[page % len(self.viewings)].seq + 1
        self.sends({"seq": seq, "spans": spans, "visible": True}, page)

    def sends(self, message: dict[str, object], page: int) -> None:
        self.sent.append(message)
        self._deliver(message, page % len(self.viewings))

    def _next_spans(self, ms: int) -> list[list[float]]:
        """What was played in so much time at full speed, from the first second that is missing on."""
        gaps = self.state.watched.gaps()
        start = gaps[0][0] if gaps else 0
        return [[start, start + ms * self.speed_pct / 100_000]] if ms else []

    def _deliver(self, message: dict[str, object], page: int) -> None:
        told, before, viewing = read_beat(message), self.state, self.viewings[page]
        taken = watching.beat(before, viewing, told, self.now, self.speed_pct)
        ended, stale = page != len(self.viewings) - 1, told.seq <= viewing.seq
        passed = max(0, self.now - viewing.last_at_ms)
        if ended or stale:
            assert taken == (before, viewing, 0, 0)
        elif told.visible:
            self.real_ms += min(120_000, passed)
            rest = viewing.spare_ms + min(120_000, passed) * self.speed_pct // 100 - taken.credited * 1000
            self.reached.note("more is left over than may be carried on", when=rest > 5_000)
            self.reached.note("longer than a gap that counts", when=passed > 120_000 and taken.credited > 0)
        else:
            assert taken.state == before
        self.reached.note("a beat of an ended viewing", when=ended)
        self.reached.note("a beat told again", when=stale and not ended and told.seq > 0)
        self.reached.note("hidden", when=not (ended or stale or told.visible))
        self.reached.note("cut by real time", when=taken.cut_ms > 0)
        self.state, self.viewings[page] = taken.state, taken.viewing
        self._counts(before, taken.credited)

    def _counts(self, before: State, credited: int) -> None:
        self.credited += credited
        assert set(self.state.watched.without(range(900))) <= set(before.watched.without(range(900)))
        assert self.state.watched.count - before.watched.count == credited >= 0
        assert self.state.grace_left_ms <= before.grace_left_ms
        self.reached.note("credited", when=credited > 0)
        self.reached.note("credited much at once", when=credited >= 60)
        self.reached.note("the grace is used up", when=self.state.grace_left_ms < 1_000)
        self.reached.note("the film is complete", when=not self.state.watched.gaps())

    @invariant()
    def never_above_the_bound(self) -> None:
        if not self.viewings:
            return  # before the beginning
        assert self.state.watched.count == self.credited
        assert self.credited * 1000 <= self.real_ms * self.speed_pct // 100 + 5_000
        assert 0 <= self.state.grace_left_ms <= 5_000
        assert all(0 <= viewing.spare_ms <= 5_000 for viewing in self.viewings)


def test_no_forger_is_credited_more_than_real_time_allows() -> None:
    reached = Reached(*REACHED)
    machine = type("ForgerHere", (Forger,), {"reached": reached})
    examples, steps = (2_000, 80) if SOAK else (40, 40)
    drawn = settings(max_examples=examples, stateful_step_count=steps, phases=PHASES, deadline=None)
    run_state_machine_as_test(machine, settings=drawn)
    reached.check()


@settings(deadline=None)
@given(st.lists(st.lists(pairs, max_size=4), max_size=8), st.randoms(use_true_random=False))
def test_with_time_enough_the_order_of_beats_never_matters(
    beats: list[list[list[float]]], chance: random.Random
) -> None:
    def play(order: list[list[list[float]]]) -> State:
        state, viewing = State(b"", 240_000), Viewing(0)
        for seq, spans in enumerate(order, 1):
            told = Beat(seq, read_spans(spans))
            state, viewing, _, _ = watching.beat(state, viewing, told, seq * 120_000, DOUBLE)
        return state

    assert play(beats).watched.stretches() == play(chance.sample(beats, len(beats))).watched.stretches()


# --- the honest viewer


def watch_to_the_end(seconds: int, speed_pct: int, begin_ms: int, pause: Callable[[], tuple[int, int]]) -> State:
    """Plays a film as the watch page does: every beat tells all that was played and isn't yet credited.

    `pause` gives, for each beat, how long the film played before it and how late the beat arrives, in milliseconds.
    """
    state, viewing, clock, place = State(b"", seconds * 1000), Viewing(0), begin_ms, 0
    for seq in range(1, 10_000):
        played_for, late = pause()
        played_for = min(played_for, (seconds * 1000 - place) * 100 // speed_pct + 1)
        clock += played_for
        place = min(place + played_for * speed_pct // 100, seconds * 1000)
        spans = [(max(0, start * 1000), min(end * 1000, place)) for start, end in state.watched.gaps()]
        told = Beat(seq, tuple(span for span in spans if span[0] < span[1]))
        state, viewing, _, _ = watching.beat(state, viewing, told, clock + late, speed_pct=DOUBLE)
        if place == seconds * 1000:
            break
    return state


@settings(deadline=None)
@given(
    seconds=st.integers(1, 1200),
    speed_pct=st.sampled_from([100, 125, 150, 200]),
    begin_ms=st.integers(0, 60_000),
    chance=st.randoms(use_true_random=False),
)
def test_an_honest_viewer_loses_nothing(seconds: int, speed_pct: int, begin_ms: int, chance: random.Random) -> None:
    def pause() -> tuple[int, int]:
        return chance.randint(9_000, 11_000), chance.randint(0, 2_000)

    state = watch_to_the_end(seconds, speed_pct, begin_ms, pause)
    assert state.watched.gaps() == ()
    assert state.watched.complete(100)


@pytest.mark.parametrize(("speed_pct", "grace_left_ms"), [(100, 5000), (200, 4500)])
def test_the_grace_is_all_but_untouched_by_an_honest_viewer(speed_pct: int, grace_left_ms: int) -> None:
    state = watch_to_the_end(605, speed_pct, 0, lambda: (9_750, 0))
    assert state.watched.gaps() == ()
    assert state.grace_left_ms >= grace_left_ms


def test_a_broken_line_of_four_minutes_costs_a_viewer_at_normal_speed_nothing() -> None:
    state = watch_to_the_end(600, 100, 0, iter_of([(240_000, 0)] + [(10_000, 0)] * 40))
    assert state.watched.gaps() == ()
    assert state.grace_left_ms == 5000


def test_what_a_longer_break_cut_comes_back_while_watching_on() -> None:
    state = watch_to_the_end(1800, 100, 0, iter_of([(600_000, 0)] + [(10_000, 0)] * 200))
    assert state.watched.gaps() == ()


def iter_of(pauses: list[tuple[int, int]]) -> Callable[[], tuple[int, int]]:
    remaining = iter(pauses)
    return lambda: next(remaining)
