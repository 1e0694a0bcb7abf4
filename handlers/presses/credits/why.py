"""The keys of the buttons of the reasons."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Why(Press, tag="wy"):
    """What waits to be credited or certified, and why."""

    page: int


@dataclass(frozen=True)
class WhyList(Press, tag="wl"):
    """All courses, issues, trainings or declarations; `kind` is a content.values.CreditKind."""

    kind: str
    page: int


@dataclass(frozen=True)
class OfCourse(Press, tag="wc"):
    course: int


@dataclass(frozen=True)
class OfIssue(Press, tag="wi"):
    issue: int


@dataclass(frozen=True)
class OfSpecial(Press, tag="ws"):
    """A special issue of the journal, by its slug."""

    slug: str


@dataclass(frozen=True)
class OfTraining(Press, tag="wt"):
    training: int


@dataclass(frozen=True)
class OfDeclaration(Press, tag="wd"):
    declaration: int


@dataclass(frozen=True)
class OfCredit(Press, tag="we"):
    """See how this row of the ledger counts."""

    credit: int


@dataclass(frozen=True)
class OfRow(Press, tag="wr"):
    """The same, from this page of the goal's rows, and back to it."""

    credit: int
    page: int


@dataclass(frozen=True)
class InYear(Press, tag="wq"):
    """The same, from this page of a fiscal year, and back to it."""

    credit: int
    year: int
    page: int


@dataclass(frozen=True)
class Numbers(Press, tag="wn"):
    """The credits that make the goal's number."""

    page: int
