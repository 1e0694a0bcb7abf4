"""Staff who read English see the English titles of courses and trainings, wherever a title is shown to staff."""

from dataclasses import replace
from datetime import datetime

import pytest

from content.rules import Rulebook, begins
from content.values import CreditKind
from handlers.presses.staff.desk import Claims, OpenClaim, OpenFiled
from storage.credits import ledger
from storage.study import enrolments
from storage.trainings import attendances, claims
from tests import samples
from tests.handlers.staff.filing import DAY, File
from tests.handlers.staff.office import ABE, Office
from tests.handlers.talking import AOI, Guest
from tests.storage.training import HOUR, publish, training

COURSE = replace(samples.course(), title_en="Hypertension")


@pytest.fixture
def file(here: Office) -> File:
    """A declaration that waits."""
    declared = File(here, here.id_of(AOI))
    declared.number = declared.declares(declared.member)
    return declared


@pytest.fixture
async def owner(here: Office) -> Guest:
    """A member of staff whose phone is in English."""
    guest = here.guest(700000010, "en")
    await guest.chooses(ABE[1])
    here.grants(ABE[1], "owner")
    return guest


async def test_the_queue_of_claims_and_the_claim(here: Office, owner: Guest, now: datetime) -> None:
    member = here.id_of(AOI)
    with here.sessions.begin() as session:
        listed = publish(session, replace(training(now - 3 * HOUR), title_en="Asthma"), now)
        attendances.claim(session, member, listed.id, "電池が切れ、受付で記名しました", now - HOUR)
        (claim,) = claims.of_member(session, member)
    assert " · Asthma · " in (await owner.taps(Claims(1))).text
    assert "Asthma (CC " in (await owner.taps(OpenClaim(claim))).text


async def test_the_card_of_a_member(here: Office, owner: Guest, now: datetime) -> None:
    member = here.id_of(AOI)
    with here.sessions.begin() as session:
        listed = samples.publish(session, COURSE, now)
        enrolments.touch(session, member, listed.id, now)
    assert "▶️ Hypertension (CC 74)" in (await owner.says("/staff 青井")).text


async def test_a_credit_of_the_same_day_beside_a_declaration(here: Office, file: File, owner: Guest) -> None:
    now = here.clock.now()
    with here.sessions.begin() as session:
        listed = samples.publish(session, COURSE, now)
        ledger.award(
            session,
            member_id=file.member,
            kind=CreditKind.LECTURE,
            source=listed.source,
            half_units=2,
            code=74,
            title=COURSE.title,
            organiser="",
            earned_at=begins(DAY),
            rules=Rulebook().now(now),
        )
    assert "same day: Association course, “Hypertension”, 1 credit" in (await owner.taps(OpenFiled(file.number))).text
