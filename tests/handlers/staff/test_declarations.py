"""Declarations on the desk of staff: what they see, how they decide, once, and what the log says of it."""

import pytest

from content.declarations.declaring import State
from content.keys.letters import DeclarationDecided
from content.words import EN, JA
from handlers.press import Press
from handlers.presses.staff.declarations import AskWhyFiled, DecideFiled, OpenEvidence
from handlers.presses.staff.desk import Desk, Filed, OpenFiled
from storage.staff import roles
from tests.files import JPEG
from tests.handlers.staff.filing import File
from tests.handlers.staff.office import ABE, KITA, Office, labels
from tests.handlers.talking import AOI, Guest, presses

ACCEPT, REFUSE = JA.declarations.reasons(accept=True), JA.declarations.reasons(accept=False)


@pytest.fixture
def file(here: Office) -> File:
    opened = File(here, here.id_of(AOI))
    opened.number = opened.declares(opened.member)
    return opened


async def test_from_the_room_to_the_card(here: Office, file: File, kita: Guest) -> None:
    here.waits(days=5)
    assert labels(await kita.says("/staff"))[0] == "申請・依頼などを見る（1）"
    desk = await kita.taps(Desk())
    assert "出席確認の申請：なし" in desk.text
    assert "申告書：1件（最長の待ち時間 5日）" in desk.text
    queue = await kita.taps(presses(desk)[1])
    assert "1　青井 遥　1000000001　日本医学会分科会の学会　1.5単位　5日　⚠️ 期限超過 11月26日（木）" in queue.text
    card = await kita.taps(presses(queue)[0])
    for told in ("会員ID 1000000001", "第1回 &lt;見本&gt;学会", "2日目のみ", "2026年11月3日（火）", "年度：2026年度"):
        assert told in card.text
    assert "📄 添付1：参加証.pdf（1KB）" in card.text
    assert card.text.count("⚠️") == card.text.count("⚠️ 期限を過ぎています：2026年11月26日（木）") == 1
    decides, cares = ["添付1", "受理する", "受理しない"], ["担当する", "メモを書く"]
    assert labels(card) == [*decides, *cares, "会員の情報を見る", "‹ 戻る"]
    viewed, listed = here.log
    assert (viewed.act, viewed.member_id, viewed.after) == (
        "viewed_declaration",
        file.member,
        {"declaration": file.number},
    )
    assert (listed.act, listed.after) == ("listed_declarations", {"waiting": 1, "shown": [file.member]})
    assert "見本" not in str(here.log)


async def test_accepted_for_a_usual_reason(here: Office, file: File, kita: Guest) -> None:
    why = await kita.taps(AskWhyFiled(file.number, 1, True))
    assert why.text.startswith("<b>申告書を受理する　青井 遥</b>")
    assert "2026年11月3日（火）付、2026年度の1.5単位がすぐに付与されます" in why.text
    assert file.one.state is State.SUBMITTED, "asking for the reason decides nothing"
    done = await kita.taps(presses(why)[0])
    assert JA.declarations.done(State.ACCEPTED) in done.text
    assert f"北見 涼）　理由：{ACCEPT[0]}" in done.text
    assert labels(done) == ["添付1", "会員の情報を見る", "‹ 戻る"]
    entry = here.log[0]
    assert (entry.act, entry.member_id, entry.why) == ("accept_declaration", file.member, ACCEPT[0])
    assert entry.before == {"declaration": file.number, "state": "submitted"}
    assert entry.after == {"declaration": file.number, "state": "accepted", "outcome": "it holds"}
    assert [letter.kind for letter in file.letters()] == [DeclarationDecided.kind]
    assert file.half_units == 3


async def test_refused_in_own_words(here: Office, file: File, kita: Guest) -> None:
    assert "会員にもお知らせします" in (await kita.taps(AskWhyFiled(file.number, 1, False))).text
    for bad in ("x", "　", "あ" * 201):
        assert "2文字以上200文字以内" in (await kita.says(bad)).text
    assert kita.chat.note == {"declaration": str(file.number), "page": "1", "accept": ""}
    done = await kita.says(" 参加証の\n日付が異なります ")
    assert JA.declarations.done(State.REFUSED) in done.text
    assert (here.log[0].act, here.log[0].why) == ("refuse_declaration", "参加証の 日付が異なります")
    assert (file.one.reason, kita.chat.expects, file.half_units) == ("参加証の 日付が異なります", "", 0)


async def test_what_another_decided_meanwhile(here: Office, file: File, kita: Guest, minami: Guest) -> None:
    asked = await kita.taps(AskWhyFiled(file.number, 1, True))
    await minami.taps(DecideFiled(file.number, 1, False, 0))
    for late in (await kita.taps(presses(asked)[0]), await kita.taps(AskWhyFiled(file.number, 1, True))):
        assert JA.desk.decided_before() in late.text
        assert f"受理しませんでした（11月22日（日）10:00　南野 環）　理由：{REFUSE[0]}" in late.text
    assert file.half_units == 0
    late_entry = here.log[1]
    assert (late_entry.act, late_entry.staff_id) == ("accept_declaration", here.id_of(KITA))
    assert (late_entry.before["state"], late_entry.after["state"]) == ("refused", "refused")
    assert late_entry.after["outcome"] == "it was decided before, or withdrawn"


async def test_what_its_member_took_back_is_gone(here: Office, file: File, kita: Guest) -> None:
    await kita.taps(AskWhyFiled(file.number, 1, True))
    file.withdraws()
    assert JA.declarations.gone() in (await kita.says("確認しました")).text
    for press in (
        OpenFiled(file.number),
        AskWhyFiled(file.number, 1, True),
        DecideFiled(file.number, 1, True, 0),
        OpenEvidence(file.number, 1),
    ):
        assert JA.declarations.gone() in (await kita.taps(press)).text
    assert (file.half_units, here.log) == (0, [])


async def test_nobody_decides_his_own(here: Office, file: File, kita: Guest) -> None:
    file.number = file.declares(here.id_of(KITA))
    card = await kita.taps(OpenFiled(file.number))
    assert JA.desk.own() in card.text
    assert labels(card) == ["添付1", "会員の情報を見る", "‹ 戻る"]
    for forged in (
        AskWhyFiled(file.number, 1, True),
        DecideFiled(file.number, 1, True, 0),
        DecideFiled(file.number, 1, False, 0),
    ):
        assert JA.desk.own() in (await kita.taps(forged)).text
    assert file.one.state is State.SUBMITTED
    assert here.log[0].after["outcome"] == "nobody decides upon his own"


async def test_an_account_that_earns_nothing_is_only_refused(here: Office, file: File, kita: Guest) -> None:
    with here.sessions.begin() as session:
        session.connection().exec_driver_sql("UPDATE members SET can_earn = false")
    card = await kita.taps(OpenFiled(file.number))
    assert JA.declarations.cannot_earn() in card.text
    assert labels(card)[1] == "受理しない"
    assert JA.declarations.cannot_earn() in (await kita.taps(DecideFiled(file.number, 1, True, 0))).text
    assert JA.declarations.done(State.REFUSED) in (await kita.taps(DecideFiled(file.number, 1, False, 0))).text


async def test_what_may_be_the_same_is_named(file: File, kita: Guest) -> None:
    other, third = file.declares(file.member, JPEG), file.declares(file.member)
    await kita.taps(DecideFiled(other, 1, True, 0))
    card = await kita.taps(OpenFiled(file.number))
    assert f"⚠️ 申告書 {third} と同じ日・CC・ファイル：日本医学会分科会の学会　1.5単位　提出済" in card.text
    assert f"⚠️ 申告書 {other} と同じ日・CC：日本医学会分科会の学会　1.5単位　受理" in card.text
    assert "⚠️ 同じ日・CCの単位：申告書「日本医学会分科会の学会」1.5単位" in card.text


async def test_a_file_is_asked_for(here: Office, file: File, kita: Guest) -> None:
    evidence = file.one.evidence[0].id
    shown = await kita.taps(OpenEvidence(file.number, evidence))
    assert (shown.text, shown.toast) == ("", JA.declarations.file_comes())
    await kita.taps(OpenEvidence(file.number, evidence))
    asked = file.letters()
    assert [(one.kind, one.member_id) for one in asked] == [("evidence", here.id_of(KITA))], "it is on its way already"
    assert here.log[0].act == here.log[1].act == "viewed_evidence"
    assert (here.log[0].member_id, here.log[0].after) == (
        file.member,
        {"declaration": file.number, "evidence": evidence},
    )


async def test_a_file_of_another_declaration_is_not_sent(here: Office, file: File, kita: Guest) -> None:
    other = file.declares(here.id_of(ABE[0]), JPEG)
    for forged in (OpenEvidence(other, file.one.evidence[0].id), OpenEvidence(file.number, -1)):
        assert (await kita.taps(forged)).toast == JA.refusals.stale_button()
    assert (file.letters(), here.log) == ([], [])


@pytest.mark.parametrize("forged", [OpenFiled(999), OpenFiled(-1), AskWhyFiled(999, 1, True), OpenEvidence(999, 1)])
async def test_numbers_of_nothing(forged: Press, here: Office, file: File, kita: Guest) -> None:
    assert JA.declarations.gone() in (await kita.taps(forged)).text
    assert here.log == []


@pytest.mark.parametrize("reason", [-1, 4])
async def test_a_forged_reason_changes_nothing(reason: int, here: Office, file: File, kita: Guest) -> None:
    assert (await kita.taps(DecideFiled(file.number, 1, False, reason))).toast == JA.refusals.stale_button()
    assert here.log == []


async def test_many_wait_in_pages_and_the_next_one_is_offered(here: Office, file: File, kita: Guest) -> None:
    others = [file.declares(here.id_of(record)) for record in ABE]
    assert labels(await kita.taps(Filed(1))) == [*map(str, range(1, 9)), "1 / 2", "›", "‹ 戻る"]
    last = await kita.taps(Filed(99))
    assert labels(last) == ["9", "10", "11", "‹", "2 / 2", "‹ 戻る"]
    assert presses(await kita.taps(presses(last)[0]))[-1] == Filed(2)
    done = await kita.taps(DecideFiled(file.number, 1, True, 0))
    assert OpenFiled(others[0]) in presses(done)


async def test_staff_decide_in_english_too(here: Office, file: File) -> None:
    guest = here.guest(700000010, "en")
    await guest.chooses(ABE[1])
    with here.sessions.begin() as session:
        roles.grant(session, here.id_of(ABE[1]), "owner", here.clock.now())
    assert "Counts in fiscal 2026" in (await guest.taps(OpenFiled(file.number))).text
    done = await guest.taps(DecideFiled(file.number, 1, False, 0))
    assert EN.declarations.done(State.REFUSED) in done.text
    assert here.log[0].why == EN.declarations.reasons(accept=False)[0]
