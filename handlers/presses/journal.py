"""The keys of the buttons of the journal's issues and of a sheet that is being answered."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Issues(Press, tag="jl"):
    """The list of issues."""

    page: int


@dataclass(frozen=True)
class OpenIssue(Press, tag="ji"):
    issue: int


@dataclass(frozen=True)
class OpenSpecial(Press, tag="jo"):
    """The place of a special issue in the list of issues."""

    slug: str


@dataclass(frozen=True)
class Begin(Press, tag="jb"):
    """Answer an issue, or go on with it."""

    issue: int


@dataclass(frozen=True)
class Explain(Press, tag="je"):
    """Go to the explanation of a question."""

    issue: int
    question: int


@dataclass(frozen=True)
class Choose(Press, tag="jc"):
    """Tick the choice with this number; ticking it again keeps it."""

    sheet: int
    question: int
    choice: int


@dataclass(frozen=True)
class Untick(Press, tag="jx"):
    """Take a tick away, if the question takes several."""

    sheet: int
    question: int
    choice: int


@dataclass(frozen=True)
class Show(Press, tag="js"):
    """Go to a question."""

    sheet: int
    question: int


@dataclass(frozen=True)
class Review(Press, tag="jr"):
    """Go to the page of answers."""

    sheet: int


@dataclass(frozen=True)
class Leave(Press, tag="jv"):
    """Stop for now."""

    sheet: int


@dataclass(frozen=True)
class Confirm(Press, tag="jf"):
    """Ask whether to submit."""

    sheet: int


@dataclass(frozen=True)
class Submit(Press, tag="jg"):
    """Submit, for ever."""

    sheet: int


@dataclass(frozen=True)
class IssueToCalendar(Press, tag="jk"):
    """The deadline, as an entry for the phone's calendar."""

    issue: int
