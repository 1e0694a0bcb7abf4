"""Staff see what a member sees, for fifteen minutes: who may, what is closed, how it ends, what is told and logged."""

from datetime import timedelta

import pytest

from content.staff.viewing import LASTS
from content.words import JA
from handlers.features import FEATURES
from handlers.incoming import Sent
from handlers.presses.access.session import LogOut
from handlers.presses.credits.credits import Credits
from handlers.presses.staff.members import OpenMember
from handlers.presses.staff.viewing import AskView, EndView, Seen, ViewFor
from handlers.presses.start import Start
from handlers.presses.study.practice import Give, Pick, Practise
from handlers.routing import Routes
from handlers.screens.screen import Screen
from storage.post import letters
from storage.privacy import erasing
from storage.staff import roles
from storage.staff.roles import Taken
from tests import samples
from tests.conftest import NOW
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.talking import AOI, SHIRO, Guest
from tests.quizzes import FIVE, a_course
from tests.snapshot import snapshot
from tests.storage.attempting import finish

CLOSED = JA.refusals.only_looking()
BANNER = "青井 遥の画面（閲覧のみ・10:15まで）"


@pytest.fixture
async def looking(here: Office, kita: Guest) -> Guest:
    """北見, who sees what 青井 sees. Every feature is there."""
    here.turns.routes = Routes(FEATURES)
    begun = await kita.taps(ViewFor(here.id_of(AOI), 0))
    assert BANNER in begun.text
    return kita


def seen(here: Office, *presses: Start | Credits) -> list[Seen]:
    return [Seen.of(here.id_of(AOI), press) for press in presses]


def acts(here: Office) -> list[tuple[str, str]]:
    return [(line.act, line.why) for line in here.log if line.act in ("view_as", "end_view")]


async def test_the_card_leads_there_and_asks_for_a_reason(here: Office, kita: Guest) -> None:
    card = await kita.taps(OpenMember(here.id_of(AOI)))
    assert JA.viewing.to_view() in labels(card)
    asked = await kita.taps(AskView(here.id_of(AOI)))
    assert "15分間" in asked.text
    assert kita.chat.expects == "view_why"
    assert JA.staff.bad_reason(200) in (await kita.says("あ")).text
    assert acts(here) == []
    assert BANNER in (await kita.says("表示の不具合の確認")).text
    assert kita.chat.viewing is not None
    assert kita.chat.expects == ""
    assert acts(here) == [("view_as", "表示の不具合の確認")]


async def test_what_is_seen_is_the_members(here: Office, looking: Guest) -> None:
    home = await looking.taps(seen(here, Start())[0])
    assert home.text.startswith("🔒")
    assert "青井 遥 様" in home.text
    assert labels(home)[-1] == JA.viewing.to_end()
    for screen in (home, await looking.says("/credits"), await looking.says("高血圧")):
        assert BANNER in screen.text
        pressed = [button.press for row in screen.rows for button in row]
        assert {type(press) for press in pressed} == {Seen, EndView}


async def test_what_writes_is_closed(here: Office, looking: Guest) -> None:
    before = snapshot(here.sessions)
    for closed in ("/mydata", "/erase_me", "/staff", "/find 白石"):
        assert CLOSED in (await looking.says(closed)).text
    assert CLOSED in (await looking.sends(Sent("file", "a.pdf", "application/pdf", 9))).text
    assert (await looking.taps(Seen.of(here.id_of(AOI), LogOut()))).toast == CLOSED
    assert snapshot(here.sessions) == before


async def test_practice_of_a_failed_test_is_closed(here: Office, looking: Guest) -> None:
    """Its first screen and its answers."""
    member = here.id_of(AOI)
    with here.sessions.begin() as session:
        listed = samples.publish(session, a_course(FIVE), NOW)
        attempt = finish(session, member, listed, 3)
    before = snapshot(here.sessions)
    for press in (Practise(attempt.id), Pick(attempt.id, 4, 1), Give(attempt.id, 4)):
        assert (await looking.taps(Seen.of(member, press))).toast == CLOSED
    assert snapshot(here.sessions) == before


async def test_buttons_of_other_screens_are_closed(here: Office, looking: Guest) -> None:
    """One of the own screens from before, one of another member's, and one that leads out of the chat."""
    for press in (Start(), OpenMember(here.id_of(AOI)), Seen.of(here.id_of(SHIRO), Start()), Seen(here.id_of(AOI), "")):
        assert (await looking.taps(press)).toast == CLOSED
    assert looking.chat.viewing is not None


@pytest.mark.parametrize("by", ["button", "command", "time"])
async def test_it_ends(here: Office, looking: Guest, by: str) -> None:
    if by == "time":
        here.clock.jump(here.clock.now() + LASTS - timedelta(microseconds=1))
        assert BANNER in (await looking.says("/credits")).text
        here.waits(seconds=0.000001)
    told: Screen = await {
        "button": lambda: looking.taps(EndView()),
        "command": lambda: looking.says("/end_view"),
        "time": lambda: looking.says("/logout"),
    }[by]()
    assert JA.viewing.ended_title() in told.text
    assert looking.chat.viewing is None
    assert "青井" not in (await looking.says("/start")).text
    assert [act for act, _ in acts(here)] == ["end_view", "view_as"]
    outcome = {"button": "by the button", "command": "by the command", "time": "the time was up"}[by]
    assert here.log[0].after == {"outcome": outcome}
    assert (await looking.taps(seen(here, Credits())[0])).toast == JA.viewing.over()
    assert JA.viewing.over() in (await looking.says("/end_view")).text
    assert (await looking.taps(EndView())).toast == JA.viewing.over()


async def test_it_ends_when_the_role_is_lost_or_the_member_gets_one(here: Office, looking: Guest) -> None:
    here.grants(AOI, "editor")
    assert "役割が付与された" in (await looking.says("/credits")).text
    assert here.log[0].after == {"outcome": "the member holds a role now"}
    again = await looking.taps(ViewFor(here.id_of(AOI), 0))
    assert JA.viewing.holds_a_role() in again.text
    await looking.taps(ViewFor(here.id_of(SHIRO), 1))
    with here.sessions.begin() as session:
        assert roles.take(session, here.id_of(KITA), "support") is Taken.DONE
    assert "役割がなくなった" in (await looking.says("/credits")).text
    assert looking.chat.viewing is None


async def test_nobody_views_the_own_screens_or_those_of_a_holder(here: Office, kita: Guest) -> None:
    here.grants(SHIRO, "organiser")
    for member, why in ((KITA, JA.viewing.own()), (SHIRO, JA.viewing.holds_a_role())):
        for press in (AskView(here.id_of(member)), ViewFor(here.id_of(member), 0)):
            assert why in (await kita.taps(press)).text
    assert kita.chat.viewing is None
    assert acts(here) == []


async def test_the_member_is_told_when_it_is_over(here: Office, looking: Guest) -> None:
    """By a letter that was queued when it began: no way in which it ends can forget it."""
    until = here.clock.now() + LASTS
    for moment, due in ((until - timedelta(microseconds=1), 0), (until, 1)):
        with here.sessions.begin() as session:
            claimed = [one for one in letters.claim(session, moment) if one.kind == "screens_viewed"]
        assert len(claimed) == due
    assert claimed[0].member_id == here.id_of(AOI)
    assert claimed[0].key.until == until


async def test_a_log_out_ends_it(here: Office, looking: Guest) -> None:
    """北見 logs in on another phone: the first chat is logged out there, and shows nobody's screens any more."""
    other = here.guest(700000019)
    await other.logs_in(KITA)
    assert looking.chat.viewing is None
    assert other.chat.viewing is None
    assert (await looking.taps(seen(here, Start())[0])).toast == JA.refusals.stale_button()


async def test_it_ends_when_the_member_is_erased(here: Office, looking: Guest) -> None:
    with here.sessions.begin() as session:
        erasing.erase(session, here.sessions.cipher, here.id_of(AOI), here.clock.now())
    assert looking.chat.viewing is None
    assert (await looking.taps(Seen(looking.chat.id, "hm"))).toast == JA.viewing.over()
