"""A certificate is replaced by one officer, revoked by two persons, or left as it is; and what that tells whom."""

import pytest

from content.keys.certificate_letters import CertificateCopy, CertificateReplaced, CertificateRevoked
from content.keys.letters import JointDecided, SecondWanted
from content.verifying.standing import End, Reason, State
from content.words import EN, JA
from handlers.presses.staff import certificates as presses
from handlers.presses.staff.joint import ConfirmJoint, OpenJoint
from handlers.screens.staff.ending import REPLACING, REVOKING
from storage.certificates import ends
from tests.handlers.staff.certifying import Paper, paper_of
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.staff.pairing import shown, with_pin
from tests.handlers.talking import AOI, Guest
from tests.handlers.talking import presses as pressed

SAY = JA.ending


async def previewed(guest: Guest, paper: Paper, reason: Reason = Reason.NAME) -> presses.ReplaceIssued:
    """The button that replaces it for this reason."""
    screen = await guest.taps(presses.AskReplace(paper.number, 1))
    found = [one for one in pressed(screen) if isinstance(one, presses.ReplaceIssued) and one.reason == reason.value]
    assert len(found) == 1
    return found[0]


async def proposed(guest: Guest, paper: Paper, why: str = "登録の重複を確認") -> int:
    """The number of the request that it be revoked."""
    assert SAY.how_revoked()[0] in (await guest.taps(presses.AskRevoke(paper.number, 0))).text
    asked = await guest.taps(presses.RevokeFor(paper.number, 0, Reason.MISTAKE.value))
    assert SAY.ask_words(Reason.MISTAKE)[1] in asked.text
    assert "2文字以上" in (await guest.says("x")).text
    waits = await guest.says(why)
    assert JA.joint.title("revoke_certificate", "青井 遥") in waits.text
    request = paper.here.log[0].after["request"]
    assert isinstance(request, int)
    return request


async def test_the_difference_is_shown_and_a_new_one_takes_its_place(here: Office, paper: Paper, kita: Guest) -> None:
    paper.letters()
    paper.corrects(name="青井 はるか")
    paper.reverses("糖尿病")
    preview = await kita.taps(presses.AskReplace(paper.number, 1))
    for told in (
        "・氏名　青井 遥 → 青井 はるか",
        "・なくなる行　2026年11月20日（金）「糖尿病」1単位",
        "合計　2単位 → 1単位",
    ):
        assert told in preview.text
    assert labels(preview) == ["氏名の訂正", "単位の訂正", "発行の誤り", "ご本人の申し出", "‹ 戻る"]
    done = await kita.taps(await previewed(kita, paper, Reason.CREDIT))
    entry = here.log[0]
    new = entry.after["instead"]
    assert isinstance(new, int)
    assert SAY.replacing(paper.printed(new)) in done.text
    assert JA.issued.under_way(paper.printed(new)) in done.text
    assert labels(done)[0] == "ファイルを見る", "nothing else can be done meanwhile"
    assert (entry.act, entry.member_id, entry.why) == ("replace_certificate", paper.member, "単位の訂正")
    assert entry.before == {"certificate": paper.number, "state": "valid", "changes": ["credit", "name"]}
    assert entry.after["outcome"] == "done"
    assert paper.checked().state is State.VALID, "it holds until the new paper is on record"
    assert sorted(paper.letters()) == [(CertificateCopy.kind, kita.member_id), (CertificateReplaced.kind, paper.member)]
    paper.draws(new)
    assert paper.checked().end == End(State.REPLACED, here.clock.now(), Reason.CREDIT, paper.printed(new))
    assert paper.checked(new).state is State.VALID
    card = await kita.taps(presses.OpenIssued(paper.number, 1))
    assert f"新しい番号　{paper.printed(new)}" in card.text
    assert "変わった記載（0件）" in (await kita.taps(presses.Doubted(1))).text
    assert f"前の番号　{paper.printed()}" in (await kita.taps(presses.OpenIssued(new))).text


async def test_only_what_was_shown_is_issued(here: Office, paper: Paper, kita: Guest) -> None:
    paper.corrects(name="青井 はるか")
    press = await previewed(kita, paper)
    paper.corrects(name="蒼井 遥")
    again = await kita.taps(press)
    assert "表示した後に記録が変わりました" in again.text
    assert "青井 遥 → 蒼井 遥" in again.text
    assert here.log[0].after["outcome"] == "the record changed since it was shown"
    forged = presses.ReplaceIssued(paper.number, 1, press.reason, "f" * 24)
    assert "表示した後に記録が変わりました" in (await kita.taps(forged)).text
    assert paper.checked().state is State.VALID


async def test_a_second_officer_sees_what_the_first_one_did(
    here: Office, paper: Paper, kita: Guest, minami: Guest
) -> None:
    paper.corrects(name="青井 はるか")
    first, second = await previewed(kita, paper), await previewed(minami, paper)
    await kita.taps(first)
    late = await minami.taps(second)
    assert "差し替えの途中です" in late.text
    assert here.log[0].after["outcome"] == "another one takes its place already"
    for press in (presses.AskRevoke(paper.number, 0), presses.AskLeave(paper.number, 0)):
        assert "ほかの操作はできません" in (await minami.taps(press)).text
    assert [kind for kind, _ in paper.letters()].count(CertificateReplaced.kind) == 1


async def test_what_can_not_be_replaced_says_why(here: Office, paper: Paper, kita: Guest, minami: Guest) -> None:
    ask = presses.AskReplace(paper.number, 0)
    assert "差し替えるものはありません" in (await kita.taps(ask)).text
    paper.corrects(name="青井 \U00020bb7\U00020bb7\U0002ffff")
    assert "印字できない文字" in (await kita.taps(ask)).text
    for title in ("高血圧", "糖尿病"):
        paper.reverses(title)
    assert "証明できる単位がない" in (await kita.taps(ask)).text
    own = paper_of(here, KITA)
    for press in (presses.AskReplace, presses.AskRevoke, presses.AskLeave):
        assert "ご自身の証明書は扱えません" in (await kita.taps(press(own.number, 0))).text
    assert "差し替える" not in labels(await kita.taps(presses.OpenIssued(own.number)))
    with here.sessions.begin() as session:
        ends.revoke(session, paper.number, Reason.WISH, here.id_of(KITA), here.clock.now())
    for press in (presses.AskReplace, presses.AskRevoke):
        assert "すでに差し替えまたは取り消し" in (await kita.taps(press(paper.number, 0))).text


@pytest.mark.parametrize("reason", ["misuse", "boss", ""])
async def test_a_reason_that_no_button_has_is_refused(paper: Paper, kita: Guest, reason: str) -> None:
    paper.corrects(name="青井 はるか")
    press = await previewed(kita, paper)
    forged = presses.ReplaceIssued(press.certificate, 1, reason, press.shown)
    assert (await kita.taps(forged)).toast == JA.refusals.stale_button()
    if reason not in {one.value for one in REVOKING}:
        assert (await kita.taps(presses.RevokeFor(paper.number, 1, reason))).toast == JA.refusals.stale_button()
    assert {one.value for one in REPLACING} < {one.value for one in REVOKING}


async def test_two_officers_revoke_it(here: Office, paper: Paper, kita: Guest, minami: Guest) -> None:
    paper.reverses("糖尿病")
    paper.letters()
    request = await proposed(kita, paper)
    assert paper.letters() == [(SecondWanted.kind, minami.member_id)]
    assert paper.checked().state is State.VALID
    card = await minami.taps(OpenJoint(request))
    for told in (
        "氏名　青井 遥（会員ID 1000000001）",
        f"証明書番号　{paper.printed()}",
        "現在の状態　✅ 有効です",
        "表示する理由　発行の誤り",
        "依頼：北見 涼　理由：登録の重複を確認",
    ):
        assert told in card.text
    assert JA.joint.own() in (await kita.taps(OpenJoint(request))).text
    done = await with_pin(minami, await shown(minami, request))
    assert JA.joint.done() in done.text
    assert paper.checked().end == End(State.REVOKED, here.clock.now(), Reason.MISTAKE)
    entry = here.log[0]
    assert (entry.act, entry.staff_id, entry.member_id) == ("revoke_certificate", minami.member_id, paper.member)
    assert entry.why == "登録の重複を確認"
    assert (entry.before["state"], entry.after["state"], entry.after["outcome"]) == ("valid", "revoked", "done")
    assert sorted(paper.letters()) == sorted(
        [(CertificateRevoked.kind, paper.member), (JointDecided.kind, kita.member_id)]
    )
    assert "変わった記載（0件）" in (await kita.taps(presses.Doubted(1))).text
    assert (
        "取り消し　2026年11月22日（日）10:00　担当 南野 環" in (await kita.taps(presses.OpenIssued(paper.number))).text
    )


async def test_neither_who_proposed_it_nor_its_holder_confirms_it(
    here: Office, paper: Paper, kita: Guest, minami: Guest, aoi: Guest
) -> None:
    """An owner who proposed it, and a holder who is an officer by then."""
    request = await proposed(kita, paper)
    here.grants(KITA, "owner")
    paper.letters()
    press = await shown(minami, request)
    assert JA.joint.own() in (await kita.taps(press)).text
    here.grants(AOI, "officer")
    assert JA.joint.own() in (await aoi.taps(OpenJoint(request))).text, "it is done to her"


async def test_it_is_not_revoked_if_it_is_being_replaced_by_then(
    here: Office, paper: Paper, kita: Guest, minami: Guest
) -> None:
    """What the second person confirms is the record of that moment."""
    request = await proposed(kita, paper)
    press = await shown(minami, request)
    paper.corrects(name="青井 はるか")
    await kita.taps(await previewed(kita, paper))
    late = await minami.taps(press)
    assert "差し替えの途中です" in late.text
    assert not [one for one in pressed(late) if isinstance(one, ConfirmJoint)]
    assert paper.checked().state is State.VALID


async def test_alone_it_is_said_who_is_missing(here: Office, paper: Paper, kita: Guest) -> None:
    await kita.taps(presses.RevokeFor(paper.number, 0, Reason.WISH.value))
    alone = await kita.says("本人の申し出")
    assert JA.joint.alone("revoke_certificate") in alone.text
    assert "operator" not in EN.joint.alone("revoke_certificate")


async def test_left_as_it_is_for_a_reason(here: Office, paper: Paper, kita: Guest) -> None:
    ask = presses.AskLeave(paper.number, 1)
    assert "判断を待つ変更は、もうありません" in (await kita.taps(ask)).text
    paper.corrects(name="青井 はるか")
    asked = await kita.taps(ask)
    assert "・氏名　青井 遥 → 青井 はるか" in asked.text
    assert labels(asked) == [*SAY.leaving(), "‹ 戻る"]
    assert "2文字以上" in (await kita.says("x")).text
    assert SAY.left() in (await kita.says("旧姓での提出先が残っている")).text
    entry = here.log[0]
    assert (entry.act, entry.why) == ("leave_certificate", "旧姓での提出先が残っている")
    assert (entry.before["changes"], entry.after["changes"], entry.after["outcome"]) == (["name"], [], "done")
    assert "変わった記載（0件）" in (await kita.taps(presses.Doubted(1))).text
    paper.reverses("糖尿病")
    assert SAY.left() in (await kita.taps(presses.LeaveIssued(paper.number, 1, 2))).text
    assert (await kita.taps(presses.LeaveIssued(paper.number, 1, 9))).toast == JA.refusals.stale_button()
    assert paper.checked().state is State.VALID
