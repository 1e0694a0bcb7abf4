"""Since when a total is complete: both sides of every day on which a kind of credit begins."""

from datetime import date, timedelta

import pytest

from content.credits.since import EVERY, Since, by_day, late
from content.values import CERTIFIED, E_LEARNING, CreditKind
from content.words import EN, JA

FIRST, LATER = date(2025, 4, 1), date(2025, 4, 2)
DAY = timedelta(days=1)
LECTURE, COOPERATION, JOURNAL, TRAINING, DECLARATION = CreditKind


@pytest.mark.parametrize(
    ("day", "first", "is_late"),
    [
        (FIRST, FIRST, False),
        (LATER, FIRST, True),
        (FIRST, LATER, False),
        (date(2025, 3, 31), FIRST, False),
        (None, FIRST, True),
        (None, None, True),
        (FIRST, None, True),
        (date.min, None, False),
        (date.min, date.min, False),
    ],
)
def test_a_kind_is_late_if_it_begins_after_the_first_day(day: date | None, first: date | None, is_late: bool) -> None:
    assert late({TRAINING: day}, first) == ((Since(TRAINING, day),) if is_late else ())


def test_only_the_kinds_that_are_asked_for() -> None:
    record = dict.fromkeys(EVERY, LATER)
    assert [one.kind for one in late(record, FIRST, CERTIFIED)] == [LECTURE, COOPERATION, TRAINING]
    assert [one.kind for one in late(record, FIRST)] == list(EVERY)


def test_the_kinds_of_a_day_stand_together() -> None:
    some = (Since(LECTURE, LATER), Since(JOURNAL, None), Since(TRAINING, FIRST), Since(COOPERATION, LATER))
    assert list(by_day(some).items()) == [
        (FIRST, [TRAINING]),
        (LATER, [LECTURE, COOPERATION]),
        (None, [JOURNAL]),
    ]


@pytest.mark.parametrize(
    ("kinds", "days", "ja", "en"),
    [
        (
            EVERY,
            (FIRST,),
            "すべての単位は2025年4月1日からの記録です。それより前の単位は、含まれない場合があります。",
            "Recorded here: all credits from 1 Apr 2025. Earlier credits may be missing.",
        ),
        (
            (*E_LEARNING, TRAINING),
            (FIRST,),
            "日医e-ラーニング・研修会は2025年4月1日からの記録です。それより前の単位は、含まれない場合があります。",
            "Recorded here: courses, trainings from 1 Apr 2025. Earlier credits may be missing.",
        ),
        (
            (LECTURE, DECLARATION),
            (FIRST, LATER),
            "生涯教育講座は2025年4月1日、申告書は2025年4月2日からの記録です。"
            "それより前の単位は、含まれない場合があります。",
            "Recorded here: association courses from 1 Apr 2025; declarations from 2 Apr 2025."
            " Earlier credits may be missing.",
        ),
        (
            (TRAINING, JOURNAL),
            (FIRST, None),
            "研修会は2025年4月1日からの記録です。それより前の単位は、含まれない場合があります。"
            "日医雑誌 問題解答は、ここでは記録していません。",
            "Recorded here: trainings from 1 Apr 2025. Earlier credits may be missing."
            " Not recorded here: the journal quiz.",
        ),
        (EVERY, (None,), "すべての単位は、ここでは記録していません。", "Not recorded here: all credits."),
    ],
)
def test_how_it_is_said(kinds: tuple[CreditKind, ...], days: tuple[date | None, ...], ja: str, en: str) -> None:
    since = tuple(Since(kind, days[min(place, len(days) - 1)]) for place, kind in enumerate(kinds))
    assert JA.since.said(since) == ja
    assert EN.since.said(since) == en


def test_a_document_gives_the_same_again() -> None:
    for one in (Since(TRAINING, FIRST), Since(JOURNAL, None)):
        assert Since.from_document(one.to_document()) == one


@pytest.mark.parametrize(
    ("brought", "first", "days"),
    [
        (None, FIRST, []),
        (None, FIRST - DAY, [FIRST]),
        (FIRST - 9 * DAY, FIRST - 9 * DAY, []),
        (FIRST - 9 * DAY, FIRST - 10 * DAY, [FIRST - 9 * DAY]),
        (FIRST + DAY, FIRST, []),
    ],
)
def test_what_was_brought_along_makes_a_record_begin_earlier(
    brought: date | None, first: date, days: list[date]
) -> None:
    """What is not kept here stays incomplete: what is earned of it later is not brought."""
    kept = {LECTURE: FIRST, JOURNAL: None}
    assert late(kept, first, brought=brought) == (
        *(Since(LECTURE, day) for day in days),
        Since(JOURNAL, None),
    )
