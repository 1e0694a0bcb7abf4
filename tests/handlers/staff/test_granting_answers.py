"""What can be granted, and how each answer is read."""

from datetime import date, timedelta

import pytest

from content.staff.crediting import source_of
from content.values import CreditKind
from handlers.presses.staff.crediting import Answer, GrantFor, GrantIt, PickContent
from storage.certificates import eligible
from tests.handlers.staff.crediting import REASON, button, day, fills, letters_of, picked, proved, standing
from tests.handlers.staff.office import Office
from tests.handlers.talking import Guest, presses

TYPED = ("見本学会総会", "見本学会", "74", "1.5", "2026/10/3", REASON)
"""A congress, answer by answer."""


@pytest.fixture(autouse=True)
def shelf(here: Office) -> None:
    fills(here)


async def typed(guest: Guest, member: int, answers: tuple[str, ...] = TYPED) -> GrantIt:
    """The button that grants what is not published here."""
    await guest.taps(GrantFor(member, "other"))
    for one in answers:
        screen = await guest.says(one)
    return button(screen)


async def test_something_else_counts_and_no_certificate_shows_it(here: Office, kita: Guest, aoi: Guest) -> None:
    member = aoi.member_id
    await kita.taps(await typed(kita, member))
    (credit,) = standing(here, member)
    assert (credit.kind, credit.half_units, credit.code) == (CreditKind.DECLARATION, 3, 74)
    assert (credit.title, credit.organiser, credit.earned_on) == ("見本学会総会", "見本学会", date(2026, 10, 3))
    ((_, told),) = letters_of(here)
    assert "60に算入されます。受講証明書には記載されません。" in told
    same = ("見本学会　総会", "見本学会", "CC 74", "２", "令和8年10月3日", "別の理由")
    assert "すでに取得済です" in (await kita.taps(await typed(kita, member, same))).text
    assert len(standing(here, member)) == 1
    assert proved(here).attested == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "学"),
        ((), "学" * 61),
        (TYPED[:2], "84"),
        (TYPED[:2], "障害"),
        (TYPED[:3], "0.3"),
        (TYPED[:3], "0"),
        (TYPED[:4], "あした"),
        (TYPED[:4], "2026/11/23"),
        (TYPED[:4], "1987/3/31"),
        (TYPED[:5], "x"),
        (TYPED[:5], "由" * 201),
    ],
)
async def test_a_slip_is_told_and_asked_again(
    given: tuple[str, ...], said: str, here: Office, kita: Guest, aoi: Guest
) -> None:
    await kita.taps(GrantFor(aoi.member_id, "other"))
    for one in given:
        await kita.says(one)
    told = await kita.says(said)
    assert "⚠️" in told.text
    for one in TYPED[len(given) :]:
        told = await kita.says(one)
    assert button(told).member == aoi.member_id


@pytest.mark.parametrize("said", ["2026/11/22", "1987/4/1"])
async def test_the_first_and_the_last_day_are_taken(said: str, here: Office, kita: Guest, aoi: Guest) -> None:
    await kita.taps(await typed(kita, aoi.member_id, (*TYPED[:4], said, REASON)))
    assert len(standing(here, aoi.member_id)) == 1


@pytest.mark.parametrize(
    ("of", "name", "found"),
    [
        ("training", "長期管理", "気管支喘息の長期管理"),
        ("training", "大阪", "大阪の講演会"),
        ("training", "これから", ""),
        ("training", "開催中", ""),
        ("training", "録画", ""),
        ("journal", "2026-09", "2026年9月号"),
        ("journal", "82", "2026年9月号"),
        ("journal", "2026-10", ""),
        ("course", "74", "高血圧"),
        ("course", "肩こり入門", ""),
        ("course", "講座", ""),
    ],
)
async def test_what_can_be_granted(of: str, name: str, found: str, here: Office, kita: Guest, aoi: Guest) -> None:
    """Only what is over and brings a credit to somebody; no sample outside the demo."""
    await kita.taps(GrantFor(aoi.member_id, of))
    screen = await kita.says(name)
    picks = [one for one in presses(screen) if isinstance(one, PickContent)]
    assert len(picks) == bool(found)
    assert (found in screen.text) if found else ("当たるものはありません" in screen.text)


async def test_a_training_has_its_own_day_and_osaka_certifies_its_own(here: Office, kita: Guest, aoi: Guest) -> None:
    member = aoi.member_id
    for name in ("長期管理", "大阪"):
        await picked(kita, member, "training", name)
        await kita.taps(button(await kita.taps(Answer(member, "why", 0))))
    assert {one.earned_on for one in standing(here, member)} == {day(here, 3)}
    told = {lines[1]: "\n".join(lines) for _, lines in letters_of(here)}
    assert "大阪府医師会にご依頼ください" in told["大阪の講演会（CC 79・1.5単位）"]
    assert "受講証明書に記載できます" in told["気管支喘息の長期管理（CC 79・1.5単位）"]
    with here.sessions.reading() as session:
        rules = here.turns.house.rulebook.now(here.clock.now())
        every = eligible.candidates(session, member, date.min, day(here), rules)
    assert {one.credit.title: one.elsewhere for one in every} == {
        "大阪の講演会": "大阪府",
        "気管支喘息の長期管理": None,
    }


def test_one_thing_has_one_name_however_it_is_typed() -> None:
    first = source_of(74, date(2026, 10, 3), "見本学会 総会", "見本学会")
    assert first == source_of(74, date(2026, 10, 3), "見本学会総会", "見本学会")
    others = {
        source_of(75, date(2026, 10, 3), "見本学会総会", "見本学会"),
        source_of(74, date(2026, 10, 3) + timedelta(days=1), "見本学会総会", "見本学会"),
        source_of(74, date(2026, 10, 3), "見本学会", "総会見本学会"),
        source_of(74, date(2026, 10, 3), "見本学会総会", "別の学会"),
    }
    assert len(others) == 4
    assert first not in others
