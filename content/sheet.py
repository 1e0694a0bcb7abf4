"""A member's sheet for an issue of the journal, as the record gives it."""

from dataclasses import dataclass
from datetime import datetime

from content.journal import Channel, ListedIssue, SheetState, Ticks


@dataclass(frozen=True)
class Sheet:
    """`listed` is the issue as it is shown now: its dates hold. `ticks` are read with the questions that the member
    saw, and with the key of now where they are still the same. `submitted_at` and `right` are None until then.
    """

    id: int
    member_id: int
    listed: ListedIssue
    edition_id: int
    channel: Channel
    state: SheetState
    submitted_at: datetime | None
    right: int | None
    ticks: Ticks


@dataclass(frozen=True)
class Chosen:
    """A sheet after a tap, and whether the tap changed what is ticked."""

    sheet: Sheet
    changed: bool
