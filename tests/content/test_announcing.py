"""What staff type for an announcement: each with what lies on the other side of its boundary."""

from datetime import UTC, date, datetime, timedelta

import pytest

from content.announcing import typed
from content.announcing.announcement import LONGEST, Audience, Of, Report, audience, bar
from content.announcing.typed import LATEST, Slip

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("of", "value", "good"),
    [
        *(("all", "", True), ("all", "x", False), ("some", "", False), ("", "", False)),
        *(("prefecture", "東京都", True), ("prefecture", "東京", False), ("prefecture", "", False)),
        *(("role", "editor", True), ("role", "boss", False), ("role", "EDITOR", False)),
        *(
            ("code", "0", True),
            ("code", "83", True),
            ("code", "84", False),
            ("code", "-1", False),
            ("code", "07", False),
        ),
        *(("course", "1", True), ("course", "01", False), ("course", "1234567890", False), ("course", "１", False)),
        *(("since", "2026-11-22", True), ("since", "2026-02-30", False), ("since", "20261122", False)),
        *(("since", "2000-01-01", True), ("since", "1999-12-31", False), ("since", "0001-01-01", False)),
    ],
)
def test_the_audience_of_a_button(of: str, value: str, good: bool) -> None:
    assert audience(of, value) == (Audience(Of(of), value) if good else None)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("74", "74"),
        ("ＣＣ７４", "74"),
        ("七十四", "74"),
        ("0", "0"),
        ("83", "83"),
        ("84", None),
        ("高血圧症", "74"),
        ("", None),
    ],
)
def test_a_code(said: str, code: str | None) -> None:
    assert typed.code(said) == (Audience(Of.CODE, code) if code else Slip.NO_CODE)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        *(("2026/11/1", "2026-11-01"), ("令和8年11月1日（日）", "2026-11-01"), ("11/22", "2026-11-22")),
        *(("11/23", "2025-11-23"), ("2026年11月22日", "2026-11-22"), ("2026/11/23", Slip.AHEAD)),
        *(("2/30", Slip.NO_DAY), ("昔", Slip.NO_DAY), ("1999/12/31", Slip.NO_DAY), ("", Slip.NO_DAY)),
    ],
)
def test_a_day_since_which_nobody_has_logged_in(said: str, day: str | Slip) -> None:
    assert typed.day(said, TODAY) == (day if isinstance(day, Slip) else Audience(Of.SINCE, day))


@pytest.mark.parametrize(
    ("said", "at"),
    [
        *(
            ("12/1 9:00", (2026, 12, 1, 9, 0)),
            ("12/1 19:00", (2026, 12, 1, 19, 0)),
            ("12/11 9:00", (2026, 12, 11, 9, 0)),
        ),
        *(("１２月１日　９：３０", (2026, 12, 1, 9, 30)), ("12月1日（火）9時", (2026, 12, 1, 9, 0))),
        *(("2026年12月1日9時30分", (2026, 12, 1, 9, 30)), ("2026-12-01 23:59", (2026, 12, 1, 23, 59))),
        *(("11/22 10:01", (2026, 11, 22, 10, 1)), ("11/22 10:00", Slip.PAST), ("2026/11/21 23:00", Slip.PAST)),
        *(("11/21 9:00", Slip.TOO_LATE), ("2000/1/1 0:00", Slip.PAST), ("1999/1/1 0:00", Slip.NO_MOMENT)),
        *(("12/1", Slip.NO_MOMENT), ("9:00", Slip.NO_MOMENT), ("12/1 24:00", Slip.NO_MOMENT)),
        *(("12/1 9:60", Slip.NO_MOMENT), ("12/1 9:", Slip.NO_MOMENT), ("2/30 9:00", Slip.NO_MOMENT)),
        *(("", Slip.NO_MOMENT), ("あした", Slip.NO_MOMENT), ("0001/1/1 0:00", Slip.NO_MOMENT)),
    ],
)
def test_a_moment_of_japan(said: str, at: tuple[int, int, int, int, int] | Slip) -> None:
    found = typed.moment(said, NOW)
    assert found == (at if isinstance(at, Slip) else datetime(*at, tzinfo=UTC) - timedelta(hours=9))


def test_a_moment_is_at_most_so_far_ahead() -> None:
    last = NOW + LATEST + timedelta(hours=9)
    assert typed.moment(f"{last:%Y/%m/%d %H:%M}", NOW) == NOW + LATEST
    assert typed.moment(f"{last + timedelta(minutes=1):%Y/%m/%d %H:%M}", NOW) is Slip.TOO_LATE


def test_a_text_of_the_most_characters() -> None:
    assert typed.text("あ" * LONGEST) == "あ" * LONGEST
    assert typed.text("あ" * (LONGEST + 1)) is Slip.LONG
    assert typed.text("か\u3099" * LONGEST) == "が" * LONGEST, "counted as it is delivered"
    assert typed.text("𠮷" * LONGEST) == "𠮷" * LONGEST, "Telegram counts characters, not their halves"
    for nothing in ("", " \n\u200b\n　"):
        assert typed.text(nothing) is Slip.EMPTY
    assert typed.text(" 題 \n\n\n\n 文\u202e ") == "題\n\n文"


@pytest.mark.parametrize(
    ("percent", "shown"),
    [(0, "░" * 10), (9, "░" * 10), (10, "▓" + "░" * 9), (42, "▓▓▓▓░░░░░░"), (100, "▓" * 10)],
)
def test_the_bar(percent: int, shown: str) -> None:
    assert bar(percent) == f"{shown} {percent}%"


@pytest.mark.parametrize(
    ("report", "counted", "percent"),
    [
        *((Report(), 0, 0), (Report(), 5, 0), (Report(sent=5), 5, 100), (Report(sent=5), 3, 100)),
        *((Report(sent=3, waiting=2), 3, 60), (Report(sent=1, blocked=1, failed=1, unknown=1, unwanted=1), 10, 50)),
        (Report(sent=169_999, waiting=1), 170_000, 99),
    ],
)
def test_how_much_of_it_has_ended(report: Report, counted: int, percent: int) -> None:
    assert report.percent(counted) == percent
