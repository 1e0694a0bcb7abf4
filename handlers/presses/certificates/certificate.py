"""The keys of the buttons of certificates.

`purpose` is a content.values.CertificatePurpose. `first` and `last` are days as date.toordinal numbers them, and
`registry` says whether the 医籍登録番号 is to be printed.
"""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Certificates(Press, tag="ce"):
    """Choose a purpose."""


@dataclass(frozen=True)
class OfPurpose(Press, tag="cg"):
    """Choose a period, for this purpose."""

    purpose: str


@dataclass(frozen=True)
class ForPeriod(Press, tag="ch"):
    """See what will stand on a certificate of a period: one of content.text.periods.Named."""

    purpose: str
    name: str


@dataclass(frozen=True)
class OwnDates(Press, tag="cw"):
    """Type dates of one's own."""

    purpose: str


@dataclass(frozen=True)
class Preview(Press, tag="cv"):
    """See what will stand on a certificate of these days."""

    purpose: str
    first: int
    last: int
    registry: bool


@dataclass(frozen=True)
class Standing(Press, tag="cl"):
    """The credits that will stand on it."""

    purpose: str
    first: int
    last: int
    registry: bool
    page: int


@dataclass(frozen=True)
class LeftOut(Press, tag="cx"):
    """What will not stand on it, and why."""

    purpose: str
    first: int
    last: int
    registry: bool
    page: int


@dataclass(frozen=True)
class Issue(Press, tag="ci", unhurried=True):
    """Have the certificate made."""

    purpose: str
    first: int
    last: int
    registry: bool


@dataclass(frozen=True)
class TellMe(Press, tag="ct"):
    """Get a certificate of this year when today's credit can be certified, for the purpose of the last one."""


@dataclass(frozen=True)
class TellMeOf(Press, tag="cn"):
    """The same for this purpose, from this day on."""

    purpose: str
    first: int
    registry: bool
