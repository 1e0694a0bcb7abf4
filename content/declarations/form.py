"""What the form of a year's declarations (申告書) prints: what was entered, and the list of its evidence. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FormRow:
    """A declaration. `kind`, `code_name` and `state` are in Japanese, as the paper is. `evidence`: names of files."""

    day: date
    kind: str
    what: str
    code: int
    code_name: str
    half_units: int
    note: str
    state: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class FormFacts:
    """Everything the form prints. `goes_to`: where the real 申告書 must go; `operator`: who runs this bot. An empty
    `registry_no` is not printed.
    """

    name: str
    registry_no: str
    member_no: str
    year: int
    rows: tuple[FormRow, ...]
    printed_on: date
    operator: str
    goes_to: str
    sample: bool

    @property
    def half_units(self) -> int:
        return sum(row.half_units for row in self.rows)

    @property
    def files(self) -> int:
        return sum(len(row.evidence) for row in self.rows)
