"""The keys of the buttons of the room for the log. `what` is a packed Filter (content/staff/logged.py)."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Log(Press, tag="yl"):
    """A page of the acts that the filter leaves."""

    what: str
    page: int


@dataclass(frozen=True)
class OpenEntry(Press, tag="ye"):
    """An act. `what` and `page` lead back to the list."""

    what: str
    page: int
    number: int


@dataclass(frozen=True)
class LogPeople(Press, tag="yp"):
    """Whose acts? A page of all who ever acted."""

    what: str
    page: int


@dataclass(frozen=True)
class LogActs(Press, tag="ya"):
    """Which acts? A page of their names."""

    what: str
    page: int


@dataclass(frozen=True)
class LogDays(Press, tag="yy"):
    """Asks for the day whose acts are to be shown."""

    what: str


@dataclass(frozen=True)
class ExportLog(Press, tag="yx"):
    """All that the filter leaves, as a file."""

    what: str
