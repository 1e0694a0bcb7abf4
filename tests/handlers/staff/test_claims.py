"""Late claims on the desk of staff: what they see, how they decide, once, and what the log says of it."""

import pytest

from content.attendance.attending import Claim
from content.keys.letters import ClaimDecided, TrainingRegistered
from content.words import EN, JA
from handlers.press import Press
from handlers.presses.staff.claims import AskWhyClaim, CloseClaim, DecideClaim
from handlers.presses.staff.desk import Claims, Desk, OpenClaim
from handlers.presses.staff.members import OpenMember
from storage.staff import roles
from tests.handlers.staff.office import ABE, KITA, Office, labels
from tests.handlers.staff.pile import NOTE, Pile
from tests.handlers.talking import AOI, Guest, presses
from tests.storage.training import registers

ACCEPT, REFUSE = JA.claims.reasons(accept=True), JA.claims.reasons(accept=False)


async def test_from_the_room_to_the_card(here: Office, pile: Pile, kita: Guest) -> None:
    room = await kita.says("/staff")
    assert labels(room)[0] == "申請・依頼などを見る（1）"
    desk = await kita.taps(Desk())
    assert "出席確認の申請：1件（最長の待ち時間 1時間）" in desk.text
    queue = await kita.taps(presses(desk)[0])
    assert "1　青井 遥　1000000001　気管支喘息の長期管理　1時間" in queue.text
    card = await kita.taps(presses(queue)[0])
    for told in ("会員ID 1000000001", f"「{NOTE}」", "気管支喘息の長期管理", "入室：記録なし　退室：記録なし"):
        assert told in card.text
    assert JA.claims.registered(0, others=False) in card.text
    assert JA.claims.earlier(0, 0, 0) in card.text
    assert labels(card) == ["認める", "認めない", "担当する", "メモを書く", "会員の情報を見る", "‹ 戻る"]
    viewed, listed = here.log
    assert (viewed.act, viewed.member_id, viewed.staff_id) == ("viewed_claim", pile.member, here.id_of(KITA))
    assert (listed.act, listed.after) == ("listed_claims", {"waiting": 1, "shown": [pile.member]})
    assert NOTE not in str(here.log)


async def test_accepted_for_a_usual_reason(here: Office, pile: Pile, kita: Guest) -> None:
    why = await kita.taps(AskWhyClaim(pile.claim, 1, True))
    assert why.text.startswith("<b>申請を認める　青井 遥</b>")
    assert JA.claims.what_follows(3, accept=True, at_once=False) in why.text
    assert pile.card.state is Claim.OPEN, "asking for the reason decides nothing"
    done = await kita.taps(presses(why)[1])
    assert JA.claims.done(Claim.ACCEPTED, 0) in done.text
    assert f"北見 涼）　理由：{ACCEPT[1]}" in done.text
    assert labels(done) == ["会員の情報を見る", "‹ 戻る"]
    entry = here.log[0]
    assert (entry.act, entry.member_id, entry.why) == ("accept_claim", pile.member, ACCEPT[1])
    assert entry.before == {"claim": pile.claim, "state": "open", "half_units": 0}
    assert entry.after == {"claim": pile.claim, "state": "accepted", "half_units": 0, "outcome": "done"}
    assert pile.letters() == [ClaimDecided.kind]


async def test_accepted_after_the_registration_with_the_credit(here: Office, pile: Pile, kita: Guest) -> None:
    with here.sessions.begin() as session:
        slug = pile.card.mine.listed.training.slug
        registers(session, slug, [(ABE[0].member_no, 3)], here.clock.now())
    card = await kita.taps(OpenClaim(pile.claim))
    assert JA.claims.registered(0, others=True) in card.text
    assert "1.5単位がすぐに付与されます" in (await kita.taps(AskWhyClaim(pile.claim, 1, True))).text
    done = await kita.taps(DecideClaim(pile.claim, 1, True, 0))
    assert JA.claims.done(Claim.ACCEPTED, 3) in done.text
    assert here.log[0].after["half_units"] == pile.half_units == 3


async def test_refused_in_own_words(here: Office, pile: Pile, kita: Guest) -> None:
    why = await kita.taps(AskWhyClaim(pile.claim, 1, False))
    assert "会員にもお知らせします" in why.text
    for bad in ("x", "　", "あ" * 201):
        assert "2文字以上200文字以内" in (await kita.says(bad)).text
    assert pile.card.state is Claim.OPEN
    assert kita.chat.note == {"claim": str(pile.claim), "page": "1", "accept": ""}
    done = await kita.says(" 名簿に\nお名前が <ありません> ")
    assert JA.claims.done(Claim.REFUSED, 0) in done.text
    assert "名簿に お名前が &lt;ありません&gt;" in done.text
    assert (here.log[0].act, here.log[0].why) == ("refuse_claim", "名簿に お名前が <ありません>")
    assert kita.chat.expects == ""
    assert pile.half_units == 0


async def test_what_another_decided_meanwhile(here: Office, pile: Pile, kita: Guest, minami: Guest) -> None:
    """Both have the card open: the second decision changes nothing and says whose the first was."""
    asked = await kita.taps(AskWhyClaim(pile.claim, 1, True))
    await minami.taps(DecideClaim(pile.claim, 1, False, 0))
    for late in (await kita.taps(presses(asked)[0]), await kita.taps(AskWhyClaim(pile.claim, 1, True))):
        assert JA.desk.decided_before() in late.text
        assert f"認めませんでした（11月22日（日）10:00　南野 環）　理由：{REFUSE[0]}" in late.text
    assert pile.card.state is Claim.REFUSED
    assert pile.letters() == [ClaimDecided.kind]
    viewed, late_entry, first = here.log
    assert (viewed.act, first.act, first.after["outcome"]) == ("viewed_claim", "refuse_claim", "done")
    assert (late_entry.act, late_entry.staff_id) == ("accept_claim", here.id_of(KITA))
    assert (late_entry.before["state"], late_entry.after["state"]) == ("refused", "refused")
    assert late_entry.after["outcome"] == "decided before"


async def test_a_double_tap_decides_once(here: Office, pile: Pile, kita: Guest) -> None:
    await kita.taps(DecideClaim(pile.claim, 1, True, 0))
    assert JA.desk.decided_before() in (await kita.taps(DecideClaim(pile.claim, 1, True, 0))).text
    assert pile.letters() == [ClaimDecided.kind]


async def test_a_reason_that_comes_too_late_is_an_answer(pile: Pile, kita: Guest, minami: Guest) -> None:
    await kita.taps(AskWhyClaim(pile.claim, 1, True))
    await minami.taps(DecideClaim(pile.claim, 1, False, 0))
    assert JA.desk.decided_before() in (await kita.says("名簿で確認")).text


async def test_the_next_one_is_offered(pile: Pile, kita: Guest) -> None:
    second = pile.claims_too(ABE[0])
    done = await kita.taps(DecideClaim(pile.claim, 1, True, 0))
    assert labels(done)[0] == "次の1件を見る"
    assert presses(done)[0] == OpenClaim(second)
    assert "安部 01" in (await kita.taps(OpenClaim(second))).text


async def test_nobody_decides_his_own(here: Office, pile: Pile, kita: Guest, minami: Guest) -> None:
    own = pile.claims_too(KITA)
    card = await kita.taps(OpenClaim(own))
    assert JA.desk.own() in card.text
    assert labels(card) == ["会員の情報を見る", "‹ 戻る"]
    for forged in (AskWhyClaim(own, 1, True), DecideClaim(own, 1, True, 0), DecideClaim(own, 1, False, 0)):
        assert JA.desk.own() in (await kita.taps(forged)).text
    assert here.log[0].after["outcome"] == "of the member of staff himself"
    assert pile.letters() == []
    assert JA.claims.done(Claim.ACCEPTED, 0) in (await minami.taps(DecideClaim(own, 1, True, 0))).text


async def test_registered_by_the_organisers_list_it_is_closed(here: Office, pile: Pile, kita: Guest) -> None:
    assert JA.claims.not_registered() in (await kita.taps(CloseClaim(pile.claim, 1))).text
    slug = pile.card.mine.listed.training.slug
    with here.sessions.begin() as session:
        registers(session, slug, [(AOI.member_no, 3)], here.clock.now())
    assert JA.claims.nothing_to_decide() in (await kita.taps(DecideClaim(pile.claim, 1, False, 0))).text
    card = await kita.taps(OpenClaim(pile.claim))
    assert "登録済（1.5単位）" in card.text
    assert labels(card)[0] == "登録済として閉じる"
    closed = await kita.taps(presses(card)[0])
    assert JA.claims.done(Claim.SETTLED, 3) in closed.text
    assert (here.log[0].act, here.log[0].after["state"]) == ("close_claim", "settled")
    assert pile.letters() == [TrainingRegistered.kind]


@pytest.mark.parametrize(
    "forged",
    [
        *(OpenClaim(999), OpenClaim(-1), AskWhyClaim(999, 1, True), CloseClaim(999, 1)),
        *(DecideClaim(999, 1, True, 0), DecideClaim(1, 1, True, 3), DecideClaim(1, 1, False, -1)),
    ],
)
async def test_forged_buttons_change_nothing(forged: Press, here: Office, pile: Pile, kita: Guest) -> None:
    assert (await kita.taps(forged)).toast == JA.refusals.stale_button()
    assert pile.card.state is Claim.OPEN
    assert here.log == []


async def test_many_wait_in_pages(here: Office, pile: Pile, kita: Guest) -> None:
    for record in ABE:
        here.waits(hours=1)
        pile.claims_too(record)
    first = await kita.taps(Claims(1))
    assert labels(first) == [*map(str, range(1, 9)), "1 / 2", "›", "‹ 戻る"]
    assert "1　青井 遥" in first.text
    last = await kita.taps(Claims(2))
    assert labels(last) == ["9", "10", "11", "‹", "2 / 2", "‹ 戻る"]
    assert "11　安部 10" in last.text
    card = await kita.taps(presses(last)[0])
    assert presses(card)[-1] == Claims(2), "back to the page that he came from"
    for page in (0, -1, 10**8):
        assert (await kita.taps(Claims(page))) in (first, last)


async def test_the_members_card_leads_to_it(pile: Pile, kita: Guest) -> None:
    card = await kita.says("/staff 青井")
    assert "出席確認の申請を見る（1）" in labels(card)
    assert OpenClaim(pile.claim) in presses(card)
    claim = await kita.taps(OpenClaim(pile.claim))
    assert OpenMember(pile.member) in presses(claim)
    await kita.taps(DecideClaim(pile.claim, 1, True, 0))
    assert OpenClaim(pile.claim) not in presses(await kita.says("/staff 青井"))


async def test_what_a_member_wrote_is_no_markup(pile: Pile, kita: Guest) -> None:
    other = pile.claims_too(ABE[0], "<b>来ました</b> & 記名")
    assert "「&lt;b&gt;来ました&lt;/b&gt; &amp; 記名」" in (await kita.taps(OpenClaim(other))).text


async def test_staff_decide_in_english_too(here: Office, pile: Pile) -> None:
    guest = here.guest(700000010, "en")
    await guest.chooses(ABE[1])
    with here.sessions.begin() as session:
        roles.grant(session, here.id_of(ABE[1]), "owner", here.clock.now())
    assert labels(await guest.says("/staff"))[0] == "See what to decide on (1)"
    assert EN.claims.registered(0, others=False) in (await guest.taps(OpenClaim(pile.claim))).text
    done = await guest.taps(DecideClaim(pile.claim, 1, False, 0))
    assert EN.claims.done(Claim.REFUSED, 0) in done.text
    assert here.log[0].why == EN.claims.reasons(accept=False)[0]
