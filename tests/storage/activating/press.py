"""Those who order activation letters, and members who get them: each act is a transaction of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from storage.activating import batches, entering
from storage.activating.hashing import hashed
from storage.engine.sessions import Sessions
from storage.people import members, membership
from storage.privacy import erasing
from storage.staff import roles
from tests.conftest import NOW

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
