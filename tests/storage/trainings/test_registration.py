"""Organisers register attendances: each brings one credit of the held day, in both ledgers, on either database."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from content.attendance.attending import Claim
from content.attendance.checkin import Door
from content.attendance.training import Announcement, AttendanceStanding, Form, Training
from content.importing.member_record import MemberRecord
from content.rules import Rulebook
from content.values import CreditKind
from storage.certificates import eligible
from storage.credits import common, ledger
from storage.engine.sessions import Sessions
from storage.people import members
from storage.post import letters
from storage.tables import LateClaim
from storage.trainings import attendances, published, registration
from tests.storage.training import HOUR, MINUTE, SECOND, present, publish, registers, training

RULES = Rulebook()
AOI, KURO = "1000000001", "1000000005"
FROM, TO = date.min, date.max


@pytest.fixture
def people(sessions: Sessions, now: datetime) -> dict[str, int]:
    """Two members, and an account that earns nothing, by their numbers."""
    records = (
        MemberRecord(AOI, "青井 遥", date(1972, 2, 4)),
        MemberRecord(KURO, "黒田 健二", date(1959, 12, 24)),
        MemberRecord("tokyo", "東京見本医師会", date(1980, 1, 1), can_earn=False),
    )
    with sessions.begin() as session:
        for record in records:
            members.put(session, sessions.cipher, record, now)
        return {
            one.member_no: members.account(session, sessions.cipher, one.member_no, member_no=True, mamis_id=False).id
            for one in records
        }


def test_announced_unchanged_and_revised(sessions: Sessions, now: datetime) -> None:
    one = training(now)
    with sessions.begin() as session:
        assert published.publish(session, one, now) == "new"
        secret = published.secret(session, published.by_slug(session, one.slug).id)
        assert published.publish(session, one, now) == "unchanged"
        assert published.publish(session, replace(one, title="喘息"), now) == "revised"
        listed = published.by_slug(session, one.slug)
        assert listed.training == replace(one, title="喘息")
        assert published.secret(session, listed.id) == secret
        assert published.coming(session, one.ends_at - SECOND) == (listed,)
        assert published.coming(session, one.ends_at) == ()


def test_a_list_brings_each_one_credit_of_the_held_day(
    sessions: Sessions, now: datetime, people: dict[str, int]
) -> None:
    one, later = training(now - 3 * HOUR), now + timedelta(days=3)
    with sessions.begin() as session:
        publish(session, one, now)
        assert registers(session, one.slug, [(AOI, 3), (KURO, 1)], later) == 2
        assert registers(session, one.slug, [(AOI, 3), (KURO, 1)], later + HOUR) == 0
        (entry,) = ledger.entries(session, people[AOI], FROM, TO)
        assert (entry.kind, entry.source, entry.half_units) == (CreditKind.TRAINING, "training:asthma-talk", 3)
        assert (entry.earned_on, entry.code, entry.organiser) == (one.held_on, 79, "見本市医師会")
        assert common.by_category(session, people[AOI]) == {"必修講習A 医療安全": 2}
        assert common.by_category(session, people[KURO]) == {"必修講習A 医療安全": 1}
        mine = attendances.mine(session, people[KURO], later, RULES.now(later))
        assert [(one.standing, one.seen.half_units) for one in mine] == [(AttendanceStanding.REGISTERED, 1)]


@pytest.mark.parametrize(
    ("starts", "day", "year"),
    [
        (datetime.fromisoformat("2027-03-31T14:59:59Z"), date(2027, 3, 31), 2026),
        (datetime.fromisoformat("2027-03-31T15:00:00Z"), date(2027, 4, 1), 2027),
    ],
)
def test_the_day_is_japans(starts: datetime, day: date, year: int, sessions: Sessions, people: dict[str, int]) -> None:
    one = training(starts)
    with sessions.begin() as session:
        publish(session, one, starts)
        registers(session, one.slug, [(AOI, 3)], one.ends_at)
        (entry,) = ledger.entries(session, people[AOI], FROM, TO)
        assert entry.earned_on == one.held_on == day
        assert list(ledger.yearly(session, people[AOI])) == [year]


@pytest.mark.parametrize(("day", "counts"), [("2019-11-30", False), ("2019-12-01", True)])
def test_common_lectures_count_from_december_2019(
    day: str, counts: bool, sessions: Sessions, people: dict[str, int]
) -> None:
    one = training(datetime.fromisoformat(f"{day}T10:00:00+09:00"))
    with sessions.begin() as session:
        publish(session, one, one.starts_at)
        registers(session, one.slug, [(AOI, 3)], one.ends_at)
        assert bool(common.by_category(session, people[AOI])) is counts


def test_osaka_is_registered_and_certified_elsewhere(sessions: Sessions, now: datetime, people: dict[str, int]) -> None:
    there, here = (
        training(now - 3 * HOUR, "osaka", prefecture="大阪府"),
        training(now - 6 * HOUR, "kyoto", prefecture="京都府"),
    )
    with sessions.begin() as session:
        for one in (there, here):
            publish(session, one, now)
            registers(session, one.slug, [(AOI, 2)], now)
        assert ledger.totals(session, people[AOI], FROM, TO).half_units == 4
        found = eligible.candidates(session, people[AOI], FROM, TO, RULES.now(now))
        assert {one.credit.source: one.elsewhere for one in found} == {
            "training:osaka": "大阪府",
            "training:kyoto": None,
        }
        standings = {
            one.listed.training.slug: one.standing
            for one in attendances.mine(session, people[AOI], now, RULES.now(now))
        }
        assert standings == {"osaka": AttendanceStanding.ELSEWHERE, "kyoto": AttendanceStanding.REGISTERED}


def test_only_who_came_and_left_is_confirmed(sessions: Sessions, now: datetime, people: dict[str, int]) -> None:
    one = training(now - 3 * HOUR)
    with sessions.begin() as session:
        listed = publish(session, one, now)
        for door in Door:
            attendances.pass_door(session, people[AOI], listed.id, door, now - HOUR)
        attendances.pass_door(session, people[KURO], listed.id, Door.ENTRY, now - HOUR)
        assert registration.confirm(session, one.slug, RULES, now) == 1
        assert registration.confirm(session, one.slug, RULES, now) == 0
        attendances.claim(session, people[KURO], listed.id, "電池が切れました", now)
        assert registration.confirm(session, one.slug, RULES, now) == 0
        session.query(LateClaim).one().state = Claim.ACCEPTED.value
        session.flush()
        assert registration.confirm(session, one.slug, RULES, now) == 1
        assert ledger.totals(session, people[KURO], FROM, TO).half_units == 3


def test_what_staff_reversed_does_not_come_back(sessions: Sessions, now: datetime, people: dict[str, int]) -> None:
    one = training(now - 3 * HOUR)
    with sessions.begin() as session:
        listed = publish(session, one, now)
        registers(session, one.slug, [(AOI, 3)], now)
        ledger.reverse(session, people[AOI], one.source, reason="誤り", author_id=people[KURO], at=now)
        registers(session, one.slug, [(AOI, 3), (KURO, 3)], now)
        assert ledger.totals(session, people[AOI], FROM, TO).half_units == 0
        assert attendances.of_training(session, people[KURO], listed.id, now, RULES.now(now)).seen.half_units == 3


def test_what_was_reversed_before_the_organiser_registered_does_not_come_back(
    sessions: Sessions, now: datetime, people: dict[str, int]
) -> None:
    """A credit may stand in the ledger without a registration here, as one that was brought over from elsewhere."""
    one = training(now - 3 * HOUR)
    with sessions.begin() as session:
        publish(session, one, now)
        about = {"half_units": 3, "code": one.code, "title": one.title, "organiser": one.organiser}
        earned = {
            "kind": CreditKind.TRAINING,
            "source": one.source,
            "earned_at": one.starts_at,
            "rules": RULES.now(now),
        }
        ledger.award(session, member_id=people[AOI], **about, **earned)  # type: ignore[arg-type]  # as named
        ledger.reverse(session, people[AOI], one.source, reason="誤り", author_id=people[KURO], at=now)
        assert registers(session, one.slug, [(AOI, 3)], now) == 1
        assert ledger.totals(session, people[AOI], FROM, TO).half_units == 0


def test_a_letter_tells_of_it_but_not_of_what_is_long_past(
    sessions: Sessions, now: datetime, people: dict[str, int]
) -> None:
    assert people
    with sessions.begin() as session:
        for slug, days in (("fresh", 89), ("old", 91)):
            publish(session, training(now - timedelta(days=days), slug), now)
            registers(session, slug, [(AOI, 3)], now)
        told = letters.claim(session, now)
        assert [letter.subject for letter in told] == [str(published.by_slug(session, "fresh").id)]


def doubts(session: Session, one: Training, lines: list[tuple[str, int]], at: datetime) -> list[str]:
    found = registration.doubts_of_list(session, present(one.slug, *lines), one, at)
    return [f"{fault.line}: {fault.reason}" for fault in found]


def test_what_the_record_says_against_a_list(sessions: Sessions, now: datetime, people: dict[str, int]) -> None:
    assert people
    one = training(now - 90 * MINUTE)
    with sessions.begin() as session:
        publish(session, one, now)
        assert doubts(session, one, [(AOI, 3)], now) == []
        (early,) = doubts(session, one, [(AOI, 3)], now - SECOND)
        assert early.startswith("1: the training is not over yet")
        nobody, account = doubts(session, one, [("9999999999", 1), ("tokyo", 1)], now)
        assert nobody.startswith("2: there is no member 9999999999")
        assert account == "3: the account tokyo can't earn credits"
        registers(session, one.slug, [(AOI, 3)], now)
        (otherwise,) = doubts(session, one, [(AOI, 2), (KURO, 3)], now)
        assert otherwise.startswith(f"2: the member {AOI} is registered with 1.5 already")


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"title": "喘息"}, 0),
        ({"organiser": "見本県医師会"}, 0),
        ({"code": 80}, 1),
        ({"half_units": 2}, 1),
        ({"prefecture": "大阪府"}, 1),
        ({"form": Form.WEB_LIVE}, 1),
        ({"common_lecture": None}, 1),
    ],
)
def test_a_registered_training_keeps_what_its_credits_say(
    changes: dict[str, object], faults: int, sessions: Sessions, now: datetime, people: dict[str, int]
) -> None:
    assert people
    one = training(now - 3 * HOUR)
    with sessions.begin() as session:
        publish(session, one, now)
        changed = replace(one, **changes)  # type: ignore[arg-type]  # fields of Training
        announced = Announcement(Path("a.yaml"), changed, False, 2)
        assert not list(registration.doubts_of_training(session, announced, now))
        registers(session, one.slug, [(AOI, 3)], now)
        assert len(list(registration.doubts_of_training(session, announced, now))) == faults
