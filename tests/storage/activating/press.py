"""Those who order activation letters, and members who get them: each act is a transaction of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from content.activating.batch import Batch
from content.keys.activation_letters import LettersTold
from storage.activating import batches, entering, listing
from storage.activating.hashing import hashed
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.people import members, membership
from storage.privacy import erasing
from storage.staff import roles
from storage.tables import Letter
from tests.conftest import NOW
from tests.keeping import kept

SECOND = timedelta(seconds=1)
BORN = date(1972, 2, 4)


@dataclass
class Press:
    """Five members, and an officer who orders letters."""

    sessions: Sessions
    every: Sequence[int]
    officer: int

    def does(self, act: Any, *args: Any, **kwargs: Any) -> Any:
        with self.sessions.begin() as session:
            return act(session, *args, **kwargs)

    def made(self, prefecture: str = "") -> int:
        """A batch, whole."""
        number = self.ordered(prefecture)
        while self.does(batches.making):
            self.does(batches.step, number, NOW)
        return number

    def sends(self, raw: bytes) -> int:
        """A list, as the chat puts it on record; returns the number of its batch."""
        with self.sessions.begin() as session:
            file = kept(session, raw, NOW)
            parts.take(session, file, None)
            return batches.order_for_list(session, file.print, file.id, self.officer, NOW)

    def reads(self) -> None:
        """All lists, as the clock does it."""
        while found := self._found():
            for part in found:
                assert self.does(listing.put, part, NOW)
                assert not self.does(listing.put, part, NOW), "it is put on record once"

    def _found(self) -> Sequence[listing.Part]:
        with self.sessions.reading() as session:
            return listing.find(session)

    def batch(self, number: int) -> Batch:
        found: Batch = self.does(batches.one, number)
        return found

    def told(self) -> list[LettersTold]:
        """What the officer is told, in order."""
        with self.sessions.begin() as session:
            rows = session.execute(select(Letter).order_by(Letter.id)).scalars()
            return [LettersTold.unpack(row.subject) for row in rows if row.member_id == self.officer]

    def ordered(self, prefecture: str = "") -> int:
        number: int = self.does(batches.order, prefecture, self.officer, NOW)
        assert self.does(batches.begin, number, NOW)
        return number

    def codes(self, batch: int) -> dict[str, str]:
        """By the number of the member."""
        return {one.member_no: one.code for one in self.does(batches.lines, batch)}

    def enters(self, code: str, birth: str = "720204", after: timedelta = timedelta()) -> int:
        found: entering.Entry = self.does(entering.entry, hashed(code), birth, NOW + after)
        return found.member

    def account(self, at: int) -> members.Account:
        found: members.Account = self.does(
            members.account, self.sessions.cipher, number(at), member_no=True, mamis_id=False
        )
        return found


def becomes(press: Press, became: str) -> None:
    """What may happen to the first member after the letters were made."""
    me = press.every[0]
    match became:
        case "linked":
            press.does(members.choose_password, me, "hash")
        case "staff":
            press.does(roles.grant, me, "support", NOW)
        case "ended":
            press.does(membership.end, me, NOW)
        case _:
            press.does(erasing.erase, press.sessions.cipher, me, NOW)


def number(at: int) -> str:
    return f"100000000{at + 1}"
