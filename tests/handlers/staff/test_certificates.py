"""Certificates on the desk of officers: found, looked at with their history, their file, and those in doubt."""

from datetime import timedelta

from sqlalchemy import update

from content.keys.certificate_letters import CertificateCopy
from content.keys.letters import CertificatePaper
from content.verifying.standing import Reason
from content.words import JA
from handlers.presses.staff import certificates as presses
from handlers.presses.staff.desk import Desk
from handlers.presses.staff.members import OpenMember
from storage.certificates import ends
from storage.tables import Certificate, Letter
from tests.handlers.staff.certifying import Paper
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.talking import SHIRO, Guest
from tests.handlers.talking import presses as pressed
from tests.storage.certificates.erasing import erase

SAY = JA.issued


async def test_from_the_number_to_the_card(here: Office, paper: Paper, kita: Guest) -> None:
    room = await kita.says("/certificates")
    assert SAY.room()[0] in room.text
    assert JA.verify.mistyped() in (await kita.says("TN26-1")).text
    assert SAY.unknown() in (await kita.says("TN26-3048-7719-2289-9")).text
    assert (here.log[0].act, here.log[0].after) == ("searched_certificate", {"found": 0})
    card = await kita.says(paper.printed().replace("-", "－"))
    for told in (
        f"受講証明書　{paper.printed()}",
        "✅ 有効です",
        "氏名　青井 遥（会員ID 1000000001）",
        "用途　一般",
        "対象期間　2026年4月1日（水）から2026年11月21日（土）まで",
        "取得単位　2単位（カリキュラムコード 1種類）　2行",
        "受付　2026年11月22日（日）10:00",
        "作成　2026年11月22日（日）10:00",
        "会員に送信　記録がありません",
    ):
        assert told in card.text
    assert labels(card) == ["差し替える", "取り消す", "ファイルを見る", "会員の情報を見る", "‹ 戻る"]
    entry = here.log[0]
    assert (entry.act, entry.member_id, entry.after) == (
        "viewed_certificate",
        paper.member,
        {"certificate": paper.number},
    )
    assert (await kita.says(f"/certificates {paper.printed()}")).text == card.text
    assert paper.printed() not in str(here.log)


async def test_when_it_was_sent_is_told(here: Office, paper: Paper, kita: Guest) -> None:
    at = here.clock.now() + timedelta(minutes=3)
    with here.sessions.begin() as session:
        kind = Letter.kind == CertificatePaper.kind
        session.execute(update(Letter).where(kind).values(state="sent", settled_at=at))
    assert "会員に送信　2026年11月22日（日）10:03" in (await kita.taps(presses.OpenIssued(paper.number))).text


async def test_from_the_member_s_card_to_the_list(here: Office, paper: Paper, kita: Guest) -> None:
    paper.earns("喘息", 79)
    later = paper.issues()
    with here.sessions.begin() as session:
        ends.revoke(session, paper.number, Reason.WISH, here.id_of(KITA), here.clock.now())
    card = await kita.taps(OpenMember(paper.member))
    assert "受講証明書（2）" in labels(card)
    listed = await kita.taps(presses.OfMember(paper.member, 1))
    assert "1　✅ 有効　2026年11月22日（日）発行" in listed.text
    assert "2　⚠️ 取り消し済み　2026年11月22日（日）発行" in listed.text
    assert pressed(listed)[:2] == [presses.OpenIssued(later), presses.OpenIssued(paper.number)]
    assert here.log[0].after == {"found": 2, "shown": [later, paper.number]}
    assert "受講証明書" not in str(labels(await kita.taps(OpenMember(here.id_of(SHIRO)))))
    assert SAY.none() in (await kita.taps(presses.OfMember(here.id_of(SHIRO), 1))).text
    assert (await kita.taps(presses.OfMember(99, 1))).toast == JA.refusals.stale_button()


async def test_support_does_not_see_the_way_to_it(here: Office, paper: Paper, kita: Guest) -> None:
    here.grants(SHIRO, "support")
    shiro = here.guest(700000006)
    await shiro.chooses(SHIRO)
    assert "受講証明書" not in str(labels(await shiro.taps(OpenMember(paper.member))))


async def test_its_file_comes_again_and_that_is_logged(here: Office, paper: Paper, kita: Guest) -> None:
    paper.letters()
    assert (await kita.taps(presses.FetchIssued(paper.number))).toast == SAY.file_comes()
    assert here.log[0].act == "viewed_certificate_file"
    assert paper.letters() == [(CertificateCopy.kind, kita.member_id)]


async def test_who_ended_it_and_why(here: Office, paper: Paper, kita: Guest) -> None:
    with here.sessions.begin() as session:
        ends.revoke(session, paper.number, Reason.MISTAKE, here.id_of(KITA), here.clock.now())
    card = await kita.taps(presses.OpenIssued(paper.number))
    assert "⚠️ 取り消されています" in card.text
    assert "取り消し　2026年11月22日（日）10:00　担当 北見 涼\n理由　発行の誤り" in card.text
    assert labels(card)[0] == "ファイルを見る"
    assert SAY.unknown() in (await kita.taps(presses.OpenIssued(99))).text


async def test_one_whose_facts_were_erased(here: Office, paper: Paper, kita: Guest) -> None:
    """State, days and totals stay; no name is there to be compared, and no file."""
    number = paper.printed()
    with here.sessions.begin() as session:
        erase(session, paper.number)
    card = await kita.says(f"/certificates {number}")
    assert SAY.erased() in card.text
    assert "取得単位　2単位（カリキュラムコード 1種類）" in card.text
    assert labels(card) == ["取り消す", "会員の情報を見る", "‹ 戻る"]
    assert "消去されたため、差し替えはできません" in (await kita.taps(presses.AskReplace(paper.number, 0))).text
    assert (await kita.taps(presses.FetchIssued(paper.number))).toast == JA.refusals.stale_button()
    assert "記載は消去済み" in (await kita.taps(presses.OfMember(paper.member, 1))).text


async def test_one_of_an_earlier_version_gets_its_number_on_the_way(here: Office, paper: Paper, kita: Guest) -> None:
    with here.sessions.begin() as session:
        session.execute(update(Certificate).values(numbered_at=None))
    assert paper.printed() in (await kita.taps(presses.OpenIssued(paper.number))).text


async def test_what_changed_is_told_in_the_queue_and_on_the_card(here: Office, paper: Paper, kita: Guest) -> None:
    assert "✅ 証明書の記載：なし" in (await kita.taps(Desk())).text
    here.waits(hours=30)
    paper.corrects(name="青井 はるか")
    paper.reverses("糖尿病")
    here.waits(hours=2)
    assert "▶️ 証明書の記載：1件（最長の待ち時間 2時間）" in (await kita.taps(Desk())).text
    assert SAY.to_doubts(1) in labels(await kita.says("/certificates"))
    queue = await kita.taps(presses.Doubted(1))
    name, credit = (
        "・氏名　青井 遥 → 青井 はるか（11月23日（月）に訂正）",
        "・2026年11月20日（金）「糖尿病」の単位を11月23日（月）に取り消し　理由：二重の登録",
    )
    for told in ("1　青井 はるか（会員ID 1000000001）　待ち時間 2時間", name, credit):
        assert told in queue.text
    assert here.log[0].after == {"waiting": 1, "shown": [paper.member]}
    assert pressed(queue)[0] == presses.OpenIssued(paper.number, 1)
    card = await kita.taps(presses.OpenIssued(paper.number, 1))
    for told in (SAY.changed(), name, credit, "氏名　青井 遥（会員ID"):
        assert told in card.text
    assert card.text.index(SAY.changed()) < card.text.index("氏名　青井 遥（会員ID"), "it is what is decided"
    assert "現在の登録氏名" not in card.text, "the change says it"
    assert labels(card)[:3] == ["差し替える", "このままとする", "取り消す"]
