"""/declare by phone: from the first word to the decision, and what a slip of the hand does."""

from datetime import UTC, datetime, timedelta

import pytest

from content.declarations.declaring import State
from handlers.presses.declarations import declare as presses
from storage.programme import courses
from storage.study import enrolments
from tests.files import EXECUTABLE, JPEG, PDF
from tests.handlers.declaring import Declaring
from tests.phone import Phone
from tests.stage import PASSWORD, Stage, logged_in


async def test_a_kind_that_is_typed_is_no_search(aoi: Phone) -> None:
    await aoi.says("/declare")
    await aoi.taps("新しく申告する")
    for said in ("学会", "体験学習"):
        shown = await aoi.says(said)
        assert shown.startswith("申告書　種別（1 / 7）")
        assert "まだ何も保存していません。ボタンからお選びください。" in shown
    assert "内容（2 / 7）" in await aoi.taps("体験学習")


async def test_from_the_kind_to_the_credit(declaring: Declaring, aoi: Phone) -> None:
    await aoi.says("/declare")
    assert "申告書はまだありません" in aoi.sees
    assert "内容（2 / 7）" in await declaring.begins("体験学習")
    assert "日付（3 / 7）" in await aoi.says("手術の見学\n（見本病院）")
    assert "単位（4 / 7）" in await aoi.taps("昨日")
    assert "CC（5 / 7）" in await aoi.taps("1.5")
    assert "備考（6 / 7）" in await aoi.says("ＣＣ７４")
    assert "証明書類（7 / 7）" in await aoi.says("午後のみ")
    assert "「photo.jpg」を添付しました（1 / 5件）" in await aoi.sends(JPEG)
    await aoi.taps("確認に進む")
    for line in (
        "申告書　体験学習",
        "下書き　2027年4月30日（金）までに提出してください",
        "内容：手術の見学 （見本病院）",
        "日付：2026年11月21日（土）",
        "単位：1.5単位",
        "CC：74 高血圧症",
        "備考：午後のみ",
        "証明書類：photo.jpg",
    ):
        assert line in aoi.sees
    await aoi.taps("提出に進む")
    await aoi.taps("提出する")
    assert "申告書を提出しました" in aoi.text(aoi.last)
    declaring.is_decided(accepted=True)
    told = await aoi.waits()
    assert "申告書が受理されました" in told
    assert "2026年11月21日（土）付、2026年度の単位です" in told
    assert "担当者から：確認しました" in told
    assert "申告書 1.5単位" in await aoi.taps("取得単位")


async def test_a_refusal_says_why_and_can_be_declared_again(declaring: Declaring, aoi: Phone) -> None:
    await declaring.submits()
    declaring.is_decided(accepted=False)
    assert "受理されませんでした" in await aoi.waits()
    assert "参加証が読めません" in aoi.sees
    await aoi.taps("申告書を見る")
    assert "もう一度申告する" in aoi.offers
    assert "取り下げる" not in aoi.offers
    await aoi.taps("もう一度申告する")
    assert "未入力：証明書類" in aoi.sees
    assert [one.state for one in declaring.every] == [State.DRAFT, State.REFUSED]


async def test_a_double_tap_submits_once_and_later_taps_change_nothing(declaring: Declaring, aoi: Phone) -> None:
    await declaring.writes()
    await aoi.taps("提出に進む")
    message, number = aoi.last["message_id"], declaring.every[0].id
    for _ in range(3):
        declaring.stage.world.press(aoi.person.id, message, presses.Submit(number).pack())
    await aoi.waits()
    assert len([one for one in aoi.messages if "申告書を提出しました" in aoi.text(one)]) == 1
    before = declaring.every
    changing = [presses.SetUnits(number, 2), presses.SetCode(number, 1), presses.SetKind(number, "exam")]
    removing = [presses.RemoveFile(number, before[0].evidence[0].id), presses.Discard(number), presses.Again(number)]
    asking = [presses.Ask(number, "what"), presses.AskSubmit(number), presses.AskDiscard(number)]
    for press in (*changing, *removing, *asking, presses.SkipNote(number), presses.GoOn(number)):
        await aoi.presses(message, press.pack())
    assert declaring.every == before
    await declaring.stage.until(declaring.stage.clock.now() + timedelta(minutes=1))
    await aoi.presses(message, presses.Submit(number).pack())
    assert "提出済です" in aoi.toast


async def test_withdrawn_until_it_is_decided(declaring: Declaring, aoi: Phone) -> None:
    await declaring.submits()
    await aoi.taps("申告書を見る")
    await aoi.taps("取り下げる")
    assert "もう一度申告できます" in aoi.sees
    await aoi.taps("取り下げる")
    assert "取り下げました" in aoi.toast
    await aoi.taps("もう一度申告する")
    assert "下書き" in aoi.sees
    assert [(one.state, len(one.evidence)) for one in declaring.every] == [(State.DRAFT, 1), (State.WITHDRAWN, 0)]
    await aoi.taps("提出に進む")
    await aoi.taps("提出する")
    number = declaring.every[0].id
    declaring.is_decided(accepted=True)
    await aoi.waits()
    await aoi.presses(aoi.last["message_id"], presses.Withdraw(number).pack())
    assert "取り下げられません" in aoi.toast
    assert declaring.every[0].state is State.ACCEPTED


async def test_every_field_is_changed_by_one_tap(declaring: Declaring, aoi: Phone) -> None:
    await declaring.writes()
    for label, said in (("内容", "別の学会"), ("日付", "令和8年11月4日"), ("単位", "2"), ("CC", "0"), ("備考", "追記")):
        await aoi.taps(label)
        assert "現在：" in aoi.sees or label == "備考"
        assert "提出に進む" in str(aoi.last) or await aoi.says(said)
        assert "下書き" in aoi.sees
    await aoi.taps("種別")
    await aoi.taps("医師国家試験問題の作成")
    one = declaring.every[0]
    assert (one.kind, one.what, one.half_units, one.code, one.note) == ("exam", "別の学会", 4, 0, "追記")
    await aoi.taps("証明書類")
    await aoi.taps("1を外す")
    assert "添付から外しました" in aoi.sees
    assert declaring.every[0].evidence == ()


@pytest.mark.parametrize("way", ["/declare", "/resume", "another phone"])
async def test_it_goes_on_where_it_was_left(way: str, declaring: Declaring, aoi: Phone) -> None:
    await declaring.begins()
    await aoi.says("第1回 見本学会")
    await aoi.says("/help")
    if way == "/declare":
        await aoi.says("/declare")
        await aoi.taps("1")
    elif way == "/resume":
        await aoi.says("/resume")
    else:
        await declaring.stage.app.intake.resuming.once()
        await aoi.says("/logout")
        await aoi.taps("ログアウト")
        aoi = await logged_in_again(declaring.stage)
        await aoi.says("/resume")
    assert "日付（3 / 7）" in aoi.sees
    assert "単位（4 / 7）" in await aoi.says("11月3日")


async def logged_in_again(stage: Stage) -> Phone:
    """The same member on the phone of another."""
    phone = stage.phone(2)
    await phone.says("/login")
    await phone.taps("同意")
    await phone.says("1000000001")
    await phone.says(PASSWORD)
    return phone


async def test_after_the_end_of_april(declaring: Declaring, aoi: Phone) -> None:
    await declaring.writes()
    closes = datetime(2027, 4, 30, 15, 0, tzinfo=UTC)
    await declaring.stage.until(closes - timedelta(seconds=1))
    await aoi.says("/declare")
    await aoi.taps("1")
    await aoi.taps("提出に進む")
    message, number = aoi.last["message_id"], declaring.every[0].id
    await declaring.stage.until(closes)
    await aoi.taps("提出する")
    assert "2027年4月30日（金）に締め切りました" in aoi.sees
    assert aoi.offers
    assert "提出に進む" not in aoi.offers
    await aoi.presses(message, presses.Submit(number).pack())
    assert declaring.every[0].state is State.DRAFT
    await aoi.taps("下書きを削除する")
    await aoi.taps("下書きを削除する")
    assert declaring.every == ()


async def test_drafts_beside_courses_under_way(declaring: Declaring, aoi: Phone) -> None:
    await declaring.begins()
    await aoi.says("/courses 74")
    with declaring.sessions.begin() as session:
        listed = courses.by_slug(session, "hypertension")
        enrolments.touch(session, declaring.member, listed.id, declaring.stage.clock.now())
    await aoi.says("/resume")
    assert "2　申告書の下書き　1件" in aoi.sees
    await aoi.taps("申告書の下書き")
    assert "1　⬜ 日本医学会分科会の学会　下書き" in aoi.sees


async def test_ten_drafts(declaring: Declaring, aoi: Phone) -> None:
    for number in range(10):
        await declaring.begins()
        await aoi.says(f"第{number}回 見本学会")
    await aoi.says("/declare")
    assert "1 / 2" in aoi.buttons
    await declaring.begins()
    assert "下書きは10件まで" in aoi.toast
    assert len(declaring.every) == 10


async def test_in_english(stage: Stage) -> None:
    emma = await logged_in_english(stage)
    await emma.says("/declare")
    await emma.taps("Make a new declaration")
    assert "Declaration: subject (2 / 7)" in await emma.taps("Papers and books")
    for said, answer in (
        ("A paper", "date (3 / 7)"),
        ("tomorrow", "could not be read as a date"),
        ("Yesterday", "credits (4 / 7)"),
        ("0.3", "in steps of 0.5"),
        ("1 credit", "CC (5 / 7)"),
        ("hypertension", "note (6 / 7)"),
    ):
        assert answer in await emma.says(said), said
    await emma.taps("Skip the note")
    assert "neither a photo" in await emma.sends(EXECUTABLE, name="paper.pdf")
    await emma.sends(PDF, name="paper.pdf")
    await emma.taps("Review")
    assert emma.sees.startswith("Declaration: papers and books")
    assert "Draft, please submit it by" in emma.sees
    await emma.taps("Review and submit")
    await emma.taps("Submit")
    assert "Your declaration is submitted" in emma.text(emma.last)
    declaring = Declaring(stage, emma)
    declaring.is_decided(accepted=True)
    assert "Your declaration was accepted" in await emma.waits()


async def logged_in_english(stage: Stage) -> Phone:
    phone = stage.phone(7)
    await phone.says("/login")
    await phone.taps("Accept and log in")
    for said in ("1000000007", "830908", PASSWORD):
        await phone.says(said)
    return phone


async def test_an_account_that_cannot_earn(stage: Stage) -> None:
    phone = await logged_in(stage, 8)
    assert "このユーザーIDでは、単位の取得ができません" in await phone.says("/declare")
    assert "新しく申告する" not in phone.buttons
    for press in (presses.New(), presses.Begin("exam")):
        await phone.presses(phone.last["message_id"], press.pack())
    assert Declaring(stage, phone).every == ()
