"""Files of requests under a former data key: known again, and compared when they are found."""

import pytest

from content.declarations.evidence import Added
from storage.engine.cipher import Cipher, Unreadable
from storage.engine.sessions import Sessions
from tests.files import PDF
from tests.storage.asking import Asker
from tests.storage.keys import NEW_OLD, OLD_NEW, opened
from tests.storage.privacy.test_every_key import exchange


@pytest.mark.parametrize("later", [NEW_OLD, OLD_NEW], ids=["new,old", "old,new"])
def test_a_file_of_the_former_key_is_known(sessions: Sessions, later: Cipher) -> None:
    before = Asker(sessions)
    one = before.writes()
    assert before.adds(one) is Added.NEW
    with opened(sessions, later) as other:
        after = Asker.__new__(Asker)
        after.__dict__ |= before.__dict__ | {"sessions": other}
        assert after.adds(one) is Added.SAME


def test_exchanged_hashes_find_no_other_file(sessions: Sessions) -> None:
    me = Asker(sessions)
    one = me.writes()
    assert [me.adds(one, content) for content in (PDF, PDF + b"2")] == [Added.NEW, Added.NEW]
    with sessions.begin() as session:
        exchange(session, "request_files", "content_key")
    with pytest.raises(Unreadable, match=r"request_files\.content of row"):
        me.adds(one, PDF)
