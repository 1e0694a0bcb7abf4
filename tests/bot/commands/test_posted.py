"""doctor --letters: an operator who has a member's ID is told what became of that member's letters."""

import io
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.commands import posted
from content.importing.member_record import MemberRecord
from content.keys.letters import CertificateReady, ClaimDecided, JointDecided, Unfinished
from storage.engine.sessions import Sessions
from storage.people import members
from storage.post import letters
from storage.staff import search
from tests.bot.commands.conftest import Run
from tests.conftest import NOW

ME, OTHER = "1000000001", "1000000002"
MORNING = NOW + timedelta(hours=13)


def joined(session: Session, sessions: Sessions, no: str) -> int:
    """A member who came in with this user ID."""
    members.put(session, sessions.cipher, MemberRecord(no, "見本 葵", date(1972, 2, 4)), NOW)
    found = search.by_id(session, sessions.cipher, no)
    assert found is not None
    return found


def told(sessions: Sessions, typed: str) -> tuple[int, list[str]]:
    out = io.StringIO()
    return posted.run(sessions, typed, out), out.getvalue().splitlines()


def test_each_letter_is_told_with_its_state_the_last_queued_first(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me, other = (joined(session, sessions, no) for no in (ME, OTHER))
        for key in (ClaimDecided(4), JointDecided(3, 7, "名簿"), CertificateReady(NOW.date()), Unfinished(5)):
            letters.put(session, member_id=me, key=key, slot="1", at=NOW)
        letters.put(session, member_id=other, key=ClaimDecided(5), slot="1", at=NOW)
    with sessions.begin() as session:
        claimed = {one.id: one for one in letters.claim(session, NOW)}
        letters.settle(session, claimed[1], "sent", NOW)
        letters.settle(session, claimed[2], "dropped", NOW, outcome="the person can't be reached")
        letters.postpone(session, claimed[3], MORNING, "quiet hours")
    assert told(sessions, ME) == (
        0,
        [
            "Letter 4 (reminder): a process sends it now (try 1)",
            f"Letter 3 (certificate_ready): waits until {MORNING:%F %T} UTC, tried 0 times: quiet hours",
            f"Letter 2 (joint_decided): dropped at {NOW:%F %T} UTC: the person can't be reached",
            f"Letter 1 (claim_decided): sent at {NOW:%F %T} UTC",
        ],
    )


def test_the_latest_twenty_are_told(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me = joined(session, sessions, ME)
        for number in range(1, 22):
            letters.put(session, member_id=me, key=ClaimDecided(number), slot="1", at=NOW)
    said = told(sessions, ME)[1]
    assert (len(said), said[0][:10], said[-1][:9]) == (20, "Letter 21 ", "Letter 2 ")


def test_a_member_without_letters_and_an_unknown_one(sessions: Sessions) -> None:
    with sessions.begin() as session:
        joined(session, sessions, ME)
    assert told(sessions, ME) == (0, ["No letter to the member 1000000001 was ever queued."])
    assert told(sessions, OTHER) == (1, ["No member has the ID 1000000002."])


@pytest.mark.usefixtures("ready")
def test_it_is_an_option_of_doctor(run: Run) -> None:
    assert run("doctor", "--letters", OTHER, code=1) == "No member has the ID 1000000002.\n"
