"""A log of staff to be attacked, by one who may do everything with the database and the file of heads."""

import contextlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.commands import verify_log
from bot.loghead import LogHead, written
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.staff import log, log_keys
from storage.staff.log import Head
from tests.samples import member

UNKEPT = {
    "sqlite": ("DROP TRIGGER IF EXISTS staff_acts_update", "DROP TRIGGER IF EXISTS staff_acts_delete"),
    "postgresql": ("SET LOCAL session_replication_role = replica",),
}
"""By this an attacker's transaction is free of what the database itself does to keep the log. PostgreSQL's trigger is
passed by, not dropped: without it the database could not be put back for the next test, and a new one costs half a
second.
"""
COLUMNS = "at, staff_id, member_id, act, body, mac"


@dataclass
class Book:
    """A log of eight acts. STAFF acts on ABE (1, 4, 8), BABA (2, 7) and CHIBA (3), and alone (5). CHIBA's key is erased
    by act 6. `heads` are all that were noted; `backup` was made after act 5.
    """

    sessions: Sessions
    file: Path
    at: datetime
    ids: dict[str, int] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    backup: dict[str, list[Any]] = field(default_factory=dict)

    def acts(self, on: str = "", act: str = "viewed") -> None:
        with self.sessions.begin() as session:
            about: dict[str, Any] = {"staff_id": self.ids["STAFF"], "member_id": self.ids.get(on), "why": "x"}
            if act == log.ERASE_KEY:
                log.erase_key(session, self.sessions.cipher, at=self.at, **about)
            else:
                log.write(session, self.sessions.cipher, act=act, before={}, after={}, at=self.at, **about)
        LogHead(self.file).note_of(session)
        self.heads.append(session.info[log.HEAD])

    @contextlib.contextmanager
    def past(self) -> Iterator[Session]:
        """A transaction past the product, which may change the log."""
        with self.sessions.begin() as session:
            for statement in UNKEPT[self.sessions.kind]:
                session.execute(text(statement))
            yield session

    def does(self, *statements: str) -> None:
        """`:ABE` and the like stand for the numbers of members, `:BODY` for some bytes."""
        values = {**self.ids, "BODY": bytes(60)}
        with self.past() as session:
            for statement in statements:
                used = {name: one for name, one in values.items() if f":{name}" in statement}
                session.execute(text(statement), used)

    def backs_up(self) -> None:
        with self.sessions.reading() as session:
            for table in ("staff_acts", "member_keys"):
                found = session.execute(text(f"SELECT * FROM {table}")).all()
                self.backup[table] = [row._asdict() for row in found]

    def puts_back(self, *tables: str) -> None:
        """What the backup has of these tables takes the place of what stands there."""
        with self.past() as session:
            for table in tables:
                session.execute(text(f"DELETE FROM {table}"))
                for row in self.backup[table]:
                    marks = ", ".join(f":{name}" for name in row)
                    session.execute(text(f"INSERT INTO {table} VALUES ({marks})"), row)

    def knows(self, heads: Sequence[Head]) -> None:
        """The file of heads has these, and no others."""
        self.file.write_text("".join(f"\n{written(head)}" for head in heads))

    def verified(self) -> tuple[int, list[str]]:
        out = io.StringIO()
        code = verify_log.run(self.sessions, out, heads=[LogHead(self.file)])
        return code, out.getvalue().splitlines()


def begun(sessions: Sessions, file: Path, at: datetime) -> Book:
    """The log as the class says."""
    opened = Book(sessions, file, at)
    with sessions.begin() as session:
        for place, name in enumerate(("STAFF", "ABE", "BABA", "CHIBA"), start=1):
            opened.ids[name] = member(session, at, no=f"100000000{place}")
    for on in ("ABE", "BABA", "CHIBA", "ABE", ""):
        opened.acts(on)
    opened.backs_up()
    opened.acts("CHIBA", log.ERASE_KEY)
    opened.acts("BABA")
    opened.acts("ABE")
    return opened


Attack = Callable[[Book], None]


def sql(*statements: str) -> Attack:
    return lambda book: book.does(*statements)


def column(name: str, value: str) -> Attack:
    return sql(f"UPDATE staff_acts SET {name} = {value} WHERE number = 4")


def copied(source: int, number: int) -> str:
    return f"INSERT INTO staff_acts SELECT {number}, {COLUMNS} FROM staff_acts WHERE number = {source}"


def exchanged(what: str, table: str, key: str, one: str, other: str) -> tuple[str, ...]:
    """Statements by which two rows exchange this column."""
    return (
        f"CREATE TEMPORARY TABLE kept AS SELECT {key}, {what} FROM {table}",
        *(
            f"UPDATE {table} SET {what} = (SELECT {what} FROM kept WHERE {key} = {theirs}) WHERE {key} = {mine}"
            for mine, theirs in ((one, other), (other, one))
        ),
        "DROP TABLE kept",
    )


KEYS_SWAPPED = exchanged("key", "member_keys", "member_id", ":ABE", ":BABA")
MOVED_UP = (
    "UPDATE staff_acts SET number = -number - 1 WHERE number > 3",
    "UPDATE staff_acts SET number = -number WHERE number < 0",
)
MOVED_DOWN = (MOVED_UP[0].replace("- 1", "+ 1"), MOVED_UP[1])


def fresh_key(book: Book) -> None:
    with book.past() as session:
        session.execute(
            text("UPDATE member_keys SET key = :new WHERE member_id = :ABE"),
            {"new": os.urandom(64), "ABE": book.ids["ABE"]},
        )


def sealed_by_another(book: Book) -> None:
    """A key that is sealed as ours are, with a data key that is not ours."""
    sealed = Cipher([os.urandom(32)]).seal(os.urandom(32), "member_keys.key", book.ids["ABE"])
    with book.past() as session:
        session.execute(
            text("UPDATE member_keys SET key = :new WHERE member_id = :ABE"), {"new": sealed, "ABE": book.ids["ABE"]}
        )


def keys_given(**whose: str) -> Callable[[Book], None]:
    """By one who has the data key too: each of these members gets the key of another, sealed as it is for the owner."""

    def attack(book: Book) -> None:
        cipher, put = book.sessions.cipher, text("UPDATE member_keys SET key = :key WHERE member_id = :owner")
        with book.past() as session:
            keys = {name: log_keys.one(session, cipher, book.ids[other]) for name, other in whose.items()}
            for name, key in keys.items():
                owner = book.ids[name]
                session.execute(put, {"key": cipher.seal(key, "member_keys.key", owner), "owner": owner})

    return attack


def swapped_for_a_while(book: Book) -> None:
    keys_given(ABE="BABA", BABA="ABE")(book)
    book.acts("ABE")
    keys_given(ABE="BABA", BABA="ABE")(book)


def honest_acts_after(book: Book) -> None:
    book.does("DELETE FROM staff_acts WHERE number > 6")
    for _ in range(3):
        book.acts("BABA")


def written_anew(book: Book) -> None:
    """By one who has the data key too: a whole chain without act 4."""
    book.does("DELETE FROM staff_acts", "DELETE FROM member_keys")
    noted, book.heads, file = book.file.read_text(), [], book.file
    book.file = file.with_name("another.head")
    for on, act in (
        ("ABE", "viewed"),
        ("BABA", "viewed"),
        ("CHIBA", "viewed"),
        ("", "viewed"),
        ("CHIBA", log.ERASE_KEY),
    ):
        book.acts(on, act)
    book.file = file
    assert file.read_text() == noted


def old_backup(heads: Callable[[Book], Sequence[Head]]) -> Attack:
    """An old backup is put back whole; then the operator verifies by these heads."""

    def attack(book: Book) -> None:
        book.puts_back("staff_acts", "member_keys")
        book.knows(heads(book))

    return attack


def no_file(book: Book) -> None:
    book.puts_back("staff_acts", "member_keys")
    book.file.unlink()


def cut_file(book: Book) -> None:
    book.file.write_text(book.file.read_text()[:-20])


def head_of_nothing(book: Book) -> None:
    book.file.write_text(f"0 {'ab' * 32}")
