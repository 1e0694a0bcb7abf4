"""The keys of the buttons of what the fee schedule asks of a record."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenFees(Press, tag="fe"):
    """Choose one of the two trainings."""


@dataclass(frozen=True)
class UntilToday(Press, tag="fu"):
    """地域包括診療: the years that the rule asks for, ending today."""


@dataclass(frozen=True)
class FiscalYears(Press, tag="ff"):
    """地域包括診療: the last fiscal year and this one."""


@dataclass(frozen=True)
class OwnPeriod(Press, tag="fd"):
    """地域包括診療: dates of one's own."""


@dataclass(frozen=True)
class OfPeriod(Press, tag="fo"):
    """地域包括診療, of a period. Here and below days are numbered as date.toordinal does."""

    first: int
    last: int


@dataclass(frozen=True)
class Rows(Press, tag="fr"):
    """The credits of a period."""

    first: int
    last: int
    page: int


@dataclass(frozen=True)
class Topics(Press, tag="fk"):
    """Read which topics members check for themselves. `first` and `last` are the period to go back to."""

    first: int
    last: int


@dataclass(frozen=True)
class PaperFor(Press, tag="fc"):
    """The certificate of a period."""

    first: int
    last: int


@dataclass(frozen=True)
class Psychotropic(Press, tag="fp"):
    """向精神薬長期処方."""

    page: int
