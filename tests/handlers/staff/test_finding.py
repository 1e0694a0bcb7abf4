"""A member found by staff: the card, the pages of matches, and what the log says of looking."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from content.words import JA
from handlers.presses.staff.crediting import ListCredits
from handlers.presses.staff.erasing import AskErase
from handlers.presses.staff.members import AskWhy, OpenMember, Room, Turned
from handlers.presses.staff.membership import AskMembership
from handlers.presses.staff.viewing import AskView
from storage.study import enrolments
from tests import samples
from tests.handlers.staff.office import ABE, KITA, Office, labels
from tests.handlers.talking import AOI, Guest, presses
from tests.operators import keeping


async def test_one_match_opens_the_card_and_is_logged(here: Office, kita: Guest) -> None:
    card = await kita.says("/staff 青井")
    assert "会員ID 1000000001\nMAMIS ID M2026-0001" in card.text
    assert JA.staff.link("none", False) in card.text
    assert JA.staff.not_locked() in card.text
    assert "受講中：なし" in card.text
    assert "2026年度：0単位・0コード" in card.text
    assert "2024年度" in card.text
    assert "1972" not in card.text, "the birth date is the initial password"
    assert presses(card) == [
        AskWhy("give_code", here.id_of(AOI)),
        AskView(here.id_of(AOI)),
        ListCredits(here.id_of(AOI), 1),
        AskMembership(here.id_of(AOI), True),
        AskErase(here.id_of(AOI)),
        Room(),
    ]
    (viewed,) = here.log
    assert (viewed.act, viewed.staff_id, viewed.member_id) == ("viewed", here.id_of(KITA), here.id_of(AOI))
    assert viewed.why == "in the role of support"


async def test_one_near_match_is_offered_and_not_opened(here: Office, kita: Guest) -> None:
    offered = await kita.says("/find 青丼 遥")
    assert JA.staff.near(1) in offered.text
    assert OpenMember(here.id_of(AOI)) in presses(offered)
    assert [line.act for line in here.log] == ["searched"]


@pytest.mark.parametrize(("first", "late"), [(date(2024, 4, 1), False), (date(2024, 4, 2), True)])
async def test_sums_that_reach_further_back_than_the_record(here: Office, kita: Guest, first: date, late: bool) -> None:
    """The card shows the sums of three fiscal years."""
    here.turns.house = replace(here.turns.house, profile=keeping(first))
    card = await kita.says("/staff 青井")
    assert ("それより前の単位は、含まれない場合があります" in card.text) is late


async def test_the_card_shows_login_and_study(here: Office, kita: Guest, aoi: Guest, now: datetime) -> None:
    member = here.id_of(AOI)
    with here.sessions.begin() as session:
        listed = samples.publish(session, samples.course(), now)
        for number in range(1, 8):
            other = samples.publish(session, samples.course(f"course-{number}", f"講座{number}"), now)
            enrolments.touch(session, member, other.id, now - timedelta(days=number))
        enrolments.touch(session, member, listed.id, now)
    card = await kita.says("/staff 青井")
    assert JA.staff.link("linked", True) in card.text
    assert "受講中：8講座" in card.text
    assert "▶️ 高血圧（CC 74）　11月22日（日）10:00" in card.text
    assert "講座4" in card.text
    assert "講座5" not in card.text
    assert "ほかに3講座" in card.text


async def test_many_matches_come_in_pages(here: Office, kita: Guest) -> None:
    first = await kita.says("/staff あべ")
    assert "10名が見つかりました" in first.text
    assert "1　安部 01（アベ 01）　2000000001" in first.text
    assert labels(first) == [*map(str, range(1, 9)), "1 / 2", "›", "‹ 戻る"]
    second = await kita.taps(Turned(2))
    assert labels(second) == ["9", "10", "‹", "2 / 2", "‹ 戻る"]
    card = await kita.taps(presses(second)[1])
    assert "安部 10" in card.text
    assert presses(card)[-1] == Turned(2)
    assert await kita.taps(Turned(2)) == second
    assert [entry.act for entry in here.log] == ["searched", "viewed", "searched", "searched"]
    assert here.log[0].after == {"found": 10, "shown": [here.id_of(one) for one in ABE[8:]]}
    assert here.log[0].member_id is None


@pytest.mark.parametrize("page", [0, -1, 3, 10**8])
async def test_a_page_that_there_is_none_of_is_the_first(page: int, here: Office, kita: Guest) -> None:
    first = await kita.says("/staff 安部")
    assert await kita.taps(Turned(page)) == first


async def test_an_old_list_leads_to_the_room(kita: Guest) -> None:
    await kita.says("/staff 安部")
    await kita.says("/settings")
    assert JA.staff.room_title() in (await kita.taps(Turned(2))).text


@pytest.mark.parametrize(
    ("text", "answer"), [("誰も", "見つかりません"), ("あ" * 100, "見つか"), ("あ" * 101, "100文字まで")]
)
async def test_nobody_is_found(text: str, answer: str, here: Office, kita: Guest) -> None:
    await kita.says("/staff")
    assert answer in (await kita.says(text)).text
    assert "青井 遥" in (await kita.says("青井")).text


async def test_text_of_staff_is_no_markup(kita: Guest) -> None:
    assert "&lt;b&gt;" in (await kita.says("/staff <b>")).text
