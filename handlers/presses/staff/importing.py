"""The buttons of the rooms where files are imported: of members, and of credits already held.

Both rooms have the same buttons, each with keys of its own, since a right belongs to a key.
"""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class ImportRoom(Press, tag="ia"):
    """Asks for a file of members, and shows the last imports."""


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


@dataclass(frozen=True)
class CreditImportRoom(Press, tag="ib"):
    """Asks for a file of credits already held, and shows the last imports."""


@dataclass(frozen=True)
class OpenCreditImport(Press, tag="ic"):
    number: int


@dataclass(frozen=True)
class ApplyCreditImport(Press, tag="ie"):
    number: int


@dataclass(frozen=True)
class DropCreditImport(Press, tag="if"):
    number: int


@dataclass(frozen=True)
class FetchCreditReport(Press, tag="ig"):
    number: int


@dataclass(frozen=True)
class AskUndoCreditImport(Press, tag="ih"):
    number: int


@dataclass(frozen=True)
class UndoCreditImport(Press, tag="ij"):
    number: int


Room = ImportRoom | CreditImportRoom
_OfMembers = OpenImport | ApplyImported | DropImport | FetchReport | AskUndoImport | UndoImport
_OfCredits = (
    OpenCreditImport | ApplyCreditImport | DropCreditImport | FetchCreditReport | AskUndoCreditImport | UndoCreditImport
)
OfImport = _OfMembers | _OfCredits
