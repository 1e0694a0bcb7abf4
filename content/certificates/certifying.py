"""What a 受講証明書 shows, by the purpose for which a member asks for it; and why it leaves a credit out. Pure.

The numbers in the rules (which codes, since when) are those of content.rules, dated and with their sources. What holds
for every purpose is the guide's: 日医雑誌問題解答 and 申告書 never, 大阪府 by its own association, and the day itself
not yet.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from content.certificates.unlisted import (
    BroughtAlong,
    ByTrainingAlone,
    CertifiedElsewhere,
    LineReason,
    NeverShown,
    NotOfPurpose,
    NotUntil,
)
from content.credits import common_lectures, fees
from content.credits.credit import StandingCredit
from content.credits.why import Reason
from content.operator import Profile, Purpose
from content.rules import Rules, begins
from content.study.course import CommonLecture
from content.text.periods import Period
from content.values import CERTIFIED, E_LEARNING, CertificatePurpose, CreditKind

SERVED: Mapping[CertificatePurpose, Purpose] = {
    CertificatePurpose.CHRONIC: Purpose.CHRONIC,
    CertificatePurpose.PSYCHOTROPIC: Purpose.PSYCHOTROPIC,
    CertificatePurpose.SPECIALIST: Purpose.SPECIALIST,
}
"""The purposes that only those operators offer whose certificates can be handed in for them."""

KINDS: Mapping[CertificatePurpose, Collection[CreditKind]] = {
    CertificatePurpose.E_LEARNING: E_LEARNING,
    CertificatePurpose.SPECIALIST: common_lectures.KINDS,
}
"""The kinds of credit that a certificate for a purpose can show, if they are fewer than those of CERTIFIED."""


@dataclass(frozen=True)
class Wish:
    """A certificate as a member wants it. `registry`: the 医籍登録番号 is printed, if one is on record."""

    purpose: CertificatePurpose
    period: Period
    registry: bool = True


@dataclass(frozen=True)
class Candidate:
    """A credit that stands. `elsewhere`: the prefecture whose own association certifies it, if that is so. `common`:
    what the same content brought to the second ledger, 専門医共通講習.
    """

    credit: StandingCredit
    elsewhere: str | None = None
    common: CommonLecture | None = None

    def half_units(self, purpose: CertificatePurpose) -> int:
        """What it counts on a certificate for this purpose."""
        common = self.common if reads_common(purpose) else None
        return common.half_units if common else self.credit.half_units


@dataclass(frozen=True)
class Reading:
    """By what a member's credits are read: the purpose, the rules of the last day of the period, how often the
    member filed for 地域包括診療 (as far as the member has said), and the day from which on the operator certifies what
    was brought from the former record (None: never).
    """

    purpose: CertificatePurpose
    rules: Rules
    filings: int = 0
    brought_from: date | None = None

    @property
    def by_training_alone(self) -> tuple[int, ...]:
        """The codes of which a certificate for 地域包括診療 lists no e-learning; for other purposes there are none."""
        if self.purpose is not CertificatePurpose.CHRONIC or fees.by_e_learning(self.filings, self.rules):
            return ()
        return tuple(sorted(self.rules.chronic_elearning_excluded))


@dataclass(frozen=True)
class LeftOut:
    """What is not on a certificate though it was earned or attended on this day, and why. `half_units` is 0 for what
    has not brought a credit yet.
    """

    day: date
    title: str
    half_units: int
    reason: Reason


@dataclass(frozen=True)
class Shown:
    """What a certificate that a member wishes for would show today: by what the credits are read, the days that it
    covers (none, if the last one lies before the first), and the credits, the latest first.
    """

    wish: Wish
    reading: Reading
    covered: Period
    shown: tuple[Candidate, ...]

    @property
    def half_units(self) -> int:
        return half_units(self.shown, self.wish.purpose)


@dataclass(frozen=True)
class Draft(Shown):
    """The same with what it would leave out, the latest first."""

    left: tuple[LeftOut, ...]

    @property
    def tomorrow(self) -> int:
        """The half-units that only the day after is still missing for."""
        return sum_of(one for one in self.left if isinstance(one.reason, NotUntil))


def reads_common(purpose: CertificatePurpose) -> bool:
    """Whether the second ledger matters to a certificate for this purpose."""
    return purpose is CertificatePurpose.SPECIALIST


def offered(profile: Profile) -> tuple[CertificatePurpose, ...]:
    """The purposes for which this operator's certificates can be asked for."""
    return tuple(one for one in CertificatePurpose if one not in SERVED or profile.serves(SERVED[one]))


def left_out(one: Candidate, reading: Reading, today: date, after_days: int) -> LineReason | None:
    """Why a certificate that is issued today leaves a credit out; None if it shows it. A credit can be certified
    `after_days` days after its day. What forbids it for ever comes before what only lasts until tomorrow.
    """
    if one.credit.kind not in CERTIFIED:
        return NeverShown(one.credit.kind)
    if one.elsewhere is not None:
        return CertifiedElsewhere(one.elsewhere)
    if brought := brought_along(one.credit, reading.brought_from):
        return brought
    return of_purpose(one, reading) or _too_early(one.credit.earned_on + timedelta(days=after_days), today)


def brought_along(credit: StandingCredit, since: date | None) -> BroughtAlong | None:
    """Why a certificate leaves out a credit that was imported from the former record. None: it does not, because the
    credit was earned here, or both the former record and (from `since` on) the operator certify it.
    """
    day = credit.imported_on
    if day is None or (credit.certifiable and since is not None and since <= credit.earned_on):
        return None
    return BroughtAlong(day, bool(credit.certifiable), since)


def of_purpose(one: Candidate, reading: Reading) -> LineReason | None:
    """Why a certificate for this purpose leaves out a credit that one for no purpose would show."""
    credit = one.credit
    if not fits(credit.kind, credit.code, reading, common=one.common is not None):
        return NotOfPurpose(reading.purpose)
    apart = fees.group(credit, reading.rules, reading.filings) is fees.Group.APART
    if reading.by_training_alone and apart:
        return ByTrainingAlone(reading.by_training_alone, reading.rules.chronic_filings)
    return None


def fits(kind: CreditKind, code: int, reading: Reading, *, common: bool) -> bool:
    """Whether what has this kind and code concerns the purpose at all. `common`: it is 専門医共通講習 too."""
    match reading.purpose:
        case CertificatePurpose.E_LEARNING:
            # one of the kinds of the association's older form: https://med.or.jp/cme/elearning_jukousyoumei.html
            return kind in E_LEARNING
        case CertificatePurpose.PSYCHOTROPIC:
            return code in reading.rules.psychotropic_codes
        case CertificatePurpose.SPECIALIST:
            # the second ledger has only what was taken on or after `common_lecture_from`
            return common
        case CertificatePurpose.GENERAL | CertificatePurpose.CHRONIC:
            return True


def shown(
    candidates: Iterable[Candidate], period: Period, reading: Reading, today: date, after_days: int
) -> tuple[Candidate, ...]:
    """Those that a certificate of these days shows, in their order."""
    inside = (one for one in candidates if period.first <= one.credit.earned_on <= period.last)
    return tuple(one for one in inside if left_out(one, reading, today, after_days) is None)


def half_units(candidates: Iterable[Candidate], purpose: CertificatePurpose) -> int:
    """The sum that a certificate for this purpose says."""
    return sum(one.half_units(purpose) for one in candidates)


def sum_of(left: Iterable[LeftOut]) -> int:
    """Their half-units together."""
    return sum(one.half_units for one in left)


def grouped(left: Collection[LeftOut]) -> Mapping[Reason, tuple[LeftOut, ...]]:
    """What is left out, by its reason, in the order in which the reasons come first."""
    return {
        reason: tuple(one for one in left if one.reason == reason)
        for reason in dict.fromkeys(one.reason for one in left)
    }


def _too_early(from_day: date, today: date) -> NotUntil | None:
    return NotUntil(begins(from_day)) if today < from_day else None
