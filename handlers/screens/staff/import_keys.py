"""The keys of the buttons in each room where files are imported."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.importing.report import Kind
from handlers.presses.staff.importing import (
    ApplyCreditImport,
    ApplyImported,
    AskUndoCreditImport,
    AskUndoImport,
    CreditImportRoom,
    DropCreditImport,
    DropImport,
    FetchCreditReport,
    FetchReport,
    ImportRoom,
    OfImport,
    OpenCreditImport,
    OpenImport,
    Room,
    UndoCreditImport,
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
}
