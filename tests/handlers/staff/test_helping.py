"""A member helped by staff: a lock lifted, a one-time code given, and what the log says of it."""

from datetime import timedelta

import pytest

from content.words import JA
from handlers.presses.staff.members import AskWhy, DoIt
from tests.handlers.staff.office import Office
from tests.handlers.talking import AOI, Guest, presses


async def test_a_lock_is_lifted_for_a_reason(here: Office, kita: Guest) -> None:
    member = here.id_of(AOI)
    here.locks(member)
    until = here.locked_until(member)
    card = await kita.says("/staff 青井")
    assert JA.staff.locked(until) in card.text
    why = await kita.taps(presses(card)[0])
    assert why.text.startswith("<b>制限を解除する　青井 遥</b>")
    assert here.locked_until(member) == until, "asking for the reason lifts nothing"
    done = await kita.taps(presses(why)[1])
    assert JA.staff.lifted() in done.text
    assert JA.staff.not_locked() in done.text
    assert here.locked_until(member) == here.clock.now()
    lifted = here.log[0]
    assert (lifted.act, lifted.member_id, lifted.why) == ("lift_lock", member, JA.staff.reasons()[1])
    assert lifted.before == {"locked_until": until.isoformat(), "failures": True}
    assert lifted.after == {"locked_until": "", "failures": False}


async def test_lifting_what_is_not_locked_says_so(here: Office, kita: Guest) -> None:
    done = await kita.taps(DoIt("lift_lock", here.id_of(AOI), 0))
    assert JA.staff.was_not_locked() in done.text
    assert here.log[0].before == {"locked_until": "", "failures": False}


async def test_a_reason_in_own_words(here: Office, kita: Guest) -> None:
    member = here.id_of(AOI)
    here.locks(member)
    await kita.says("/staff 青井")
    await kita.taps(AskWhy("lift_lock", member))
    for bad in ("x", "　", "あ" * 201):
        assert "2文字以上200文字以内" in (await kita.says(bad)).text
    assert here.locked_until(member) > here.clock.now()
    assert JA.staff.lifted() in (await kita.says(" 会員証を\n確認 ")).text
    assert here.log[0].why == "会員証を 確認"
    assert "白石 結子" in (await kita.says("白石")).text, "the next text is a search again"


async def test_a_one_time_code_is_shown_once_and_works_once(here: Office, kita: Guest, aoi: Guest) -> None:
    member = here.id_of(AOI)
    card = await kita.says("/staff 青井")
    shown = await kita.taps(presses(await kita.taps(presses(card)[0]))[0])
    code = shown.rows[0][0].copies
    assert f"{code[:4]} {code[4:]}" in shown.text
    assert "11月23日（月）10:00まで" in shown.text
    back = await kita.taps(presses(shown)[0])
    assert code[:4] not in back.text
    assert JA.staff.code_out(here.clock.now() + timedelta(hours=24)) in back.text
    given = here.log[1]
    assert (given.act, given.why) == ("give_code", JA.staff.reasons()[0])
    assert given.before == {"code_until": ""}
    assert given.after == {"code_until": (here.clock.now() + timedelta(hours=24)).isoformat()}

    here.waits(minutes=10)
    elsewhere = here.guest(700000003)
    await elsewhere.comes_to_password(AOI.member_no)
    assert JA.login.new_title() in (await elsewhere.says(code)).text
    await elsewhere.says("another-river-99")
    assert elsewhere.member_id == member
    third = here.guest(700000004)
    await third.comes_to_password(AOI.member_no)
    assert JA.login.wrong() in (await third.says(code)).text


@pytest.mark.parametrize(("hours", "good"), [(23.999, True), (24, False)])
async def test_a_code_is_good_for_a_day(hours: float, good: bool, here: Office, kita: Guest) -> None:
    shown = await kita.taps(DoIt("give_code", here.id_of(AOI), 0))
    here.waits(hours=hours)
    guest = here.guest(700000003)
    await guest.comes_to_password(AOI.member_no)
    asked = await guest.says(shown.rows[0][0].copies)
    assert (JA.login.new_title() in asked.text) is good


async def test_a_new_code_ends_the_former(here: Office, kita: Guest) -> None:
    press = DoIt("give_code", here.id_of(AOI), 0)
    first, second = [(await kita.taps(press)).rows[0][0].copies for _ in range(2)]
    guest = here.guest(700000003)
    await guest.comes_to_password(AOI.member_no)
    assert JA.login.wrong() in (await guest.says(first)).text
    assert JA.login.new_title() in (await guest.says(second)).text
    assert here.log[0].before == here.log[1].after
