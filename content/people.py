"""Members, as staff and the screens see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from content import passwords
from content.credit import Totals


@dataclass(frozen=True)
class Person:
    """A member's particulars, opened."""

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

    @property
    def known(self) -> passwords.Known:
        """What his password must not give away."""
        return passwords.Known(self.birth_date, (self.member_no, self.mamis_id, self.registry_no))


Link = Literal["none", "linked", "blocked"]
"""Whether the member is logged in in a chat; blocked: he is, and has blocked the bot."""


@dataclass(frozen=True)
class Begun:
    """A course under way."""

    title: str
    code: int
    touched_at: datetime


@dataclass(frozen=True)
class MemberCard:
    """`locked_until` and `code_until` are the moment of reading where there is no lock and no code in force.

    `years` holds this fiscal year and the two before it, the latest first; `claims` the late claims of his that wait.
    """

    person: Person
    link: Link
    under_way: tuple[Begun, ...]
    years: tuple[tuple[int, Totals], ...]
    locked_until: datetime
    code_until: datetime
    claims: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """A member as a list of results shows him."""

    id: int
    member_no: str
    name: str
    kana: str


@dataclass(frozen=True)
class Results:
    """A page of a search: how many there are in all, and those shown, in the order of their names."""

    total: int
    shown: tuple[Found, ...]
