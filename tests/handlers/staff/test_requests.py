"""Requests on the desk of staff: what they see, who has one, notes, and what the log says of it all."""

from datetime import timedelta

import pytest

from content.requests.requesting import State
from content.words import EN, JA
from handlers.presses.staff import requests as presses
from handlers.presses.staff.desk import Desk
from storage.staff import roles
from tests.handlers.staff.asking import TEXT, Wish
from tests.handlers.staff.office import ABE, KITA, Office, labels
from tests.handlers.staff.pile import MINAMI
from tests.handlers.talking import SHIRO, Guest
from tests.handlers.talking import presses as pressed

SAY = JA.answering
SHOWN = TEXT.replace("<", "&lt;").replace(">", "&gt;")
MINE = ["回答を書く", "メモを書く", "別の担当へ", "回答せず終了", "担当を外れる"]


async def test_from_the_desk_to_the_card(here: Office, wish: Wish, kita: Guest) -> None:
    desk = await kita.taps(Desk())
    assert "ご依頼：1件" in desk.text
    queue = await kita.taps(pressed(desk)[2])
    assert "1　青井 遥　書面の郵送　期限 11月26日（木）" in queue.text
    card = await kita.taps(pressed(queue)[0])
    for told in ("会員ID 1000000001", "種類：書面の郵送", "回答の期限：2026年11月26日（木）", "担当者：なし", SHOWN):
        assert told in card.text
    assert labels(card) == ["担当する", "メモを書く", "添付1", "会員の情報を見る", "‹ 戻る"]
    viewed, listed = here.log
    assert (viewed.act, viewed.member_id, viewed.after) == ("viewed_request", wish.member, {"request": wish.number})
    assert (listed.act, listed.after) == ("listed_requests", {"waiting": 1, "shown": [wish.member]})
    assert "郵送" not in str(here.log)


async def test_what_is_late_is_marked_and_comes_first(here: Office, wish: Wish, kita: Guest) -> None:
    here.waits(days=4, hours=13)  # 23:00 of the day on which it is due
    newer = wish.asks(here.id_of(SHIRO))
    assert "⚠️" not in (await kita.taps(presses.Asked(1))).text
    here.clock.jump(here.clock.now() + timedelta(hours=1))
    queue = await kita.taps(presses.Asked(1))
    assert "1　⚠️ 期限超過　青井 遥" in queue.text
    assert pressed(queue)[:2] == [presses.OpenAsked(wish.number, 1), presses.OpenAsked(newer, 1)]
    assert "⚠️ 期限を過ぎています：2026年11月26日" in (await kita.taps(presses.OpenAsked(wish.number))).text


async def test_one_has_it_and_a_second_sees_who(here: Office, wish: Wish, mine: Guest, minami: Guest) -> None:
    assert labels(await mine.taps(presses.OpenAsked(wish.number)))[:5] == MINE
    seen = await minami.taps(presses.OpenAsked(wish.number))
    assert "担当者：北見 涼（11月22日（日）10:00から）" in seen.text
    assert labels(seen)[:2] == ["担当を引き継ぐ", "メモを書く"]
    assert "担当：北見 涼" in (await minami.taps(presses.Asked(1))).text
    late = await minami.taps(presses.TakeRequest(wish.number, 1, 0))
    assert "北見 涼が担当しています" in late.text
    entry = here.log[0]
    assert (entry.act, entry.after["outcome"]) == ("take_request", "a colleague has it")
    assert entry.before["taken_by"] == entry.after["taken_by"] == here.id_of(KITA)
    for forged in (
        presses.WriteAnswer(wish.number, 1),
        presses.AskClose(wish.number, 1),
        presses.CloseRequest(wish.number, 1, 0),
        presses.PutBack(wish.number, 1),
        presses.ToWhom(wish.number, 1, 1),
        presses.HandOn(wish.number, 1, here.id_of(KITA)),
    ):
        assert "北見 涼が担当しています" in (await minami.taps(forged)).text
    assert wish.one.state is State.TAKEN


async def test_taken_over_and_put_back(here: Office, wish: Wish, mine: Guest, minami: Guest) -> None:
    seen = await minami.taps(presses.OpenAsked(wish.number))
    over = await minami.taps(pressed(seen)[0])
    assert SAY.taken() in over.text
    entry = here.log[0]
    assert (entry.before["taken_by"], entry.after["taken_by"]) == (here.id_of(KITA), here.id_of(MINAMI))
    assert "南野 環が担当しています" in (await mine.taps(presses.WriteAnswer(wish.number, 1))).text
    await minami.taps(presses.PutBack(wish.number, 1))
    assert (wish.one.state, wish.one.taken_by) == (State.RECEIVED, None)
    assert (here.log[0].act, here.log[0].after["state"]) == ("put_back_request", "received")


async def test_handed_on_to_who_has_the_role(here: Office, wish: Wish, mine: Guest, minami: Guest) -> None:
    asked = await mine.taps(presses.ToWhom(wish.number, 1, 1))
    assert "1　南野 環" in asked.text
    assert [one for one in pressed(asked) if isinstance(one, presses.HandOn)] == [
        presses.HandOn(wish.number, 1, here.id_of(MINAMI))
    ]
    refused = await mine.taps(presses.HandOn(wish.number, 1, here.id_of(SHIRO)))
    assert "役割を持っていません" in refused.text
    assert here.log[0].after["outcome"] == "the colleague does not have the role"
    done = await mine.taps(pressed(asked)[0])
    assert SAY.handed_on("南野 環") in done.text
    assert wish.one.taken_by == here.id_of(MINAMI)
    assert wish.letters() == [("request_handed", here.id_of(MINAMI))]
    assert labels(await minami.taps(presses.OpenAsked(wish.number)))[:5] == MINE


async def test_a_note_for_colleagues(here: Office, wish: Wish, kita: Guest, minami: Guest) -> None:
    await kita.taps(presses.AskNote(wish.number, 1))
    for bad in ("\u200b", "あ" * 501):
        assert "500文字以内" in (await kita.says(bad)).text
    await kita.says("住所を\n確認する")
    assert kita.chat.expects == ""
    seen = await minami.taps(presses.OpenAsked(wish.number))
    assert "担当者のメモ（11月22日（日）10:00　北見 涼）\n住所を\n確認する" in seen.text
    assert SHOWN in (await minami.taps(presses.OpenAsked(wish.number, 1, 1))).text
    entry = next(line for line in here.log if line.act == "note_on_request")
    assert (entry.after["outcome"], "住所" in str(here.log)) == ("done", False)
    assert [one.text for one in wish.one.said] == [TEXT], "the member does not see it"


async def test_answered(here: Office, wish: Wish, mine: Guest) -> None:
    await mine.taps(presses.WriteAnswer(wish.number, 1))
    assert "今回の入力は加えていません" in (await mine.says("あ" * 2_001)).text
    here.waits(minutes=1)
    await mine.says("本日、郵送しました")
    review = await mine.taps(presses.ReviewAnswer(wish.number, 1))
    assert "本日、郵送しました" in review.text
    assert wish.answers == []
    done = await mine.taps(pressed(review)[0])
    assert SAY.answered() in done.text
    assert [one.text for one in wish.answers] == ["本日、郵送しました"]
    assert wish.letters() == [("request_settled", wish.member)]
    entry = here.log[0]
    assert (entry.act, entry.before["state"], entry.after["state"]) == ("answer_request", "taken", "answered")
    assert "郵送" not in str(here.log)
    again = await mine.taps(pressed(review)[0])
    assert "✅ 回答済" in again.text
    assert len(wish.answers) == 1


async def test_what_was_added_is_read_before_the_answer_goes_out(here: Office, wish: Wish, mine: Guest) -> None:
    await mine.taps(presses.WriteAnswer(wish.number, 1))
    await mine.says("郵送しました")
    review = await mine.taps(presses.ReviewAnswer(wish.number, 1))
    wish.adds("住所が変わりました")
    again = await mine.taps(pressed(review)[0])
    assert "会員が追記しました" in again.text
    assert (wish.answers, here.log[0].after["outcome"]) == ([], "the member has added something meanwhile")
    assert "住所が変わりました" in (await mine.taps(presses.OpenAsked(wish.number))).text
    await mine.taps(pressed(again)[0])
    assert len(wish.answers) == 1


async def test_an_answer_is_discarded(wish: Wish, mine: Guest) -> None:
    await mine.taps(presses.WriteAnswer(wish.number, 1))
    await mine.says("郵送しました")
    assert labels(await mine.taps(presses.OpenAsked(wish.number)))[0] == "回答の続きを書く"
    await mine.taps(presses.DiscardAnswer(wish.number, 1))
    assert labels(await mine.taps(presses.OpenAsked(wish.number)))[0] == "回答を書く"
    assert "本文が未入力" in (await mine.taps(presses.ReviewAnswer(wish.number, 1))).text


async def test_closed_for_a_reason(here: Office, wish: Wish, mine: Guest) -> None:
    asked = await mine.taps(presses.AskClose(wish.number, 1, wish.latest))
    assert labels(asked)[:4] == list(SAY.reasons())
    assert "2文字以上200文字以内" in (await mine.says("x")).text
    done = await mine.says("電話で\n回答しました")
    assert SAY.closed() in done.text
    assert (here.log[0].act, here.log[0].why) == ("close_request", "電話で 回答しました")
    assert [one.text for one in wish.one.said][1:] == ["電話で 回答しました"]
    assert wish.letters() == [("request_settled", wish.member)]


@pytest.mark.parametrize("when", ["on the card", "by a button", "by a text"])
async def test_what_was_added_is_read_before_it_is_closed(when: str, here: Office, wish: Wish, mine: Guest) -> None:
    """Also by a button of before the addition."""
    before = wish.latest
    if when == "by a text":
        await mine.taps(presses.AskClose(wish.number, 1, before))
    wish.adds("やはり原本が必要です")
    shown = await (
        mine.says("電話で回答済")
        if when == "by a text"
        else mine.taps(
            presses.AskClose(wish.number, 1, before)
            if when == "on the card"
            else presses.CloseRequest(wish.number, 1, 0, before)
        )
    )
    assert "会員が追記しました" in shown.text
    assert "やはり原本が必要です" in shown.text
    assert (wish.one.state, wish.letters()) == (State.TAKEN, [])
    await mine.taps(presses.CloseRequest(wish.number, 1, 0, wish.latest))
    assert wish.one.state is State.CLOSED


async def test_a_file_is_asked_for_and_logged(here: Office, wish: Wish, kita: Guest) -> None:
    said = wish.one.said[0]
    shown = await kita.taps(presses.FetchAsked(wish.number, said.id, said.files[0].id))
    assert (shown.text, shown.toast) == ("", SAY.file_comes())
    assert wish.letters() == [("request_file", here.id_of(KITA))]
    entry = here.log[0]
    assert (entry.act, entry.after) == (
        "viewed_request_file",
        {"request": wish.number, "message": said.id, "file": said.files[0].id},
    )


async def test_the_next_one_is_offered(here: Office, wish: Wish, mine: Guest) -> None:
    other = wish.asks(here.id_of(SHIRO))
    done = await mine.taps(presses.CloseRequest(wish.number, 1, 0, wish.latest))
    assert presses.OpenAsked(other, 1) in pressed(done)


async def test_staff_answer_in_english_too(here: Office, wish: Wish) -> None:
    guest = here.guest(700000010, "en")
    await guest.chooses(ABE[1])
    with here.sessions.begin() as session:
        roles.grant(session, here.id_of(ABE[1]), "owner", here.clock.now())
    assert "Due Thu 26 Nov 2026" in (await guest.taps(presses.OpenAsked(wish.number))).text
    assert "You have it" in (await guest.taps(presses.TakeRequest(wish.number, 1, 0))).text
    done = await guest.taps(presses.CloseRequest(wish.number, 1, 0, wish.latest))
    assert EN.answering.closed() in done.text
