"""Files in parts: bound to their file and place, taken once, removed some at a time, on either database."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, text, update

from storage.engine.cipher import Unreadable
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.files.parts import PART, PARTS_AT_ONCE, FileGone, Kept
from storage.tables import FilePart, StoredFile
from tests import samples
from tests.conftest import NOW
from tests.keeping import kept

MOMENT = timedelta(microseconds=1)


@pytest.fixture
def member(sessions: Sessions) -> int:
    with sessions.begin() as session:
        return samples.member(session, NOW)


def keeps(sessions: Sessions, content: bytes, member: int | None = None) -> Kept:
    with sessions.begin() as session:
        found = kept(session, content, NOW)
        if member is not None:
            parts.take(session, found, member)
        return found


def reads(sessions: Sessions, one: Kept) -> bytes:
    with sessions.reading() as session:
        return parts.content(session, one.id, one.print)


def count(sessions: Sessions) -> tuple[int, int]:
    """How many parts and how many files are on record."""
    with sessions.reading() as session:
        found = [session.execute(select(func.count()).select_from(one)).scalar_one() for one in (FilePart, StoredFile)]
    return found[0], found[1]


@pytest.mark.parametrize(
    ("size", "number"), [(0, 0), (1, 1), (PART, 1), (PART + 1, 2), (3 * PART, 3)], ids=lambda one: str(one)
)
def test_a_file_comes_back_as_it_was(sessions: Sessions, size: int, number: int) -> None:
    content = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    one = keeps(sessions, content)
    assert (one.size, count(sessions)) == (size, (number, 1))
    assert reads(sessions, one) == content


def test_what_one_transaction_writes_is_small() -> None:
    """Half a megabyte holds SQLite's write lock for 10 to 20 ms, on a busy machine for 70: the aim is 60 to 100."""
    assert PART <= 512 * 1024
    assert PART * PARTS_AT_ONCE <= 2 * 1024 * 1024, "removing is four times as fast as writing"
    assert PART * parts.MOST_PARTS >= 20 * 1024 * 1024, "what Telegram gives a bot"


def test_it_has_so_many_parts_at_most() -> None:
    most = parts.MOST_PARTS * PART
    assert len(list(parts.cut(bytes(most)))) == parts.MOST_PARTS
    with pytest.raises(ValueError, match="at most 64 parts"):
        next(parts.cut(bytes(most + 1)))


def test_a_part_that_may_be_written_is_written_again_without_harm(sessions: Sessions) -> None:
    one = keeps(sessions, b"a")
    with sessions.begin() as session:
        parts.add_part(session, one.id, 0, b"a")
    assert count(sessions) == (1, 1)


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM file_parts WHERE id = 65",
        "UPDATE file_parts SET content = (SELECT content FROM file_parts WHERE id = 128) WHERE id = 64",
        "UPDATE file_parts SET content = (SELECT content FROM file_parts WHERE id = 65) WHERE id = 64",
        "UPDATE file_parts SET file_id = 2 WHERE id = 65",
    ],
    ids=["a part is missing", "a part of another file", "a part from another place", "a part is given away"],
)
def test_what_was_changed_in_the_database_does_not_open(sessions: Sessions, harm: str) -> None:
    one, two = keeps(sessions, b"a" * (PART + 1)), keeps(sessions, b"b" * (PART + 1))
    assert (one.id, two.id) == (1, 2)
    with sessions.begin() as session:
        session.execute(text(harm))
    with pytest.raises(Unreadable):
        reads(sessions, one)


def test_a_file_is_taken_once(sessions: Sessions, member: int) -> None:
    one = keeps(sessions, b"a", member)
    with pytest.raises(FileGone), sessions.begin() as session:
        parts.take(session, one, member)


def removes(sessions: Sessions, after: timedelta) -> int:
    with sessions.begin() as session:
        return parts.remove(session, parts.find_ended(session, NOW + after), NOW + after)


def test_what_nothing_takes_ends_after_a_day(sessions: Sessions, member: int) -> None:
    keeps(sessions, b"a")
    taken = keeps(sessions, b"b", member)
    assert removes(sessions, parts.UNTAKEN - MOMENT) == 0
    assert removes(sessions, parts.UNTAKEN) == 2
    assert count(sessions) == (1, 1)
    assert reads(sessions, taken) == b"b"


def test_what_is_let_go_ends_at_once_some_parts_at_a_time(sessions: Sessions, member: int) -> None:
    one = keeps(sessions, bytes((PARTS_AT_ONCE + 1) * PART), member)
    with sessions.begin() as session:
        parts.let_go(session, [one.id, None])
    assert removes(sessions, timedelta()) == PARTS_AT_ONCE
    assert count(sessions) == (1, 1)
    assert removes(sessions, timedelta()) == 2, "the last part, and the file"
    assert (removes(sessions, timedelta()), count(sessions)) == (0, (0, 0))


def test_exactly_so_many_parts_leave_the_file_for_the_next_round(sessions: Sessions, member: int) -> None:
    one = keeps(sessions, bytes(PARTS_AT_ONCE * PART), member)
    with sessions.begin() as session:
        parts.let_go(session, [one.id])
    assert [removes(sessions, timedelta()) for _ in range(3)] == [PARTS_AT_ONCE, 1, 0]


def test_an_untaken_file_ends_when_its_turn_does_and_a_taken_one_stays(sessions: Sessions, member: int) -> None:
    one, two = keeps(sessions, b"a", member), keeps(sessions, b"b")
    with sessions.begin() as session:
        parts.end_untaken(session, one)
        parts.end_untaken(session, two)
    assert removes(sessions, timedelta()) == 2
    assert reads(sessions, one) == b"a"


def test_a_file_that_was_taken_since_it_was_found_stays(sessions: Sessions, member: int) -> None:
    one = keeps(sessions, b"a")
    later = NOW + parts.UNTAKEN
    with sessions.reading() as session:
        found = parts.find_ended(session, later)
    assert found == [one.id]
    with sessions.begin() as session:
        session.execute(update(StoredFile).values(ends_at=None))
        assert parts.remove(session, found, later) == 0
    assert count(sessions) == (1, 1)
