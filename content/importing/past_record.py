"""A credit that a member earned before, as the former system's file states it."""

from dataclasses import dataclass
from datetime import date

from content.staff.crediting import fingerprint
from content.text.folding import fold
from content.values import CreditKind

NOT_HERE = "-"
"""Stands in the file in place of a short name: the content is none of those that are published here."""
OWN = "past:"
"""The source of a credit begins so if its content is not published here."""
NOT_ONE = f"{OWN}-"
"""It begins so if the file said that it is none of those that were published then."""
KEYED = f"{OWN}k-"
"""The same for a credit that comes from an export of Tan'i, whose key follows. Such a credit is told by its key alone:
another one may have its day, code and title.
"""


@dataclass(frozen=True)
class PastCredit:
    """One credit of the file. `category`: that of a common lecture (専門医共通講習), otherwise empty. `certifiable`:
    the former system puts it on certificates. `content`: the short name under which the content is published here,
    NOT_HERE, or empty. `complete_from`: from this day on the file has every credit of this member, of whatever kind.
    `key`: by which an export of Tan'i knows the credit; otherwise empty. `common_half_units`: those of the common
    lecture; None: as many as those of the credit.
    """

    day: date
    title: str
    organiser: str
    kind: CreditKind
    code: int
    half_units: int
    category: str = ""
    certifiable: bool = False
    content: str = ""
    complete_from: date | None = None
    key: str = ""
    common_half_units: int | None = None

    @property
    def same(self) -> tuple[date, int, str]:
        """Two credits of one member that agree in this are one credit."""
        return same(self.day, self.code, self.title)

    @property
    def own_source(self) -> str:
        """The source that the ledger gets if the content is not published here."""
        apart = NOT_ONE if self.content == NOT_HERE else OWN
        return f"{KEYED}{self.key}" if self.key else f"{apart}{fingerprint(*self.same)}"


def same(day: date, code: int, title: str) -> tuple[date, int, str]:
    """What two credits of one member agree in if they are one credit: the day, the code and the folded title."""
    return day, code, fold(title)
