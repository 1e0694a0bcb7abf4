"""Publishing trainings and their attendance at the command line."""

import io
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.commands import check
from content.importing.member_record import MemberRecord
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.people import members
from tests.bot.commands.desk import Desk
from tests.content.test_trainings import SOUND

HEADER = "会員ID,単位,入室,退室\n"
AFTER = datetime.fromisoformat("2026-11-22T15:10:00+09:00")


class Organiser(Desk):
    """An organiser's folder, and what 青井 earns by it."""

    def __init__(self, sessions: Sessions, folder: Path, now: datetime) -> None:
        super().__init__(sessions, folder, now)
        with sessions.begin() as session:
            members.put(session, sessions.cipher, MemberRecord("1000000001", "青井 遥", date(1972, 2, 4)), now)
            account = members.account(session, sessions.cipher, "1000000001", member_no=True, mamis_id=False)
        self.aoi = account.id

    def hears(self, at: datetime, path: Path | None = None) -> list[str]:
        """What is said when the folder, or a file of it, is published at that moment."""
        return self.publishes(at, path)[1]

    @property
    def half_units(self) -> int:
        with self.sessions.begin() as session:
            return sum(one.half_units for one in ledger.standing(session, self.aoi))


@pytest.fixture
def desk(sessions: Sessions, tmp_path: Path, now: datetime) -> Organiser:
    return Organiser(sessions, tmp_path, now)


def test_announced_first_and_registered_afterwards(desk: Organiser, now: datetime) -> None:
    desk.puts("asthma-talk.yaml", SOUND)
    assert desk.hears(now) == ["asthma-talk: new"]
    listed = desk.puts("asthma-talk.csv", f"{HEADER}1000000001,0.5,,\n")
    assert desk.hears(AFTER, listed) == ["asthma-talk: 1 listed, 1 newly registered"]
    assert desk.hears(AFTER) == ["asthma-talk: unchanged", "asthma-talk: 1 listed, 0 newly registered"]
    assert desk.half_units == 1


def test_while_anything_is_wrong_nothing_is_registered(desk: Organiser) -> None:
    desk.puts("asthma-talk.yaml", SOUND)
    desk.puts("asthma-talk.csv", f"{HEADER}1000000001,1,,\n9999999999,1,,\n")
    desk.puts("cough-talk.csv", f"{HEADER}1000000001,1,,\n")
    said = desk.hears(AFTER)
    assert said[0].startswith("asthma-talk.csv:3: there is no member 9999999999")
    assert said[1].startswith("cough-talk.csv:1: there is no training 'cough-talk'")
    assert said[2:] == ["2 faults.", "Nothing was published."]
    assert desk.half_units == 0


def test_not_before_it_is_over(desk: Organiser, now: datetime) -> None:
    desk.puts("asthma-talk.yaml", f"{SOUND}attendance: checkin\n")
    assert desk.hears(now)[0].startswith("asthma-talk.yaml:13: the training is not over yet")
    assert desk.hears(AFTER) == ["asthma-talk: new, 0 newly registered"]


def test_check_knows_what_the_files_say(desk: Organiser) -> None:
    desk.puts("asthma-talk.yaml", SOUND)
    desk.puts("asthma-talk.csv", f"{HEADER}1000000001,1.5,,\n1000000001,0.3,,\n")
    out = io.StringIO()
    assert check.run(desk.folder, out) == 1
    said = out.getvalue().replace(f"{desk.folder}/", "").splitlines()
    assert said[0] == "asthma-talk.csv:2: 1.5 credits are more than the 1 of the training"
    assert said[1].startswith("asthma-talk.csv:3: 単位 is counted in steps of 0.5")
