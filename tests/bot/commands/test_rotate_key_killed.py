"""rotate-key, killed again and again while two other processes take taps."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.importing.member_record import MemberRecord
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats, members
from storage.people.members import Put
from storage.privacy import keycheck, seals
from storage.tables import Chat, Job, Member
from tests.bot.commands.rotating import rotating
from tests.conftest import NOW
from tests.sizes import SOAK
from tests.storage.keys import NEW, NEW_OLD, OLD, OLD_NEW, opened

AOI = MemberRecord("1000000001", "青井 遥", date(1972, 2, 4), "m20260001")
PEOPLE = 400 if SOAK else 40
KILLS = 100 if SOAK else 10


def test_killed_again_and_again_while_two_processes_take_taps_it_comes_to_its_end(sessions: Sessions) -> None:
    """One of them was given the keys in the new order, the other still in the former one at first."""
    with sessions.begin() as session:
        keycheck.note(session, OLD, NOW)
        for number in range(1, PEOPLE + 1):
            members.put(session, OLD, replace(AOI, member_no=f"{number:010}", mamis_id=f"m{number}"), NOW)
            chats.meet(session, OLD, number, "ja", NOW)
    with tapping(sessions, OLD_NEW) as late, tapping(sessions, NEW_OLD) as early:
        for kill in range(KILLS):
            with rotating(sessions, kill) as (process, lines):
                assert "rows are to be sealed" in lines.readline()
                assert lines.readline()
                process.kill()
    with tapping(sessions, NEW_OLD) as again, rotating(sessions, KILLS) as (_, lines):
        told = lines.read()
    assert f"Nothing is left under {OLD.marks[0]}" in told
    assert not [*late, *early, *again]
    with opened(sessions, NEW) as alone, alone.begin() as session:
        assert session.execute(select(func.count(Member.id))).scalar_one() == PEOPLE
        assert session.execute(select(func.count(Chat.id))).scalar_one() == PEOPLE
        assert list(seals.unreadable(session, NEW)) == []
        for number in range(1, PEOPLE + 1):
            assert chats.meet(session, NEW, number, "ja", NOW).id == number
            account = members.account(session, NEW, f"{number:010}", member_no=True, mamis_id=True)
            assert account.id == number
        (done,) = session.execute(select(Job.state)).scalars()
        assert done == "done"


@contextmanager
def tapping(sessions: Sessions, cipher: Cipher) -> Iterator[list[BaseException]]:
    """A process that meets everybody, over and over. What went wrong is in the list."""
    faults: list[BaseException] = []
    over = threading.Event()

    def taps() -> None:
        try:
            with opened(sessions, cipher) as other:
                number = 0
                while not over.wait(0.05):
                    number = number % PEOPLE + 1
                    with other.begin() as session:
                        one_tap(session, cipher, number)
        except Exception as error:
            faults.append(error)

    thread = threading.Thread(target=taps)
    thread.start()
    try:
        yield faults
    finally:
        over.set()
        thread.join()


def one_tap(session: Session, cipher: Cipher, number: int) -> None:
    chat = chats.meet(session, cipher, number, "ja", NOW)
    chats.put_back(session, chat.id, "login_id", {"number": str(number)}, NOW)
    record = replace(AOI, member_no=f"{number:010}", mamis_id=f"m{number}", email=f"{cipher.marks[0]}@example.org")
    assert members.put(session, cipher, record, NOW) is not Put.NEW
