"""Finds the published content that a line of a file of grants asks for, and says why a line is left out. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from content.importing.grant_record import AskedGrant
from content.importing.matching import NEAR, NOWHERE, OTHERWISE, Doubt, Published, is_of_kind
from content.importing.report import Fault
from content.staff.crediting import Content
from content.text.folding import fold

UNKNOWN = "is no member of the record"
ANOTHER = "is not the MAMIS ID of the member in this line"
CANNOT_EARN = "this account earns no credits"
OWN = "is your own account: nobody grants themselves a credit, somebody else of staff does"
STANDS = "the member has a credit of this content already: it is granted only once"
MAY_BE = "an imported credit of this member may be the same: grant it from the member's card if it is another one"
SAME_DAY = "the member has a credit of this day, code and title: grant it from the member's card if it is another one"
SEVERAL = "is the name of several contents here: write the kind, too"
NO_DAY = "is empty: this content has no day of its own"
NO_REASON = "is empty, and no reason is given for the whole file"


@dataclass(frozen=True)
class Grantable:
    """A content that can be granted: by what it is found, and what it brings."""

    published: Published
    content: Content


def twice(first: int) -> str:
    return f"the same credit stands on line {first}"


def brings(half_units: int) -> str:
    return f"this content brings {half_units / 2:g} here: leave the cell empty"


def find(asked: AskedGrant, every: Iterable[Grantable]) -> Grantable | Doubt | str:
    """The content, a doubt, or what is wrong with the name that the file gives."""
    of_kind = [one for one in every if asked.kind is None or is_of_kind(one.published.kind, asked.kind)]
    if asked.content:
        return _by_name(asked, of_kind)
    title = fold(asked.title)
    fitting = [one for one in of_kind if _agrees(one, asked)]
    found = [one for one in fitting if title in one.published.titles]
    if len(found) == 1:
        return found[0]
    near = found or [one for one in of_kind if _is_near(one, asked, title)]
    if not near:
        return NOWHERE
    return Doubt(tuple(one.published.slug for one in near[:3]), several=len(near) > 1)


def differences(asked: AskedGrant, content: Content) -> Iterator[Fault]:
    """The line gives other credits than the content, or no day, and the content has none either."""
    if asked.half_units not in (None, content.half_units):
        yield Fault(column="credits", reason=brings(content.half_units))
    if asked.day is None and content.held_on is None:
        yield Fault(column="day", reason=NO_DAY)


def _by_name(asked: AskedGrant, every: Sequence[Grantable]) -> Grantable | Doubt | str:
    named = [one for one in every if one.published.slug == asked.content]
    if not named:
        return NOWHERE
    fitting = [one for one in named if _agrees(one, asked)]
    if len(fitting) > 1:
        return SEVERAL
    return fitting[0] if fitting else OTHERWISE


def _agrees(one: Grantable, asked: AskedGrant) -> bool:
    """Whether nothing that the line says of code, day and title is against it. A short name needs no title; one that is
    there is to be one of its titles.
    """
    published = one.published
    if asked.content and asked.title and fold(asked.title) not in published.titles:
        return False
    if asked.kind not in (None, published.kind):
        return False
    return asked.code in (None, published.code) and (asked.day is None or published.day in (None, asked.day))


def _is_near(one: Grantable, asked: AskedGrant, title: str) -> bool:
    """It may be meant: the title is the same, or of the same code nearly so."""
    published = one.published
    if asked.day is not None and published.day not in (None, asked.day):
        return False
    if title in published.titles:
        return True
    return asked.code in (None, published.code) and any(fuzz.ratio(title, other) >= NEAR for other in published.titles)
