"""The keys of the buttons with which staff grant credits and take them back, from a member's card."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class ListCredits(Press, tag="ga"):
    """A page of the credits of a member that stand."""

    member: int
    page: int


@dataclass(frozen=True)
class AskGrant(Press, tag="gb"):
    """Grant a credit: what for?"""

    member: int


@dataclass(frozen=True)
class GrantFor(Press, tag="gc"):
    """Grant a credit for something of this kind (content.staff.crediting.Of)."""

    member: int
    of: str


@dataclass(frozen=True)
class PickContent(Press, tag="gd"):
    """Grant a credit for this published content."""

    member: int
    of: str
    content: int


@dataclass(frozen=True)
class Answer(Press, tag="ge"):
    """An answer that has a button: half-units, a day by its number, or one of the usual reasons (from 0)."""

    member: int
    step: str
    value: int


@dataclass(frozen=True)
class GrantIt(Press, tag="gf"):
    """Grant what was shown, by its fingerprint."""

    member: int
    shown: str


@dataclass(frozen=True)
class AskReverse(Press, tag="gh"):
    """Take this credit back (the number of the row that granted it): why?"""

    member: int
    credit: int


@dataclass(frozen=True)
class ReverseFor(Press, tag="gi"):
    """Take one of the usual reasons (from 0), and see what the member will read."""

    member: int
    credit: int
    reason: int


@dataclass(frozen=True)
class ReverseIt(Press, tag="gj"):
    """Take back what was shown, by its fingerprint."""

    member: int
    credit: int
    shown: str
