"""A start with keys that don't fit is refused, says which is missing, and changes nothing."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from bot.demo.people import PEOPLE_FILE
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.tables import Chat, DataKey, Member
from tests.bot.commands.conftest import Run
from tests.conftest import NOW, WRITTEN_KEY

NEW, THIRD = new_key(), new_key()


def mark(*keys: str) -> str:
    return ", ".join(Cipher(read_keys(key)).marks[0] for key in keys)


def opened(database: Path, keys: str = WRITTEN_KEY) -> Sessions:
    return Sessions(f"sqlite:///{database}", Cipher(read_keys(keys)))


def opens(run: Run) -> None:
    """The record opens: the command comes as far as to miss the head of the log."""
    assert "No head of the log was noted" in run("verify-log")


@pytest.fixture
def kept(run: Run, ready: Path) -> Path:
    """A database with the sample members, and a chat."""
    run("import-members", str(PEOPLE_FILE), code=0)
    with closing(opened(ready)) as sessions, sessions.begin() as session:
        chats.meet(session, sessions.cipher, 7, "ja", NOW)
    return ready


def counted(database: Path) -> tuple[int, int]:
    with closing(opened(database)) as sessions, sessions.reading() as session:
        return (
            session.execute(select(func.count(Member.id))).scalar_one(),
            session.execute(select(func.count(Chat.id))).scalar_one(),
        )


@pytest.mark.parametrize("keys", [f"{NEW},{WRITTEN_KEY}", f"{WRITTEN_KEY},{NEW}"], ids=["new,old", "old,new"])
def test_an_import_while_a_key_is_replaced_makes_nobody_a_second_time(
    run: Run, given: Callable[..., None], kept: Path, keys: str
) -> None:
    people = counted(kept)
    given(DATA_KEY=keys)
    said = run("import-members", str(PEOPLE_FILE), code=0)
    assert f"0 new, 0 changed, {people[0]} unchanged" in said
    assert counted(kept) == people
    with closing(opened(kept, keys)) as sessions, sessions.begin() as session:
        chats.meet(session, sessions.cipher, 7, "ja", NOW)
    assert counted(kept) == people


@pytest.mark.parametrize(
    ("noted", "given_keys", "said"),
    [
        ((), [NEW], "DATA_KEY: this database was written with another key ({OLD}): give that one"),
        ((), [WRITTEN_KEY, NEW], ""),
        ((), [NEW, WRITTEN_KEY], ""),
        ((NEW,), [NEW], "DATA_KEY: the key {OLD} is missing, which this database needs, too: add it"),
        ((NEW,), [WRITTEN_KEY], "DATA_KEY: the key {NEW} is missing, which this database needs, too: add it"),
        ((NEW,), [THIRD], "DATA_KEY: this database was written with another key ({OLD}, {NEW}): give that one"),
        ((NEW,), [THIRD, NEW, WRITTEN_KEY], ""),
    ],
)
def test_a_start_names_the_key_that_is_missing(
    run: Run, given: Callable[..., None], kept: Path, noted: tuple[str, ...], given_keys: list[str], said: str
) -> None:
    for key in noted:
        given(DATA_KEY=f"{key},{WRITTEN_KEY}")
        opens(run)
    before = kept.read_bytes()
    given(DATA_KEY=",".join(given_keys))
    expected = said.format(OLD=mark(WRITTEN_KEY), NEW=mark(NEW))
    if said:
        for command in (("run",), ("import-members", str(PEOPLE_FILE)), ("verify-log",)):
            assert run(*command) == f"{expected}\n"
        assert run("doctor", code=1).splitlines()[0] == f"keys: {expected}"
        assert kept.read_bytes() == before
    else:
        opens(run)
        run("doctor", code=0)


@pytest.mark.parametrize("given_keys", [[NEW], [WRITTEN_KEY]])
def test_a_record_that_notes_no_keys_yet_shows_them_by_its_seals(
    run: Run, given: Callable[..., None], kept: Path, given_keys: list[str]
) -> None:
    """One of an earlier version, in which a key was being replaced: some of it is under each."""
    with closing(opened(kept, NEW)) as sessions, sessions.begin() as session:
        session.execute(delete(DataKey))
        chats.meet(session, sessions.cipher, 8, "ja", NOW)
    given(DATA_KEY=",".join(given_keys))
    (missing,) = {NEW, WRITTEN_KEY} - set(given_keys)
    seen = Cipher(read_keys(missing)).newest.hex()
    assert run("verify-log") == f"DATA_KEY: the key {seen} is missing, which this database needs, too: add it\n"
    given(DATA_KEY=f"{NEW},{WRITTEN_KEY}")
    opens(run)
    given(DATA_KEY=given_keys[0])
    assert mark(missing) in run("verify-log")


def test_a_key_that_was_replaced_must_not_stand_first_again(run: Run, given: Callable[..., None], kept: Path) -> None:
    given(DATA_KEY=f"{NEW},{WRITTEN_KEY}")
    opens(run)
    with closing(opened(kept)) as sessions, sessions.begin() as session:
        session.execute(update(DataKey).where(DataKey.mark == mark(WRITTEN_KEY)).values(replaced_at=NOW))
    opens(run)
    given(DATA_KEY=f"{WRITTEN_KEY},{NEW}")
    assert run("verify-log") == f"DATA_KEY: the key {mark(WRITTEN_KEY)} was replaced: begin with {mark(NEW)}\n"
    given(DATA_KEY=NEW)
    opens(run)


def test_a_key_that_sealed_nothing_may_go(run: Run, given: Callable[..., None], ready: Path) -> None:
    opens(run)
    for key in (NEW, THIRD):
        given(DATA_KEY=key)
        opens(run)
    run("import-members", str(PEOPLE_FILE), code=0)
    given(DATA_KEY=NEW)
    assert mark(THIRD) in run("verify-log")
