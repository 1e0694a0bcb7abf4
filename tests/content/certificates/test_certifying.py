"""Why a certificate leaves a credit out, by purpose and by the rules of the day: both sides of each boundary."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from content.certificates import certifying
from content.certificates.certifying import Candidate, Reading
from content.certificates.unlisted import (
    BroughtAlong,
    ByTrainingAlone,
    CertifiedElsewhere,
    LineReason,
    NeverShown,
    NotOfPurpose,
    NotUntil,
)
from content.credits.credit import StandingCredit
from content.operator import Purpose
from content.rules import Rulebook, begins, day_of
from content.study.course import CommonLecture
from content.values import CertificatePurpose, CreditKind
from tests.operators import OTHER, SAMPLE, WHOLE

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 21)
CREDIT = StandingCredit(1, CreditKind.LECTURE, "course:a", 2, 74, "高血圧", "見本", DAY, NOW, "2022-04", NOW)
LECTURE = Candidate(CREDIT)
TRAINING = Candidate(replace(CREDIT, kind=CreditKind.TRAINING))
COMMON = CommonLecture("必修講習A 医療安全", 1)
GENERAL, E_LEARNING, CHRONIC, PSYCHOTROPIC, SPECIALIST = CertificatePurpose


def of_code(number: int, one: Candidate = LECTURE) -> Candidate:
    return replace(one, credit=replace(one.credit, code=number))


TABLE: list[tuple[CertificatePurpose, Candidate, LineReason | None]] = [
    *((purpose, replace(LECTURE, common=COMMON), None) for purpose in (GENERAL, E_LEARNING, SPECIALIST)),
    (GENERAL, TRAINING, None),
    (E_LEARNING, TRAINING, NotOfPurpose(E_LEARNING)),
    (E_LEARNING, Candidate(replace(CREDIT, kind=CreditKind.COOPERATION)), None),
    *((CHRONIC, of_code(code), ByTrainingAlone((29, 74, 75, 76), 2)) for code in (29, 74, 75, 76)),
    *((CHRONIC, of_code(code), None) for code in (28, 30, 73, 77)),
    *((CHRONIC, of_code(code, TRAINING), None) for code in (29, 74, 75, 76, 77)),
    *((PSYCHOTROPIC, of_code(code, one), None) for code in (20, 69) for one in (LECTURE, TRAINING)),
    *((PSYCHOTROPIC, of_code(code), NotOfPurpose(PSYCHOTROPIC)) for code in (19, 21, 68, 70)),
    (SPECIALIST, LECTURE, NotOfPurpose(SPECIALIST)),
    (SPECIALIST, replace(TRAINING, common=COMMON), None),
    *(
        (purpose, Candidate(replace(CREDIT, kind=kind, code=20), common=COMMON), NeverShown(kind))
        for purpose in CertificatePurpose
        for kind in (CreditKind.JOURNAL, CreditKind.DECLARATION)
    ),
    *(
        (purpose, replace(of_code(20, TRAINING), elsewhere="大阪府", common=COMMON), CertifiedElsewhere("大阪府"))
        for purpose in CertificatePurpose
    ),
]


@pytest.mark.parametrize(("purpose", "one", "reason"), TABLE)
def test_what_a_purpose_leaves_out(purpose: CertificatePurpose, one: Candidate, reason: LineReason | None) -> None:
    reading = Reading(purpose, Rulebook().at(DAY))
    assert certifying.left_out(one, reading, date(2026, 11, 22), 1) == reason


NEXT = DAY + timedelta(days=1)
BROUGHT = replace(CREDIT, import_id=7, certifiable=True)
BY_ORIGIN: list[tuple[StandingCredit, date | None, LineReason | None]] = [
    (CREDIT, None, None),
    (BROUGHT, None, BroughtAlong(day_of(NOW), certifiable=True, since=None)),
    (BROUGHT, date.min, None),
    (BROUGHT, DAY, None),
    (BROUGHT, NEXT, BroughtAlong(day_of(NOW), certifiable=True, since=NEXT)),
    (replace(BROUGHT, certifiable=False), DAY, BroughtAlong(day_of(NOW), certifiable=False, since=DAY)),
    (replace(BROUGHT, kind=CreditKind.JOURNAL), DAY, NeverShown(CreditKind.JOURNAL)),
]


@pytest.mark.parametrize(("credit", "since", "reason"), BY_ORIGIN)
def test_what_was_brought_along_is_certified_by_the_operators_rule(
    credit: StandingCredit, since: date | None, reason: LineReason | None
) -> None:
    reading = Reading(GENERAL, Rulebook().at(DAY), brought_from=since)
    assert certifying.left_out(Candidate(credit), reading, date(2026, 11, 22), 1) == reason


@pytest.mark.parametrize(
    ("last", "filings", "apart"),
    [
        (date(2018, 3, 31), 2, True),
        (date(2018, 4, 1), 1, True),
        (date(2018, 4, 1), 2, False),
        (date(2026, 11, 22), 3, False),
    ],
)
def test_who_filed_twice_since_2018(last: date, filings: int, apart: bool) -> None:
    reading = Reading(CHRONIC, Rulebook().at(last), filings)
    assert (certifying.of_purpose(LECTURE, reading) is not None) is apart
    assert bool(reading.by_training_alone) is apart


@pytest.mark.parametrize(("today", "reason"), [(DAY, NotUntil(begins(date(2026, 11, 22)))), (date(2026, 11, 22), None)])
def test_a_credit_is_certified_from_the_next_day_on(today: date, reason: LineReason | None) -> None:
    assert certifying.left_out(LECTURE, Reading(GENERAL, Rulebook().at(DAY)), today, 1) == reason


def test_what_the_purpose_leaves_out_for_ever_is_not_promised_for_tomorrow() -> None:
    reading = Reading(PSYCHOTROPIC, Rulebook().at(DAY))
    assert certifying.left_out(LECTURE, reading, DAY, 1) == NotOfPurpose(PSYCHOTROPIC)


def test_purposes_are_offered_as_the_operator_serves_them() -> None:
    assert certifying.offered(OTHER) == tuple(CertificatePurpose)
    assert certifying.offered(SAMPLE) == tuple(CertificatePurpose)  # a newcomer to the demo sees them all
    assert certifying.offered(WHOLE) == (GENERAL, E_LEARNING)
    for served, purpose in ((Purpose.CHRONIC, CHRONIC), (Purpose.PSYCHOTROPIC, PSYCHOTROPIC)):
        profile = WHOLE.model_copy(update={"certificates_serve": [served]})
        assert certifying.offered(profile) == (GENERAL, E_LEARNING, purpose)


def test_common_lectures_count_in_their_own_units() -> None:
    one = replace(LECTURE, common=COMMON)
    assert certifying.half_units([one, one], GENERAL) == 4
    assert certifying.half_units([one, one], SPECIALIST) == 2
