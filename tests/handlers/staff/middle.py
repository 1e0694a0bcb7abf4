"""An office in which something of every kind waits: a claim, a declaration, a request, an act for two persons.

It is made once, and every test gets a copy of its record: to make it took most of those tests' time.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from content.announcing.announcement import Audience, Of
from content.staff.joint import GrantOwner
from handlers.turn import House
from storage.announcing import announcements
from storage.staff import joint
from tests.handlers.staff.asking import Wish, wish_of
from tests.handlers.staff.certifying import Paper, paper_of
from tests.handlers.staff.filing import File
from tests.handlers.staff.office import KITA, Office
from tests.handlers.staff.opening import KITA_ID, comes, in_office
from tests.handlers.staff.pile import MINAMI, Pile, pile_of
from tests.handlers.talking import AOI, SHIRO, Guest

MINAMI_ID = 700000008


@dataclass(frozen=True)
class Numbers:
    """The numbers of what waits, in the order of Middle."""

    training: int
    member: int
    claim: int
    declaration: int
    request: int
    wish: int
    paper: int
    draft: int


@dataclass(frozen=True)
class Kept:
    """The record of such an office: `template` is a file, or the name of a database."""

    template: Path | str
    numbers: Numbers


@dataclass
class Middle:
    """北見 holds every role, 南野 is the other owner and asked for an act of two persons."""

    here: Office
    kita: Guest
    pile: Pile
    file: File
    request: int
    wish: Wish
    paper: Paper
    draft: int

    @classmethod
    def of(cls, here: Office, known: Numbers) -> "Middle":
        """The same office, opened again."""
        member = known.member
        return cls(
            here,
            here.guest(KITA_ID),
            Pile(here, known.training, member, known.claim),
            File(here, member, known.declaration),
            known.request,
            Wish(here, member, known.wish),
            Paper(here, AOI, member, known.paper),
            known.draft,
        )


def fill(url: str, house: House, now: datetime) -> Numbers:
    """Have all that wait in an office in which 北見 has logged in, at this address."""
    return in_office(url, house, now, _fill)


def _fill(office: Office) -> Numbers:
    office.joins(MINAMI)
    comes(office, MINAMI_ID, MINAMI)
    for owner in (KITA, MINAMI):
        office.grants(owner, "support", "officer", "owner")
    pile, paper = pile_of(office), paper_of(office, AOI)
    shiro, asker = office.id_of(SHIRO), office.id_of(MINAMI)
    declaration = File(office, pile.member).declares(pile.member)
    with office.sessions.begin() as session:
        request = joint.ask(session, GrantOwner(shiro), "着任", asker, office.clock.now())
        draft = announcements.write(session, Audience(Of.ALL), asker, office.clock.now())
    wish = wish_of(office, AOI)
    return Numbers(pile.training, pile.member, pile.claim, declaration, request, wish.number, paper.number, draft)
