"""Scheduled maintenance on the first screen, on /help, before a certificate, to the second."""

from dataclasses import replace
from datetime import timedelta

import pytest

from content.maintenance import Concerned, Maintenance
from handlers.presses.certificates.certificate import Certificates, ForPeriod
from handlers.presses.help import Help, Periods
from storage.programme import maintenance
from tests.content.test_maintenance import ENDS, MAMIS, SECOND, STARTS
from tests.handlers.talking import AOI, Guest, Room
from tests.student import Student

TOLD = STARTS - timedelta(days=3)
LINE = "⚠️ MAMIS　12月5日（土）22:00～12月6日（日）6:00 メンテナンスの予定です。"
NOW_ON = "⚠️ MAMIS　ただいまメンテナンス中です（12月6日（日）6:00まで）。"
PAPERS = replace(MAMIS, slug="papers-winter", concerns=Concerned.CERTIFICATES)


@pytest.fixture
async def aoi(here: Room) -> Guest:
    guest = here.guest(1)
    await guest.chooses(AOI)
    return guest


def announce(here: Room, *periods: Maintenance) -> None:
    with here.sessions.begin() as session:
        for one in periods:
            maintenance.publish(session, one, here.clock.now())


def warnings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("⚠️")]


async def test_home_tells_of_it_from_three_days_before_until_its_end(here: Room, aoi: Guest) -> None:
    announce(here, MAMIS)
    seen = []
    for moment in (TOLD - SECOND, TOLD, STARTS - SECOND, STARTS, ENDS - SECOND, ENDS):
        here.clock.jump(moment)
        seen.append(warnings((await aoi.says("/start")).text))
    assert seen == [[], [LINE], [LINE], [NOW_ON], [NOW_ON], []]


async def test_who_logs_in_is_told(here: Room, aoi: Guest) -> None:
    announce(here, MAMIS)
    here.clock.jump(STARTS)
    screen = await aoi.logs_in(AOI)
    assert "ログインしました" in screen.text
    assert warnings(screen.text) == [NOW_ON]


async def test_of_several_the_first_is_told_and_the_others_are_counted(here: Room, aoi: Guest) -> None:
    soon = replace(MAMIS, slug="bot-winter", concerns=Concerned.BOT, starts_at=ENDS, ends_at=ENDS + SECOND)
    announce(here, soon, MAMIS, PAPERS)
    here.clock.jump(STARTS)
    assert warnings((await aoi.says("/start")).text) == [f"{NOW_ON}　ほか2件"]


async def test_withdrawn_it_is_told_no_more(here: Room, aoi: Guest) -> None:
    announce(here, MAMIS)
    here.clock.jump(STARTS)
    announce(here, replace(MAMIS, withdrawn=True))
    assert warnings((await aoi.says("/start")).text) == []
    assert "予定されているメンテナンスはありません" in (await aoi.taps(Periods(1))).text


async def test_help_tells_of_it_however_far_ahead(here: Room) -> None:
    guest = here.guest(2)
    assert warnings((await guest.says("/help")).text) == []
    announce(here, MAMIS)
    assert warnings((await guest.says("/help")).text) == [LINE]
    listed = await guest.taps(Periods(1))
    assert listed.text.splitlines()[1:] == [LINE, MAMIS.ja]
    here.clock.jump(ENDS)
    assert warnings((await guest.taps(Help())).text) == warnings((await guest.taps(Periods(1))).text) == []


async def test_the_list_is_paged_and_speaks_english(here: Room) -> None:
    guest = here.guest(2, "en")
    announce(here, *(replace(MAMIS, slug=f"mamis-{number}", sample=True) for number in range(4)))
    first, second = await guest.taps(Periods(1)), await guest.taps(Periods(2))
    assert [len(warnings(one.text)) for one in (first, second)] == [3, 1]
    assert warnings(second.text) == [
        "⚠️ MAMIS (sample): maintenance from Sat 5 Dec, 22:00 (Japan) to Sun 6 Dec, 6:00 (Japan)."
    ]
    assert second.text.endswith(MAMIS.en)


async def test_what_is_announced_is_no_markup(here: Room) -> None:
    announce(here, replace(MAMIS, ja="<b>1 & 2</b>"))
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in (await here.guest(2).taps(Periods(1))).text


@pytest.fixture
def me(here: Room) -> Student:
    return Student(here.sessions, here.turns.house, here.clock.now(), no="1000000099")


async def test_before_a_certificate_only_what_concerns_it_is_told(here: Room, me: Student) -> None:
    announce(here, MAMIS)
    me.talk.now = STARTS
    me.talk.presses(Certificates())
    assert warnings(me.talk.screen.text) == []
    announce(here, PAPERS)
    for moment, line in (
        (TOLD - SECOND, []),
        (TOLD, [LINE.replace("MAMIS", "このボットの受講証明書")]),
        (ENDS - SECOND, [NOW_ON.replace("MAMIS", "このボットの受講証明書")]),
        (ENDS, []),
    ):
        me.talk.now = moment
        me.talk.says("/certificate")
        assert warnings(me.talk.screen.text) == line


async def test_a_certificate_is_made_meanwhile(here: Room, me: Student) -> None:
    announce(here, PAPERS)
    me.earns("a", 74, STARTS - timedelta(days=1))
    me.talk.now = STARTS
    me.talk.presses(ForPeriod("general", "this"))
    me.talk.issues()
    assert "受講証明書をお送りします" in me.talk.screen.text
