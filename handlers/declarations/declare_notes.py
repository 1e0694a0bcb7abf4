"""What a chat waits to hear in the dialogue of a declaration: one field of one draft."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.declarations.declaring import Step
from content.keys.note import Note


@dataclass(frozen=True)
class OfDraft(Note):
    """A field of this declaration is awaited."""

    declaration: int


@dataclass(frozen=True)
class AwaitWhat(OfDraft, expects="declare_what"):
    """What was learned is awaited."""


@dataclass(frozen=True)
class AwaitDay(OfDraft, expects="declare_day"):
    """The day on which it was held is awaited."""


@dataclass(frozen=True)
class AwaitUnits(OfDraft, expects="declare_units"):
    """The number of credits is awaited."""


@dataclass(frozen=True)
class AwaitCode(OfDraft, expects="declare_code"):
    """The curriculum code is awaited."""


@dataclass(frozen=True)
class AwaitNote(OfDraft, expects="declare_note"):
    """A remark for staff is awaited."""


@dataclass(frozen=True)
class AwaitEvidence(OfDraft, expects="declare_evidence"):
    """The files of evidence are awaited."""


NOTES: Mapping[Step, type[OfDraft]] = {
    Step.WHAT: AwaitWhat,
    Step.DAY: AwaitDay,
    Step.UNITS: AwaitUnits,
    Step.CODE: AwaitCode,
    Step.NOTE: AwaitNote,
    Step.EVIDENCE: AwaitEvidence,
}
