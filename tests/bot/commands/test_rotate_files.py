"""rotate-key and files: those that were kept whole are cut into parts, and no step writes more than a part."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update

from content.declarations.evidence import Added
from storage.declarations import declarations, evidence
from storage.engine import jobs
from storage.engine.base import InRow
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.files.parts import PART
from storage.privacy import cutting
from storage.tables import Evidence, FilePart, StoredFile
from tests.bot.commands.test_rotate_key import rotates
from tests.conftest import NOW
from tests.keeping import kept
from tests.storage.declaring import Declarer
from tests.storage.keys import NEW_OLD, OLD, opened
from tests.writing import written


def whole(sessions: Sessions, content: bytes) -> Declarer:
    """A member with a file that version 0.5 kept in its row."""
    declarer = Declarer(sessions)
    declarer.adds(declarer.begins().id, content)
    with sessions.begin() as session:
        seal = InRow(1, content)
        session.execute(update(Evidence).values(file_id=None, print=None, content=seal))
        session.execute(delete(FilePart))
        session.execute(delete(StoredFile))
    return declarer


@pytest.mark.parametrize("later", [NEW_OLD, OLD], ids=["another key", "the same key"])
def test_a_file_that_is_kept_whole_is_cut_into_parts(sessions: Sessions, later: Cipher) -> None:
    content = bytes(range(256)) * (2 * PART // 256) + b"x"
    declarer = whole(sessions, content)
    assert declarer.does(evidence.content, 1, 1) == content
    assert declarer.adds(1, content) is Added.SAME
    told = rotates(sessions, later)
    assert told[0] == "1 files are to be cut into parts."
    with opened(sessions, later) as other:
        declarer.sessions = other
        assert declarer.does(evidence.content, 1, 1) == content
        assert declarer.adds(1, content) is Added.SAME
        with other.reading() as session:
            found = session.execute(
                select(StoredFile.member_id, StoredFile.ends_at).where(StoredFile.ends_at.is_(None))
            ).one()
            assert tuple(found) == (declarer.id, None)
            assert session.execute(select(Evidence.content)).scalar_one() is None
    assert rotates(sessions, later)[0] == f"0 rows are to be sealed anew under the key {later.marks[0]}."


def test_a_file_that_goes_while_it_is_cut_is_not_kept(sessions: Sessions) -> None:
    declarer = whole(sessions, b"a")
    with sessions.begin() as session:
        found = cutting.following(session, OLD, Evidence, 0)
        assert found is not None
        parts_of = kept(session, found.content, NOW)
        assert declarations.discard(session, declarer.id, 1)
        assert not cutting.lead(session, found, parts_of)
        assert parts.find_ended(session, NOW) == [parts_of.id]


def test_a_file_that_does_not_open_is_named_and_the_others_are_cut(sessions: Sessions) -> None:
    declarer = whole(sessions, b"a")
    declarer.adds(1, b"b")
    with sessions.begin() as session:
        session.execute(
            text("UPDATE evidence SET content = :seal, file_id = NULL WHERE id = 1"), {"seal": OLD.newest + bytes(40)}
        )
    told = rotates(sessions, NEW_OLD, code=1)
    assert any(line.startswith("evidence.content of row 1: ") for line in told)
    with opened(sessions, NEW_OLD) as other:
        declarer.sessions = other
        assert declarer.does(evidence.content, 1, 2) == b"b"


def test_no_step_writes_more_than_a_part_of_a_file(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither when it cuts a file nor when it renews one: everybody's writes wait for that long."""
    declarer = whole(sessions, bytes(3 * PART))
    number = declarer.begins().id
    declarer.adds(number, b"x" * (3 * PART))
    steps: list[int] = []
    monkeypatch.setattr(jobs, "step", _counting(steps, jobs.step))
    rotates(sessions, NEW_OLD)
    assert max(steps) <= PART + 4096
    assert sum(steps) > 6 * PART


def _counting(steps: list[int], step: Callable[..., Any]) -> Callable[..., Any]:
    def counted(sessions: Sessions, *args: Any) -> Any:
        with written(sessions.engine) as transactions:
            done = step(sessions, *args)
        steps.extend(transactions)
        return done

    return counted
