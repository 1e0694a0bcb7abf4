"""The demo's requests: one waits for staff, one is answered, and the log of staff is whole."""

import shutil
from pathlib import Path

from bot.demo import requests as demo
from bot.demo.people import ANSWER, ANSWERS, ASKED, ASKS
from bot.loghead import LogHead
from content.requests.requesting import State
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.requests import cases, requests
from storage.staff.log_check import verify
from tests.bot.neighbour import id_of
from tests.conftest import NOW


def test_one_waits_and_one_is_answered(sqlite_furnished: Path, tmp_path: Path, cipher: Cipher) -> None:
    sessions = Sessions(f"sqlite:///{shutil.copy(sqlite_furnished, tmp_path / 'tani.sqlite')}", cipher)
    heads = LogHead(tmp_path / "heads")
    demo.furnish(sessions, NOW, heads)
    with sessions.reading() as session:
        (line,) = cases.queue(session, 1, 8).lines
        assert cases.case(session, line.id).request.said[0].text == ASKED
        assert line.member_id == id_of(session, ASKS)
        (one,) = requests.every(session, id_of(session, ANSWERS))
        assert one.state is State.ANSWERED
        assert requests.own(session, one.member_id, one.id).said[-1].text == ANSWER
        assert verify(session, cipher) == []
    assert heads.heads()[0]
    sessions.close()
