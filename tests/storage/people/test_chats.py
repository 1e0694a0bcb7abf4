"""The row of a chat makes whoever speaks from it take turns with himself."""

from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from handlers.access.login import AwaitPassword
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.people.chat import Chat
from tests.storage.racing import meanwhile


@pytest.mark.parametrize("known", [True, False])
def test_of_two_turns_at_once_the_second_sees_what_the_first_left(
    sessions: Sessions, cipher: Cipher, now: datetime, known: bool
) -> None:
    """A webhook may bring a member's message and his press to two processes at the same time."""

    def meets(session: Session) -> Chat:
        return chats.meet(session, cipher, 7, "ja", now)

    def speaks(session: Session) -> Chat:
        met = meets(session)
        chats.expect(session, met.id, AwaitPassword("1"), now)
        return met

    if known:
        with sessions.begin() as session:
            meets(session)
    first, second = meanwhile(sessions, speaks, meets)
    assert first.expects == ""
    assert second.result().awaits == AwaitPassword("1")
