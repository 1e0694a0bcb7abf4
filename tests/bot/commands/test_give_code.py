"""A one-time code from the command line: logged, printed once, and told to a member who is logged in somewhere."""

import io
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands import give_code
from bot.loghead import LogHead
from content.importing.member_record import MemberRecord
from storage.engine.sessions import Sessions
from storage.people import chats, codes, members
from storage.post import letters
from storage.staff import log

AOI = MemberRecord("1000000001", "見本 葵", date(1972, 2, 4))


@pytest.mark.parametrize("bound", [False, True])
def test_it_is_given_and_logged(bound: bool, sessions: Sessions, now: datetime, tmp_path: Path) -> None:
    with sessions.begin() as session:
        members.put(session, sessions.cipher, AOI, now)
        account = members.account(session, sessions.cipher, AOI.member_no, member_no=True, mamis_id=False)
        if bound:
            chats.bind(session, chats.meet(session, sessions.cipher, 700000001, "ja", now), account.id, now)
    out = io.StringIO()
    heads = LogHead(tmp_path / "head")
    assert give_code.run(sessions, AOI.member_no, now, out, heads=heads) == 0
    code = out.getvalue().split(": ")[1][: codes.DIGITS]
    with sessions.begin() as session:
        account = members.account(session, sessions.cipher, AOI.member_no, member_no=True, mamis_id=False)
        assert codes.is_good(account, sessions.cipher, code, now) is not bound
        assert codes.is_good(account, sessions.cipher, code, now + timedelta(minutes=10))
        (entry,) = log.read(session)
        assert (entry.act, entry.staff_id, entry.member_id) == ("give_code", None, account.id)
        assert len(letters.claim(session, now)) == bound
    assert give_code.run(sessions, "1000000002", now, out, heads=heads) == 1
