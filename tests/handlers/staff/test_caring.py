"""Who has a declaration or a claim: taken, seen, taken over, handed on, noted, asked about; the same for both kinds."""

from dataclasses import dataclass

import pytest

from content.requests.requesting import By, Kind
from content.staff.cases import Care
from content.words import JA
from handlers.press import Press
from handlers.presses.staff import requests as shared
from handlers.presses.staff.claims import AskWhyClaim, DecideClaim
from handlers.presses.staff.declarations import AskWhyFiled, DecideFiled
from handlers.presses.staff.desk import Claims, Filed, OpenClaim, OpenFiled
from handlers.presses.staff.members import OpenMember
from handlers.screens.screen import Screen
from storage.declarations import declarations
from storage.requests import messages, requests, threads
from storage.staff import roles
from tests.handlers.staff.asking import wish_of
from tests.handlers.staff.filing import File
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.staff.pile import MINAMI, Pile
from tests.handlers.talking import AOI, Guest
from tests.handlers.talking import presses as pressed

STALE = JA.refusals.stale_button()


@dataclass
class Matter:
    """A declaration or a claim of 青井, and the buttons that are its own."""

    here: Office
    kind: Kind
    number: int
    opens: Press
    queue: Press
    asks_why: Press
    decides: Press

    @property
    def care(self) -> Care:
        with self.here.sessions.reading() as session:
            return threads.care(session, self.kind, self.number)

    @property
    def request(self) -> int:
        return self.care.request

    async def taken(self, guest: Guest, holder: int = 0) -> Screen:
        return await guest.taps(shared.TakeRequest(self.request, 1, holder))

    async def asked(self, guest: Guest, text: str = "参加証の<表>をお送りください") -> Screen:
        await guest.taps(shared.AskMember(self.request, 1))
        shown = await guest.says(text)
        return await guest.taps(pressed(shown)[0])


@pytest.fixture(params=[Kind.DECLARATION, Kind.CLAIM])
def matter(request: pytest.FixtureRequest, here: Office, pile: Pile) -> Matter:
    if request.param is Kind.CLAIM:
        one = pile.claim
        return Matter(
            here, Kind.CLAIM, one, OpenClaim(one), Claims(1), AskWhyClaim(one, 1, False), DecideClaim(one, 1, False, 0)
        )
    one = File(here, here.id_of(AOI)).declares(here.id_of(AOI))
    about = (OpenFiled(one), Filed(1), AskWhyFiled(one, 1, False), DecideFiled(one, 1, False, 0))
    return Matter(here, Kind.DECLARATION, one, *about)


async def test_a_second_sees_who_has_it_and_is_asked_to_take_it_over(
    here: Office, matter: Matter, kita: Guest, minami: Guest
) -> None:
    card = await matter.taken(kita)
    assert "✅ あなたが担当します。" in card.text
    assert "担当者：北見 涼　あなた（11月22日（日）10:00から）" in card.text
    seen = await minami.taps(matter.opens)
    assert "担当者：北見 涼（11月22日（日）10:00から）" in seen.text
    assert "担当を引き継ぐ" in labels(seen)
    assert "担当：北見 涼" in (await minami.taps(matter.queue)).text
    for decision in (matter.asks_why, matter.decides):
        offered = await minami.taps(decision)
        assert "北見 涼さんが担当中です（11月22日（日）10:00から）。引き継ぎますか。" in offered.text
        assert labels(offered) == ["担当を引き継ぐ", "‹ 戻る"]
    assert here.log[0].after["outcome"] == "a colleague has it"
    assert "担当者：北見 涼" in (await minami.taps(pressed(offered)[1])).text
    await minami.taps(pressed(offered)[0])
    assert matter.care.taken_by == here.id_of(MINAMI)
    assert "南野 環さんが担当中です" in (await kita.taps(matter.decides)).text
    await minami.taps(matter.decides)
    assert "すでに判断" in (await matter.taken(kita, here.id_of(MINAMI))).text


async def test_whoever_has_no_role_any_more_has_no_case(
    here: Office, matter: Matter, kita: Guest, minami: Guest
) -> None:
    await matter.taken(kita)
    with here.sessions.begin() as session:
        roles.take(session, here.id_of(KITA), "officer")
    seen = await minami.taps(matter.opens)
    assert "担当者：なし" in seen.text
    await minami.taps(matter.decides)
    assert JA.desk.to_next() not in labels(await minami.taps(matter.queue))
    assert matter.care.questioned_at is None


async def test_handed_on_with_a_note(here: Office, matter: Matter, kita: Guest, minami: Guest) -> None:
    await matter.taken(kita)
    await kita.taps(shared.AskNote(matter.request, 1))
    noted = await kita.says("主催者に<確認>中")
    assert "主催者に&lt;確認&gt;中" in noted.text
    whom = await kita.taps(shared.ToWhom(matter.request, 1, 1))
    handed = await kita.taps(pressed(whom)[0])
    assert "南野 環に引き渡し、お知らせしました" in handed.text
    entry = here.log[0]
    assert (entry.act, entry.after[matter.kind.value]) == ("hand_on_request", matter.number)
    assert "確認" not in str(here.log)
    talk = await minami.taps(shared.OpenAsked(matter.request, 1))
    assert "担当者のメモ（11月22日（日）10:00　北見 涼）" in talk.text
    assert "主催者に" in talk.text
    await minami.taps(shared.PutBack(matter.request, 1))
    assert matter.care.taken_by is None


async def test_the_member_is_asked_once_at_a_time(here: Office, matter: Matter, kita: Guest, minami: Guest) -> None:
    assert "先に「担当する」" in (await kita.taps(shared.AskMember(matter.request, 1))).text
    await matter.taken(kita)
    assert "会員に尋ねる" in labels(await kita.taps(matter.opens))
    await kita.taps(shared.AskMember(matter.request, 1))
    assert "1,000文字までです" in (await kita.says("あ" * 1_001)).text
    shown = await kita.says("参加証の<表>をお送りください")
    assert "参加証の&lt;表&gt;をお送りください" in shown.text
    assert matter.care.questioned_at is None, "it goes when it is sent"
    sent = await kita.taps(pressed(shown)[0])
    assert "✅ 会員に送信しました" in sent.text
    assert "会員の返答待ち（11月22日（日）10:00から）" in sent.text
    assert "判断の期限" not in sent.text
    assert "会員に尋ねる" not in labels(sent)
    assert "会員の返答待ち" in (await minami.taps(matter.queue)).text
    again = await kita.taps(shared.AskMember(matter.request, 1))
    assert "すでに会員に尋ねています" in again.text
    assert "会員の返答待ち" in (await kita.taps(pressed(shown)[0])).text, "the same button again sends nothing"
    assert [line.after["outcome"] for line in here.log if line.act == "ask_member"] == ["done"]
    assert "参加証の" not in str(here.log)


async def test_an_answer_is_shown_with_its_file_and_comes_first(
    here: Office, matter: Matter, kita: Guest, aoi: Guest
) -> None:
    await matter.taken(kita)
    await matter.asked(kita)
    member = here.id_of(AOI)
    now = here.clock.now()
    with here.sessions.begin() as session:
        one = messages.begin(session, requests.held(session, member, matter.request), By.MEMBER, member, now)
        messages.write(session, one, "お送り" * 200)
        assert requests.send(session, member, matter.request, one.id, due_on=now.date(), at=now) is None
    assert "▶️ 会員が回答しました" in (await kita.taps(matter.asks_why)).text, "also by a button of before the answer"
    card = await kita.taps(matter.opens)
    assert "▶️ 会員が回答しました" in card.text
    assert "お送りお送り" in card.text
    assert "…（続きは「やりとり・メモ」）" in card.text
    talk = await kita.taps(shared.OpenAsked(matter.request, 1))
    assert "お送り" * 200 in talk.text
    assert "会員が回答" in (await kita.taps(matter.queue)).text


async def test_the_members_card_leads_to_what_waits(here: Office, matter: Matter, kita: Guest) -> None:
    wish, member = wish_of(here, AOI), here.id_of(AOI)
    card = await kita.taps(OpenMember(member))
    ways = {"申告書を見る（1）", "出席確認の申請を見る（1）", "ご依頼を見る（1）"} & set(labels(card))
    assert len(ways) == (2 if matter.kind is Kind.CLAIM else 3), "a late claim of hers waits in either case"
    assert {matter.opens, shared.OpenAsked(wish.number)} <= set(pressed(card))
    await kita.taps(shared.TakeRequest(wish.number, 1, 0))
    await kita.taps(shared.CloseRequest(wish.number, 1, 0, wish.latest))
    assert "ご依頼を見る（1）" not in labels(await kita.taps(OpenMember(member)))


async def test_it_is_not_answered_or_closed_as_a_request(here: Office, matter: Matter, kita: Guest) -> None:
    await matter.taken(kita)
    wish = wish_of(here, AOI)
    await kita.taps(shared.TakeRequest(wish.number, 1, 0))
    for forged in (
        shared.AskClose(matter.request, 1),
        shared.CloseRequest(matter.request, 1, 0),
        shared.WriteAnswer(matter.request, 1),
        shared.ReviewAnswer(matter.request, 1),
        shared.AskMember(wish.number, 1),
    ):
        assert (await kita.taps(forged)).toast == STALE
    assert "1　" in (await kita.taps(matter.queue)).text


async def test_what_was_withdrawn_is_gone(here: Office, pile: Pile, kita: Guest, minami: Guest) -> None:
    file = File(here, here.id_of(AOI))
    file.number = file.declares(file.member)
    request = file.filed.care.request
    await kita.taps(shared.TakeRequest(request, 1, 0))
    shown = await kita.taps(shared.AskMember(request, 1))
    assert "会員に尋ねる" in shown.text
    with here.sessions.begin() as session:
        assert declarations.withdraw(session, file.member, file.number, here.clock.now())
    assert "会員が取り下げると" in (await kita.says("参加証をお送りください")).text
    for press in (shared.TakeRequest(request, 1, 0), shared.OpenCase(request), shared.AskNote(request, 1)):
        assert "会員が取り下げると" in (await minami.taps(press)).text
