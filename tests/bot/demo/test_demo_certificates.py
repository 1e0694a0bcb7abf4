"""The demo's certificate: on its way to a member who is logged in, and before the officers, its name corrected."""

import shutil
from pathlib import Path

from bot.demo import certificates as demo
from bot.demo.people import MARRIED, MARRIED_CHAT, NAME_BEFORE, PEOPLE
from content.keys.letters import CertificatePaper
from content.verifying.doubts import Kind
from handlers.turn import House
from storage.certificates import certificates, doubts
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats, members
from storage.post import letters
from tests.bot.neighbour import id_of
from tests.conftest import NOW


def test_one_is_issued_and_its_name_is_corrected(
    sqlite_furnished: Path, tmp_path: Path, cipher: Cipher, house: House
) -> None:
    sessions = Sessions(f"sqlite:///{shutil.copy(sqlite_furnished, tmp_path / 'tani.sqlite')}", cipher)
    demo.furnish(sessions, house, tmp_path, NOW)
    with sessions.begin() as session:
        member = id_of(session, MARRIED)
        (line,) = doubts.queue(session, 1, 8).lines
        assert [(one.kind, one.before, one.after) for one in line.changes] == [
            (Kind.NAME, NAME_BEFORE, members.name(session, member))
        ]
        assert certificates.facts(session, line.id).name == NAME_BEFORE
        assert certificates.facts(session, line.id).lines, "nothing stands on it"
        chat = chats.of_member(session, member)
        assert chat is not None
        assert (chat.telegram_id, chat.accepted_notice) == (MARRIED_CHAT, house.rulebook.now(NOW).privacy_notice)
        due = [one for one in letters.claim(session, NOW, limit=99) if one.kind == CertificatePaper.kind]
        assert [(one.member_id, one.key.certificate) for one in due] == [(member, line.id)]
    (card,) = [one for one in PEOPLE if one.id == MARRIED_CHAT]
    assert card.hints[0] == "デモではログイン済み"
    sessions.close()
