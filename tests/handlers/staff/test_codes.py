"""One-time codes: a member who is logged in hears of one at once, can void it, and it is good ten minutes later."""

from typing import Any

import pytest

from content.keys.letters import CodeDisowned, CodeGiven, CodeOver
from content.words import JA
from handlers.presses.access.code import DisownCode
from handlers.presses.access.session import LogOut
from handlers.presses.staff.members import DoIt
from handlers.screens.access.code import minute_of
from storage.people import codes
from tests.handlers.staff.office import KITA, Office
from tests.handlers.staff.pairing import sent
from tests.handlers.staff.pile import MINAMI
from tests.handlers.talking import AOI, SHIRO, Guest


async def given(here: Office, kita: Guest, record: Any) -> tuple[str, Any]:
    """The code, and the moment at which it ends."""
    shown = await kita.taps(DoIt("give_code", here.id_of(record), 0))
    member = here.id_of(record)
    with here.sessions.begin() as session:
        one = codes.given(session, member, here.clock.now())
        assert one is not None
    return shown.rows[0][0].copies, one.until


async def tries(here: Office, code: str, record: Any = AOI, number: int = 700000003) -> str:
    guest = here.guest(number)
    await guest.comes_to_password(record.member_no)
    return (await guest.says(code)).text


@pytest.mark.parametrize(("minutes", "good"), [(0, False), (9.999, False), (10, True)])
async def test_one_who_is_logged_in_has_ten_minutes(
    minutes: float, good: bool, here: Office, kita: Guest, aoi: Guest
) -> None:
    code, until = await given(here, kita, AOI)
    assert (aoi.member_id, CodeGiven(until)) in sent(here)
    here.waits(minutes=minutes)
    said = await tries(here, code)
    assert (JA.login.new_title() in said) is good
    assert ("11月22日（日）10:10から使えます" in said) is not good


async def test_one_who_is_logged_in_nowhere_uses_it_at_once(here: Office, kita: Guest, aoi: Guest) -> None:
    await aoi.taps(LogOut())
    for record, number in ((AOI, 700000003), (SHIRO, 700000004)):
        code, _ = await given(here, kita, record)
        assert not [key for _, key in sent(here) if isinstance(key, CodeGiven)]
        assert JA.login.new_title() in await tries(here, code, record, number)


async def test_the_member_voids_it(here: Office, kita: Guest, minami: Guest, aoi: Guest) -> None:
    here.grants(MINAMI, "owner")
    code, until = await given(here, kita, AOI)
    sent(here)
    done = await aoi.taps(DisownCode(minute_of(until)))
    assert done.text.startswith(f"<b>{JA.code.disowned_title()}</b>")
    here.waits(minutes=10)
    assert JA.login.wrong() in await tries(here, code)
    assert (here.log[0].act, here.log[0].staff_id, here.log[0].member_id) == (
        "disown_code",
        aoi.member_id,
        aoi.member_id,
    )
    letters = [(to, key) for to, key in sent(here) if not isinstance(key, CodeGiven)]
    assert (kita.member_id, CodeOver(aoi.member_id, until)) in letters
    assert [to for to, key in letters if isinstance(key, CodeDisowned)] == [minami.member_id]
    assert JA.code.over() in (await aoi.taps(DisownCode(minute_of(until)))).text


async def test_an_old_button_leaves_a_later_code_alone(here: Office, kita: Guest, aoi: Guest) -> None:
    _, first = await given(here, kita, AOI)
    here.waits(minutes=1)
    code, second = await given(here, kita, AOI)
    assert first != second
    assert JA.code.over() in (await aoi.taps(DisownCode(minute_of(first)))).text
    here.waits(minutes=10)
    assert JA.login.new_title() in await tries(here, code)
    assert JA.code.over() in (await here.guest(700000009).taps(DisownCode(minute_of(second)))).text, "of another member"


async def test_who_gave_it_is_told_when_it_is_used(here: Office, kita: Guest) -> None:
    code, until = await given(here, kita, SHIRO)
    sent(here)
    guest = here.guest(700000003)
    await guest.comes_to_password(SHIRO.member_no)
    await guest.says(code)
    assert sent(here) == []
    await guest.says("another-river-99")
    assert guest.member_id == here.id_of(SHIRO)
    assert sent(here) == [(here.id_of(KITA), CodeOver(guest.member_id, until))]
