"""The buttons of the room where files of members are imported."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class ImportRoom(Press, tag="ia"):
    """Asks for a file, and shows the last imports."""


@dataclass(frozen=True)
class OpenImport(Press, tag="io"):
    number: int


@dataclass(frozen=True)
class ApplyImported(Press, tag="ip"):
    """Do what the report says. The number leads to the file's digest and to the state of the record."""

    number: int


@dataclass(frozen=True)
class DropImport(Press, tag="id"):
    """Give it up before anything is changed."""

    number: int


@dataclass(frozen=True)
class FetchReport(Press, tag="ir"):
    """The report as a file."""

    number: int


@dataclass(frozen=True)
class AskUndoImport(Press, tag="iu"):
    number: int


@dataclass(frozen=True)
class UndoImport(Press, tag="iv"):
    number: int
