"""The keys of the buttons in each room where files are imported."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.importing.report import Kind
from handlers.presses.staff.importing import (
    ApplyCreditImport,
    ApplyGrants,
    ApplyImported,
    AskUndoCreditImport,
    AskUndoGrants,
    AskUndoImport,
    CreditImportRoom,
    DropCreditImport,
    DropGrants,
    DropImport,
    FetchCreditReport,
    FetchGrantReport,
    FetchReport,
    GrantRoom,
    ImportRoom,
    OfImport,
    OpenCreditImport,
    OpenGrants,
    OpenImport,
    Room,
    UndoCreditImport,
    UndoGrants,
    UndoImport,
)


@dataclass(frozen=True)
class Keys:
    """The keys of one room."""

    room: type[Room]
    open: type[OfImport]
    apply: type[OfImport]
    drop: type[OfImport]
    report: type[OfImport]
    ask_undo: type[OfImport]
    undo: type[OfImport]


KEYS: Mapping[Kind, Keys] = {
    Kind.MEMBERS: Keys(ImportRoom, OpenImport, ApplyImported, DropImport, FetchReport, AskUndoImport, UndoImport),
    Kind.CREDITS: Keys(
        CreditImportRoom,
        OpenCreditImport,
        ApplyCreditImport,
        DropCreditImport,
        FetchCreditReport,
        AskUndoCreditImport,
        UndoCreditImport,
    ),
    Kind.GRANTS: Keys(GrantRoom, OpenGrants, ApplyGrants, DropGrants, FetchGrantReport, AskUndoGrants, UndoGrants),
}
