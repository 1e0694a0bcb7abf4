"""The keys of the buttons of the self-assessment."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Begin(Press, tag="qb"):
    """Take the test of a course, or go on with it."""

    course: int


@dataclass(frozen=True)
class Choose(Press, tag="qc"):
    """Tick the choice shown with this number; ticking it again keeps it."""

    attempt: int
    question: int
    choice: int


@dataclass(frozen=True)
class Untick(Press, tag="qx"):
    """Take a tick away, if the question takes several. It is no toggle: a double tap would undo itself."""

    attempt: int
    question: int
    choice: int


@dataclass(frozen=True)
class Show(Press, tag="qs"):
    """Go to a question."""

    attempt: int
    question: int


@dataclass(frozen=True)
class Review(Press, tag="qr"):
    """Go to the page of answers."""

    attempt: int


@dataclass(frozen=True)
class Grade(Press, tag="qg"):
    """Have it graded."""

    attempt: int


@dataclass(frozen=True)
class Leave(Press, tag="ql"):
    """Stop for now."""

    attempt: int


@dataclass(frozen=True)
class Explain(Press, tag="qe"):
    """Go to the explanation of a question. FIRST begins the explanations."""

    attempt: int
    question: int
