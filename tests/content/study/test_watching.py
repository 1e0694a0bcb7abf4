"""The rule of watching, case by case."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.study import beats, watching
from content.study.watching import Beat, Span, State, Viewing, Watched

DOUBLE = 200
TEN_MINUTES = State(b"", 600_000)


def after(seconds: float, *spans: Span, state: State = TEN_MINUTES, visible: bool = True) -> watching.Taken:
    """The outcome of one beat so many seconds after the opening."""
    return watching.beat(state, Viewing(0), Beat(1, spans, visible), round(seconds * 1000), DOUBLE)


def stretches(state: State) -> tuple[tuple[int, int], ...]:
    return state.watched.stretches()


# --- seconds, stretches, completion


def test_stretches_and_gaps_together_are_the_film() -> None:
    watched = Watched(b"", 20).having([0, 1, 2, 9, 19])
    assert watched.stretches() == ((0, 3), (9, 10), (19, 20))
    assert watched.gaps() == ((3, 9), (10, 19))
    assert watched.count == 5
    assert Watched(b"", 0).stretches() == Watched(b"", 0).gaps() == ()


def test_bitmap_has_one_byte_for_eight_seconds_and_no_bit_beyond_the_film() -> None:
    assert Watched(b"", 9).having([0, 8]).bitmap == b"\x01\x01"
    assert Watched(b"\xff" * 5, 9).count == 9
    assert Watched(b"\xff" * 5, 9).having([]).bitmap == b"\xff\x01"


@pytest.mark.parametrize(
    ("duration_ms", "seconds"),
    [(0, 0), (1, 1), (300, 1), (1499, 1), (1500, 2), (10_000, 10), (10_499, 10), (10_500, 11)],
)
def test_a_rest_under_half_a_second_belongs_to_the_second_before(duration_ms: int, seconds: int) -> None:
    assert watching.seconds_of(duration_ms) == seconds


@pytest.mark.parametrize(("seconds", "needed"), [(0, 1), (1, 1), (19, 19), (20, 19), (21, 20), (100, 95), (605, 575)])
def test_needed_is_rounded_up(seconds: int, needed: int) -> None:
    assert watching.needed(seconds, 95) == needed


def test_complete_on_both_sides_of_the_threshold() -> None:
    assert not Watched(b"", 100).having(range(94)).complete(95)
    assert Watched(b"", 100).having(range(95)).complete(95)


@pytest.mark.parametrize(
    ("spans", "seconds"),
    [
        ([(0, 1000)], [0]),
        ([(500, 1499)], [0]),
        ([(500, 1500)], [0, 1]),
        ([(501, 1500)], [1]),
        ([(0, 300), (600, 800)], [0]),
        ([(0, 300), (100, 300)], []),
        ([(9500, 99_000)], [9]),
        ([(-5000, 700)], [0]),
    ],
)
def test_a_second_counts_when_half_of_it_was_played(spans: list[Span], seconds: list[int]) -> None:
    assert watching.covered(spans, 10_000) == seconds


@pytest.mark.parametrize("duration_ms", [10_000, 10_400, 10_500, 10_999, 700, 20])
def test_the_last_second_of_any_film_can_be_reached(duration_ms: int) -> None:
    played = watching.covered([(0, duration_ms)], duration_ms)
    assert played == list(range(watching.seconds_of(duration_ms)))


# --- one beat


def test_double_speed_is_credited_whole_without_the_grace() -> None:
    taken = after(10, (0, 20_000))
    assert (stretches(taken.state), taken.credited, taken.cut_ms) == (((0, 20),), 20, 0)
    assert (taken.state.grace_left_ms, taken.viewing) == (5000, Viewing(10_000, 1, 0))


def test_beyond_double_speed_the_grace_is_used_up_and_the_rest_is_cut() -> None:
    taken = after(10, (100_000, 140_000))
    assert (stretches(taken.state), taken.credited, taken.cut_ms) == (((100, 125),), 25, 15_000)
    assert taken.state.grace_left_ms == 0
    again = watching.beat(taken.state, Viewing(0), Beat(1, ((0, 9000),)), 0, DOUBLE)
    assert (again.credited, again.cut_ms) == (0, 9000)


def test_a_gap_counts_for_two_minutes_at_most() -> None:
    assert after(119, (0, 600_000)).credited == 238 + 5
    assert after(120, (0, 600_000)).credited == after(3600, (0, 600_000)).credited == 240 + 5


def test_what_is_left_over_is_carried_up_to_five_seconds() -> None:
    first = after(10, (0, 16_500))
    assert first.viewing.spare_ms == 3000
    idle = after(100)
    assert idle.viewing.spare_ms == 5000
    second = watching.beat(replace(idle.state, grace_left_ms=0), idle.viewing, Beat(2, ((0, 60_000),)), 110_000, DOUBLE)
    assert second.credited == 25


def test_seconds_watched_before_cost_nothing() -> None:
    first = after(10, (0, 20_000))
    again = watching.beat(first.state, first.viewing, Beat(2, ((0, 24_000),)), 12_000, DOUBLE)
    assert (again.credited, again.cut_ms, again.viewing.spare_ms) == (4, 0, 0)


def test_hidden_time_is_neither_credited_nor_banked() -> None:
    hidden = after(60, (0, 60_000), visible=False)
    assert (stretches(hidden.state), hidden.viewing) == ((), Viewing(60_000, 1, 0))
    shown = watching.beat(
        replace(hidden.state, grace_left_ms=0), hidden.viewing, Beat(2, ((0, 60_000),)), 65_000, DOUBLE
    )
    assert shown.credited == 10


def test_an_ended_viewing_an_old_beat_and_a_repeated_one_change_nothing() -> None:
    state, viewing = TEN_MINUTES, Viewing(0, seq=5, spare_ms=100)
    told = Beat(5, ((0, 10_000),))
    assert watching.beat(state, viewing, told, 60_000, DOUBLE) == (state, viewing, 0, 0)
    assert watching.beat(state, viewing, replace(told, seq=4), 60_000, DOUBLE) == (state, viewing, 0, 0)
    ended = replace(viewing, live=False)
    assert watching.beat(state, ended, replace(told, seq=6), 60_000, DOUBLE) == (state, ended, 0, 0)


def test_a_clock_set_back_banks_nothing_twice() -> None:
    state = replace(TEN_MINUTES, grace_left_ms=0)
    first = watching.beat(state, Viewing(100_000), Beat(1, ((0, 60_000),)), 90_000, DOUBLE)
    assert (first.credited, first.viewing.last_at_ms) == (0, 100_000)
    assert watching.beat(state, first.viewing, Beat(2, ((0, 60_000),)), 101_000, DOUBLE).credited == 2


@pytest.mark.parametrize("behind_ms", [watching.BEHIND_MS, watching.BEHIND_MS + 1, 3_600_000])
def test_a_beat_by_a_clock_far_behind_brings_nothing_by_itself(behind_ms: int) -> None:
    now = 10_000_000
    taken = watching.beat(TEN_MINUTES, Viewing(now + behind_ms), Beat(1, ((0, 60_000),)), now, DOUBLE)
    owes = behind_ms > watching.BEHIND_MS
    assert taken.credited == (0 if owes else 5)
    assert taken.viewing.last_at_ms == (now if owes else now + behind_ms)
    assert taken.viewing.spare_ms == (-2 * watching.GAP_MS if owes else 0)
    assert taken.state.grace_left_ms == (watching.GRACE_MS if owes else 0)


def test_one_beat_of_a_fast_clock_costs_two_minutes_and_no_hour() -> None:
    """Ten minutes, told every ten seconds. The second beat comes by a clock that is an hour fast."""
    state, viewing = replace(TEN_MINUTES, grace_left_ms=0), Viewing(0)
    credited = []
    for seq in range(1, 61):
        told = Beat(seq, ((0, seq * 10_000),))
        at = seq * 10_000 + (3_600_000 if seq == 2 else 0)
        taken = watching.beat(state, viewing, told, at, 100)
        state, viewing = taken.state, taken.viewing
        credited.append(state.watched.count)
    assert credited[1] == 20
    assert all(count <= 10 * seq for seq, count in enumerate(credited, start=1))
    assert credited[-1] == 600 - 130  # the beat itself, and the two minutes that it was given too early


def test_a_clock_that_jumps_there_and_back_brings_no_more_than_real_time() -> None:
    """The worst page, which always tells that it has played everything."""
    state, viewing = replace(TEN_MINUTES, grace_left_ms=0), Viewing(0)
    for seq in range(1, 41):
        at = seq * 10_000 + (3_600_000 if seq % 2 else 0)
        taken = watching.beat(state, viewing, Beat(seq, ((0, 600_000),)), at, 100)
        state, viewing = taken.state, taken.viewing
        assert state.watched.count * 1000 <= seq * 10_000 + watching.GAP_MS


# --- what a page may send

NOT_SPANS = [
    None,
    "spans",
    {"0": 1},
    [5],
    [[1]],
    [[1, 2, 3]],
    [[2, 1]],
    [[1, 1]],
    [[-1, 5]],
    [[math.nan, 5]],
    [[0, math.nan]],
    [[0, math.inf]],
    [[-math.inf, 5]],
    [[math.inf, math.inf]],
    [[False, True]],
    [["0", "5"]],
    [[None, 5]],
]


@pytest.mark.parametrize("told", NOT_SPANS)
def test_spans_that_are_none_are_passed_over(told: object) -> None:
    assert beats.read_spans(told) == ()


def test_spans_are_read_to_the_millisecond_and_only_the_first_two_hundred() -> None:
    assert beats.read_spans([[0, 1.2345], [2.0, 3]]) == ((0, 1234), (2000, 3000))
    assert len(beats.read_spans([[n, n + 1] for n in range(201)])) == 200
    assert watching.covered(beats.read_spans([[0, 10**400]]), 3000) == [0, 1, 2]
    assert watching.covered(beats.read_spans([[10**400, 10**401]]), 3000) == []


@pytest.mark.parametrize("seq", [None, "1", 1.0, True, 0, -1, 2**31, 10**400])
def test_a_seq_that_is_none_changes_nothing(seq: object) -> None:
    told = beats.read_beat({"seq": seq, "spans": [[0, 5]], "visible": True})
    assert watching.beat(TEN_MINUTES, Viewing(0), told, 10_000, DOUBLE).state == TEN_MINUTES


@pytest.mark.parametrize("visible", [None, False, 1, "true"])
def test_only_a_true_visible_counts(visible: object) -> None:
    assert not beats.read_beat({"seq": 1, "visible": visible}).visible
    assert beats.read_beat({"seq": 2**31 - 1, "spans": [[0, 1]], "visible": True}) == Beat(2**31 - 1, ((0, 1000),))


@pytest.mark.parametrize(
    ("told", "position"),
    [(12.9, 12), (0, 0), (599.99, 599), (10**400, 600), (-1, 7), (math.nan, 7), (math.inf, 7), ("9", 7), (True, 7)],
)
def test_the_position_stays_within_the_film(told: object, position: int) -> None:
    assert beats.read_position(told, 600_000, before=7) == position


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "1", "NaN"])
anything: st.SearchStrategy[object] = scalars | st.lists(
    scalars | st.lists(scalars, max_size=3) | st.just({}), max_size=4
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["seq", "spans", "visible", "x"]), anything))
def test_no_message_is_a_fault(document: dict[str, object]) -> None:
    told = beats.read_beat(document)
    taken = watching.beat(State(b"", 10_000), Viewing(0), told, 1000, DOUBLE)
    assert taken.credited <= 2 + 5
