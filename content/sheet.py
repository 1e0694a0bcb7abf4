"""A member's sheet for an issue of the journal, as the record gives it."""

from dataclasses import dataclass
from datetime import datetime

from content.journal import Channel, ListedIssue, SheetState, Ticks


@dataclass(frozen=True)
class Sheet:
    """A sheet. `listed`: the issue as it is shown now; its dates apply. `ticks`: the answers, with the questions that
    the member saw; if the issue of now still asks the same, they are graded by its key. `submitted_at` is None until
    the sheet is submitted, `right` until it is graded.
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
