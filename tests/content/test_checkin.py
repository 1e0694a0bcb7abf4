"""Show check-in codes: good for two steps and no second longer, told apart by training, and readable however typed."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.attendance import checkin
from content.attendance.checkin import Door, hours
from content.rules import Rulebook

RULES = Rulebook().at(datetime(2026, 11, 22, tzinfo=UTC).date())
START = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SECRETS = st.binary(min_size=32, max_size=32)
MOMENTS = st.integers(0, 10**12).map(lambda ms: START + timedelta(milliseconds=ms))


@given(SECRETS, MOMENTS)
def test_a_code_is_good_for_its_step_and_the_next_one(secret: bytes, at: datetime) -> None:
    step = checkin.step_of(at, RULES)
    first, code = checkin.begins(step, RULES), checkin.code(secret, step)
    assert first <= at < first + 30 * SECOND
    for moment in (first, at, first + 59 * SECOND, first + 60 * SECOND - SECOND / 1000):
        assert checkin.is_shown(secret, code, moment, RULES)
    for moment in (first - SECOND, first + 60 * SECOND):
        assert checkin.is_shown(secret, code, moment, RULES) is (
            code in {checkin.code(secret, checkin.step_of(moment, RULES) - back) for back in (0, 1)}
        )
    assert not checkin.is_shown(secret, code, first + timedelta(days=1), RULES)


@given(SECRETS, SECRETS, MOMENTS)
def test_another_training_shows_other_codes(one: bytes, other: bytes, at: datetime) -> None:
    code = checkin.code(one, checkin.step_of(at, RULES))
    assert checkin.is_shown(other, code, at, RULES) is (one == other)


@given(SECRETS, MOMENTS, st.integers(1, 2**31 - 1))
def test_a_code_is_easy_to_type_and_fits_a_link(secret: bytes, at: datetime, training: int) -> None:
    code = checkin.code(secret, checkin.step_of(at, RULES))
    assert re.fullmatch("[2-9A-HJ-NP-Z]{8}", code)
    assert code.startswith(checkin.mark(secret))
    wide = code.lower().translate({ord(sign): ord(sign) + 0xFEE0 for sign in "abcdefghijklmnopqrstuvwxyz23456789"})
    for typed in (code, code.lower(), f" {code[:4]} {code[4:]}\n", f"{code[:4]}-{code[4:]}", wide):
        assert checkin.normal(typed) == code
    payload = checkin.payload(training, code)
    assert re.fullmatch("[A-Za-z0-9_-]{1,64}", payload)
    assert checkin.read_payload(payload.removeprefix("ci_")) == (training, code)


@given(SECRETS, MOMENTS)
def test_an_old_code_says_when_it_was_shown(secret: bytes, at: datetime) -> None:
    step = checkin.step_of(at, RULES)
    code, day = checkin.code(secret, step), timedelta(hours=1)
    assert checkin.begins(step, RULES) in list(checkin.shown_at(secret, code, at - day, at + day, RULES))
    assert not list(checkin.shown_at(bytes(32), code, at - day, at + day, RULES)) or secret == bytes(32)


@pytest.mark.parametrize("typed", ["", "K7MP3XQ", "K7MP3XQ22", "K7MP3XQO", "K7MP3XQ0", "K7MP3XQ1", "高血圧の講座です"])
def test_what_is_no_code(typed: str) -> None:
    assert not checkin.normal(typed)


@pytest.mark.parametrize(
    "payload", ["", "5", "5_", "_K7MP3XQ2", "0_K7MP3XQ2", "5_k7mp3xq2", f"{2**31}_K7MP3XQ2", "5_K7MP3XQ2_"]
)
def test_a_link_that_is_not_ours(payload: str) -> None:
    with pytest.raises(ValueError, match="no check-in"):
        checkin.read_payload(payload)


def test_the_doors_to_the_second() -> None:
    doors = hours(START, START + timedelta(minutes=90), RULES)
    opens, closes = START - timedelta(minutes=60), START + timedelta(minutes=30)
    leaves, ends = START + timedelta(minutes=60), START + timedelta(minutes=150)
    for moment, door in (
        (opens - SECOND, None),
        (opens, Door.ENTRY),
        (closes - SECOND, Door.ENTRY),
        (closes, None),
        (leaves - SECOND, None),
        (leaves, Door.EXIT),
        (ends - SECOND, Door.EXIT),
        (ends, None),
    ):
        assert doors.door(moment) is door


@given(st.integers(1, 600), MOMENTS)
def test_one_moment_is_never_an_entry_and_an_exit(minutes: int, start: datetime) -> None:
    doors = hours(start, start + timedelta(minutes=minutes), RULES)
    assert doors.entry_from < doors.entry_until <= doors.exit_from < doors.exit_until
