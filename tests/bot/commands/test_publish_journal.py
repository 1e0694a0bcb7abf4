"""Publishing issues of the journal and postcards at the command line, and the demo's issues on another day."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.demo import journal as demo
from content.journal import Channel
from content.rules import day_of
from storage.engine.sessions import Sessions
from storage.journal import issues, sheets
from tests import samples
from tests.bot.commands.desk import Desk
from tests.content.test_journal import HEADER, SOUND, SPECIAL

SENT = "1000000001,2026-12,2026-11-20,2 13\n"


class PostDesk(Desk):
    """One member has the number from the cipher, as imported ones have."""

    def __init__(self, sessions: Sessions, folder: Path, now: datetime) -> None:
        super().__init__(sessions, folder, now)
        with sessions.begin() as session:
            self.member = samples.member(session, now, no="1000000001")


@pytest.fixture
def desk(sessions: Sessions, tmp_path: Path, now: datetime) -> PostDesk:
    return PostDesk(sessions, tmp_path, now)


def test_issues_and_the_postcards_of_one(desk: PostDesk) -> None:
    desk.puts("2026-12.yaml", SOUND)
    desk.puts("2026-11-special.yaml", SPECIAL.replace("2026-12", "2026-11-special"))
    desk.puts("cards.csv", HEADER + SENT)
    assert desk.checks() == ["2 issues, 1 postcard, no fault."]
    assert desk.publishes() == (
        0,
        ["2026-11-special: new (edition 1)", "2026-12: new (edition 1)", "1 postcard taken"],
    )
    assert desk.publishes() == (
        0,
        [
            "2026-11-special: unchanged (edition 1)",
            "2026-12: unchanged (edition 1)",
            "0 postcards taken",
            "cards.csv:2: 1000000001 for 2026-12: taken before",
        ],
    )
    with desk.sessions.reading() as session:
        sheet = sheets.of(session, desk.member, issues.by_slug(session, "2026-12").id)
    assert sheet is not None
    assert sheet.submitted_at is not None
    assert (sheet.channel, sheet.ticks.ticked, sheet.ticks.right) == (Channel.POSTCARD, (2, 5), 2)
    assert day_of(sheet.submitted_at) == date(2026, 11, 20)


def test_who_has_submitted_by_web_is_named(desk: PostDesk) -> None:
    desk.puts("2026-12.yaml", SOUND)
    desk.publishes()
    with desk.sessions.begin() as session:
        sheet = sheets.begin(session, desk.member, issues.by_slug(session, "2026-12"), desk.now)
        for place in (1, 2):
            sheets.choose(session, desk.member, sheet.id, place, 1, desk.now)
        sheets.submit(session, desk.member, sheet.id, desk.now)
    desk.puts("cards.csv", HEADER + SENT)
    code, said = desk.publishes()
    assert (code, said[1:]) == (
        0,
        [
            "0 postcards taken",
            "cards.csv:2: 1000000001 for 2026-12: the member has submitted by web, and one way excludes the other",
        ],
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1000000002,2026-12,2026-11-20,2 13", "there is no member 1000000002"),
        ("1000000001,2026-10,2026-11-20,2 13", "there is no issue '2026-10' with questions"),
        ("1000000001,2026-12,2026-11-20,2", "1 answers are given, and the issue asks 2 questions"),
        ("1000000001,2026-12,2026-11-23,2 13", "received on 2026-11-23, which is in the future"),
        ("1000000001,2026-09,2026-10-02,2 13", "received after the deadline of 2026-09"),
    ],
)
def test_a_fault_in_one_postcard_takes_none(row: str, reason: str, desk: PostDesk) -> None:
    desk.puts("2026-12.yaml", SOUND)
    september = SOUND.replace("2026-12-25", "2026-10-01").replace("2026-12", "2026-09")
    desk.puts("2026-09.yaml", september)
    desk.puts("2026-08.yaml", september.replace("2026-09", "2026-08"))
    desk.puts("cards.csv", f"{HEADER}1000000001,2026-08,2026-09-30,2 13\n{row}\n")
    code, said = desk.publishes()
    assert code == 1
    assert said[0].startswith(f"cards.csv:3: {reason}")
    assert said[1:] == ["1 fault.", "Nothing was published."]
    with desk.sessions.reading() as session:
        assert issues.listed(session).issues == ()


def test_two_files_of_one_issue(desk: PostDesk) -> None:
    (desk.folder / "a").mkdir()
    desk.puts("2026-12.yaml", SOUND)
    desk.puts("a/2026-12.yaml", SOUND)
    assert desk.publishes()[1][0] == "a/2026-12.yaml:1: the issue '2026-12' is described by 2026-12.yaml already"


@pytest.mark.parametrize("days", [0, 39, 400])
def test_the_demos_issues_move_with_its_day(days: int, sessions: Sessions, now: datetime) -> None:
    at = now + timedelta(days=days)
    with sessions.begin() as session:
        for number in (4, 5):
            samples.member(session, at, no=f"100000000{number}")
    demo.furnish(sessions, at)
    with sessions.reading() as session:
        every = issues.listed(session)
    found = [(one.issue.takes_answers(at), one.issue.tells(at)) for one in every.issues]
    assert found == [(True, False), (True, False), (False, False), (False, True)]
    months = [(one.issue.month.year - at.year) * 12 + one.issue.month.month - at.month for one in every.issues]
    assert months == [1, 0, -1, -2]
    assert [one.slug[7:] for one in every.specials] == ["-special"]
