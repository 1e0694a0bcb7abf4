import pytest

from content.importing.member_record import MemberRecord
from storage.engine.sessions import Sessions
from storage.people import members
from storage.staff import roles
from tests.conftest import NOW
from tests.storage.activating.press import BORN, Press, number


@pytest.fixture
def press(sessions: Sessions) -> Press:
    with sessions.begin() as session:
        for at, where in enumerate(["東京都", "東京都", "大阪府", "", "東京都"]):
            record = MemberRecord(number(at), f"見本 {at}", BORN, prefecture=where)
            members.put(session, sessions.cipher, record, NOW)
        found = [
            members.account(session, sessions.cipher, number(at), member_no=True, mamis_id=False).id for at in range(5)
        ]
        roles.grant(session, found[4], "officer", NOW)
    return Press(sessions, found, found[4])
