"""A credit that staff grant by a file, as a line of it asks for it."""

from dataclasses import dataclass
from datetime import date

from content.importing.past_record import NOT_HERE
from content.values import CreditKind


@dataclass(frozen=True)
class AskedGrant:
    """One line. A field whose cell is empty is empty, or None: the published content says it then. `content`: the short
    name of that content, or NOT_HERE. `why`: the reason of this line alone.
    """

    content: str
    day: date | None
    why: str = ""
    kind: CreditKind | None = None
    code: int | None = None
    title: str = ""
    organiser: str = ""
    half_units: int | None = None

    @property
    def is_other(self) -> bool:
        """Whether it is for something that is not published here, which is granted as a declaration brings it."""
        return self.kind is CreditKind.DECLARATION or self.content == NOT_HERE
