"""Requests on the desk of staff: what nobody can do, whatever is pressed."""

import pytest

from content.requests.requesting import State
from content.staff.answering import Outcome
from content.words import JA
from handlers.incoming import Sent
from handlers.press import Press
from handlers.presses.staff import requests as presses
from handlers.presses.staff.desk import OpenFiled
from handlers.requests.notes import AwaitAnswer
from storage.people import chats
from storage.requests import requests
from tests.handlers.staff.asking import Wish, wish_of
from tests.handlers.staff.filing import File
from tests.handlers.staff.office import ABE, KITA, Office, labels
from tests.handlers.talking import Guest

SAY = JA.answering


@pytest.mark.parametrize("reason", [-1, 4])
async def test_a_forged_reason_changes_nothing(reason: int, here: Office, wish: Wish, mine: Guest) -> None:
    before = len(here.log)
    assert (await mine.taps(presses.CloseRequest(wish.number, 1, reason))).toast == JA.refusals.stale_button()
    assert (wish.one.state, len(here.log)) == (State.TAKEN, before)


async def test_nobody_handles_his_own(here: Office, kita: Guest) -> None:
    wish = wish_of(here, KITA)
    card = await kita.taps(presses.OpenAsked(wish.number))
    assert "ご自身のものは扱えません" in card.text
    assert labels(card) == ["添付1", "会員の情報を見る", "‹ 戻る"]
    for forged in (presses.TakeRequest(wish.number, 1, 0), presses.AskNote(wish.number, 1)):
        assert "ご自身のものは扱えません" in (await kita.taps(forged)).text
    assert wish.one.state is State.RECEIVED


async def test_nobody_reads_what_colleagues_note_about_them(here: Office, kita: Guest, minami: Guest) -> None:
    """By whatever way: the card, the talk of a declaration or a claim, an old button."""
    wish, file = wish_of(here, KITA), File(here, here.id_of(KITA))
    file.number = file.declares(file.member)
    request = file.filed.care.request
    for number in (wish.number, request):
        await minami.taps(presses.TakeRequest(number, 1, 0))
        await minami.taps(presses.AskNote(number, 1))
        assert "疑義あり" in (await minami.says("疑義あり")).text
    for press in (presses.OpenAsked(wish.number), presses.OpenAsked(wish.number, 1, 2), OpenFiled(file.number)):
        assert "疑義あり" not in (await kita.taps(press)).text
        assert "疑義あり" in (await minami.taps(press)).text
    for old in (presses.OpenAsked(request), presses.OpenAsked(request, 1, 1), presses.OpenCase(request)):
        assert "疑義あり" not in (await kita.taps(old)).text


async def test_what_its_member_withdrew(here: Office, wish: Wish, mine: Guest) -> None:
    await mine.taps(presses.WriteAnswer(wish.number, 1))
    with here.sessions.begin() as session:
        assert requests.withdraw(session, wish.member, wish.number, here.clock.now())
    assert SAY.said_of(Outcome.SETTLED, "") in (await mine.says("郵送しました")).text
    card = await mine.taps(presses.OpenAsked(wish.number))
    assert "会員が取り下げ済" in card.text
    assert labels(card) == ["添付1", "会員の情報を見る", "‹ 戻る"]


async def test_a_file_for_an_answer_whose_request_is_gone(here: Office, wish: Wish, mine: Guest) -> None:
    """Staff are told that it is gone, not sent to the screen of members' own requests."""
    assert wish.number != 999
    with here.sessions.begin() as session:
        chats.expect(session, mine.chat.id, AwaitAnswer(999, anew=False, page=1), here.clock.now())
    assert SAY.gone() in (await mine.sends(Sent("file", "a.pdf", size=9))).text


@pytest.mark.parametrize(
    "forged",
    [
        presses.OpenAsked(999),
        presses.OpenAsked(-1),
        presses.TakeRequest(999, 1, 0),
        presses.WriteAnswer(999, 1),
        presses.AskClose(999, 1),
        presses.FetchAsked(999, 1, 1),
    ],
)
async def test_numbers_of_nothing(forged: Press, here: Office, wish: Wish, kita: Guest) -> None:
    assert SAY.gone() in (await kita.taps(forged)).text
    assert here.log == []


async def test_a_file_of_another_request_is_not_sent(here: Office, wish: Wish, kita: Guest) -> None:
    other = wish.asks(here.id_of(ABE[0]))
    file = wish.one.said[0].files[0].id
    for forged in (presses.FetchAsked(other, wish.one.said[0].id, file), presses.FetchAsked(wish.number, 1, -1)):
        assert (await kita.taps(forged)).toast == JA.refusals.stale_button()
    assert wish.letters() == []
