"""Members, as staff and the screens see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from content.access import passwords
from content.credits.credit import Totals
from content.credits.since import Since


@dataclass(frozen=True)
class Person:
    """A member's particulars, decrypted. `ended_at`: since when the membership has ended; None if it goes on."""

    id: int
    member_no: str
    mamis_id: str
    name: str
    kana: str
    birth_date: date
    registry_no: str
    prefecture: str
    email: str
    can_earn: bool
    has_password: bool
    ended_at: datetime | None = None

    @property
    def known(self) -> passwords.Known:
        """What the member's password must not contain."""
        return passwords.Known(self.birth_date, (self.member_no, self.mamis_id, self.registry_no))


Link = Literal["none", "linked", "blocked"]
"""Whether a chat is linked to the member. "blocked": one is linked, but the bot is blocked in it."""


@dataclass(frozen=True)
class Begun:
    """A course under way."""

    title: str
    title_en: str
    code: int
    touched_at: datetime


@dataclass(frozen=True)
class MemberCard:
    """What staff see of a member. `locked_until` and `code_until` are the moment of reading if no lock and no code is
    in force.

    `years`: this fiscal year and the two before it, the latest first. `claims`, `declarations`, `requests`: the ids of
    those that wait. `certificates`: how many were asked for. `sample`: the years hold samples, as in the demo. `since`:
    what the record lacks of them.
    """

    person: Person
    link: Link
    under_way: tuple[Begun, ...]
    years: tuple[tuple[int, Totals], ...]
    locked_until: datetime
    code_until: datetime
    claims: tuple[int, ...]
    declarations: tuple[int, ...] = ()
    requests: tuple[int, ...] = ()
    certificates: int = 0
    sample: bool = False
    since: tuple[Since, ...] = ()


@dataclass(frozen=True)
class Found:
    """A member as a list of results shows it."""

    id: int
    member_no: str
    name: str
    kana: str


@dataclass(frozen=True)
class Results:
    """One page of a search: how many members were found in all, and the members on this page, ordered by name. `near`:
    nobody has that name, these have one that is near to it.
    """

    total: int
    shown: tuple[Found, ...]
    near: bool = False
