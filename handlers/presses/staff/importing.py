"""The buttons of the rooms where files are imported: of members, of credits already held, and of credits that staff
grant.

All rooms have the same buttons, each with keys of its own, since a right belongs to a key.
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


@dataclass(frozen=True)
class GrantRoom(Press, tag="ik"):
    """Asks for a file of credits that staff grant, and shows the last ones."""


@dataclass(frozen=True)
class GrantsFor(Press, tag="il"):
    """Rows without a reason of their own get one of the usual reasons (from 0)."""

    reason: int


@dataclass(frozen=True)
class OpenGrants(Press, tag="im"):
    number: int


@dataclass(frozen=True)
class ApplyGrants(Press, tag="in"):
    number: int


@dataclass(frozen=True)
class DropGrants(Press, tag="iq"):
    number: int


@dataclass(frozen=True)
class FetchGrantReport(Press, tag="is"):
    number: int


@dataclass(frozen=True)
class AskUndoGrants(Press, tag="it"):
    """Take back all that this file granted: why?"""

    number: int


@dataclass(frozen=True)
class UndoGrantsFor(Press, tag="iw"):
    """Take one of the usual reasons (from 0), and see what happens."""

    number: int
    reason: int


@dataclass(frozen=True)
class UndoGrants(Press, tag="ix"):
    """Take it back for the reason that was shown."""

    number: int


Room = ImportRoom | CreditImportRoom | GrantRoom
_OfMembers = OpenImport | ApplyImported | DropImport | FetchReport | AskUndoImport | UndoImport
_OfCredits = (
    OpenCreditImport | ApplyCreditImport | DropCreditImport | FetchCreditReport | AskUndoCreditImport | UndoCreditImport
)
_OfGrants = OpenGrants | ApplyGrants | DropGrants | FetchGrantReport | AskUndoGrants | UndoGrants
OfImport = _OfMembers | _OfCredits | _OfGrants
