"""Why a certificate does not show a credit that stands: a part of the closed set of reasons of content.credits.why."""

from dataclasses import dataclass
from datetime import date, datetime

from content.values import CertificatePurpose, CreditKind


@dataclass(frozen=True)
class NotUntil:
    """受講日の翌日以降: from this moment on."""

    at: datetime


@dataclass(frozen=True)
class NeverShown:
    """日医雑誌問題解答、申告書 are 発行対象外."""

    kind: CreditKind


@dataclass(frozen=True)
class CertifiedElsewhere:
    """The training was held in this prefecture (大阪府), whose own association certifies it."""

    prefecture: str


@dataclass(frozen=True)
class BroughtAlong:
    """The credit was imported from the former record on `day`, and this operator's certificates do not show it: the
    former record does not certify it either (`certifiable` is false), or it was earned before `since`. From `since` on
    the operator certifies imported credits; None: never.
    """

    day: date
    certifiable: bool
    since: date | None


@dataclass(frozen=True)
class NotOfPurpose:
    """A certificate for this purpose does not show such a credit; one for no purpose in particular does."""

    purpose: CertificatePurpose


@dataclass(frozen=True)
class ByTrainingAlone:
    """Only trainings count for 地域包括診療 in these codes. `filings`: who has filed so often may earn them by
    e-learning too; 0: nobody may.
    """

    codes: tuple[int, ...]
    filings: int


@dataclass(frozen=True)
class OutsidePeriod:
    """The credit lies outside the period of the last certificate that the member asked for."""

    first: date
    last: date


@dataclass(frozen=True)
class AfterThePaper:
    """The credit was registered after the last certificate was made on that day."""

    day: date


LineReason = (
    NotUntil
    | NeverShown
    | CertifiedElsewhere
    | BroughtAlong
    | NotOfPurpose
    | ByTrainingAlone
    | OutsidePeriod
    | AfterThePaper
)
