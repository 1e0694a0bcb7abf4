"""/requests by phone: asked in the member's own words with files, answered by staff, added to, and opened again."""

from datetime import UTC, datetime, timedelta

import pytest

from content.requests.ceilings import RequestRules
from content.requests.requesting import OFFERED, State
from content.words import EN, JA
from tests.conftest import NOW
from tests.files import HEIC, JPEG, PDF
from tests.handlers.asking import TEXT, Asking
from tests.phone import Phone
from tests.stage import Stage

LONGEST = RequestRules().longest
SECOND = timedelta(seconds=1)
MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


@pytest.fixture
def asking(stage: Stage, aoi: Phone) -> Asking:
    return Asking(stage, aoi)


async def test_asked_and_answered(asking: Asking, aoi: Phone) -> None:
    await aoi.says("/requests")
    assert "3営業日以内" in aoi.sees
    assert "ご依頼はまだありません" in aoi.sees
    await asking.writes(TEXT, PDF)
    assert "案内.pdf" in aoi.sees
    summary = await aoi.taps("確認に進む")
    for told in ("種類：書面の郵送", TEXT, "📄 添付1：案内.pdf", "回答の期限：2026年11月26日（木）"):
        assert told in summary
    await aoi.taps("送信する")
    number = asking.every[0].id
    assert "▶️ 受付済" in aoi.sees
    assert f"受付番号 {number}　2026年11月26日（木）までに、このチャットで回答します。" in aoi.text(aoi.last)
    desk = await asking.desk()
    assert TEXT in desk.sees
    await desk.taps("添付1")
    assert desk.documents == [PDF]
    assert desk.last["has_protected_content"]
    await desk.taps("担当する")
    await aoi.says("/requests")
    assert "担当者が確認中" in aoi.sees
    await desk.taps("回答を書く")
    await desk.says("本日、郵送しました。")
    await desk.sends(JPEG, name="控え.jpg")
    await desk.taps("確認に進む")
    await desk.taps("回答を送信する")
    await aoi.waits()
    letter, file = list(aoi.messages)[-2:]
    assert aoi.text(letter).startswith("ご依頼への回答")
    assert "本日、郵送しました。" in aoi.text(letter)
    assert file["document"]["file_name"] == "控え.jpg"
    assert not file.get("has_protected_content"), "what staff send is the member's to keep"
    assert aoi.documents[-1] == JPEG


@SQLITE
async def test_opened_again(asking: Asking, aoi: Phone) -> None:
    await asking.sends()
    desk = await asking.is_answered()
    await aoi.taps("追記して再開する")
    await aoi.says("届きません")
    await aoi.taps("確認に進む")
    await aoi.taps("送信する")
    (one,) = asking.every
    assert [said.text for said in one.said] == [TEXT, "郵送しました", "届きません"]
    assert (one.state, one.taken_by) == (State.RECEIVED, None)
    assert "ご依頼：1件" in await desk.says("/desk")


@SQLITE
async def test_its_kind_can_be_changed_and_is_by_button(asking: Asking, aoi: Phone) -> None:
    await aoi.says("/requests")
    await aoi.taps("新しく依頼する")
    assert "種類は文字では入力できません" in await aoi.says("郵送")
    for kind, label in zip(
        OFFERED, ("大阪府の研修会", "氏名の表記", "書面の郵送", "記載内容の誤り", "その他"), strict=True
    ):
        assert label in await aoi.taps(label)
        assert asking.every[0].kind is kind
        await aoi.taps("種類を変える")
    assert len(asking.every) == 1


@SQLITE
async def test_texts_that_are_none_and_nothing_of_the_draft_is_lost(stage: Stage, asking: Asking, aoi: Phone) -> None:
    await asking.writes()
    before = JA.request_steps.said(TEXT)[1]
    for typed in ("\u200b\u2066", "あ" * (LONGEST + 1), "あ" * (LONGEST - len(TEXT))):
        seen = await aoi.says(typed)
        assert "今回の入力は加えていません。これまでの本文と添付は保存されています。" in seen
        assert before in seen
        assert asking.text == TEXT
        stage.clock.jump(stage.clock.now() + timedelta(seconds=5))
    await aoi.says("追伸")
    assert asking.text == f"{TEXT}\n追伸"


@SQLITE
async def test_ten_thousand_characters(stage: Stage, asking: Asking, aoi: Phone) -> None:
    """They come as three messages, of which the last one is short: none of it is taken."""
    await asking.writes()
    await aoi.says("あ" * 10_000)
    assert aoi.sees.count("今回の入力は加えていません") >= 1
    assert asking.text == TEXT
    stage.clock.jump(stage.clock.now() + timedelta(seconds=5) - SECOND)
    assert "長すぎた文の続き" in await aoi.says("続き")
    stage.clock.jump(stage.clock.now() + timedelta(seconds=5))
    await aoi.says("短い文")
    assert asking.text == f"{TEXT}\n短い文"


@SQLITE
async def test_written_anew(asking: Asking, aoi: Phone) -> None:
    await asking.writes()
    assert "置き換えます" in await aoi.taps("本文を書き直す")
    assert asking.text == TEXT, "until another text comes, it stays"
    assert "加えていません" in await aoi.says("\u200b")
    await aoi.says("別の文")
    assert asking.text == "別の文"


@SQLITE
async def test_a_draft_waits_and_is_discarded(asking: Asking, aoi: Phone) -> None:
    await asking.writes(TEXT, PDF)
    await aoi.says("/help")
    await aoi.says("/requests")
    assert "下書き" in aoi.sees
    assert TEXT in await aoi.taps("下書きの続きを書く")
    await aoi.taps("下書きを削除する")
    assert TEXT in aoi.sees
    await aoi.taps("下書きを削除する")
    assert "下書きを削除しました" in aoi.toast
    assert asking.every == ()


@SQLITE
async def test_withdrawn(asking: Asking, aoi: Phone) -> None:
    await asking.sends()
    await aoi.taps("取り下げる")
    await aoi.taps("取り下げる")
    assert "取り下げました" in aoi.toast
    assert asking.every[0].state is State.WITHDRAWN
    assert "追記して再開する" in aoi.buttons


@SQLITE
async def test_what_comes_too_late_is_not_added(asking: Asking, aoi: Phone) -> None:
    """The message was sent in the meantime: an old button changes nothing, and a text is not part of it."""
    await asking.writes()
    await aoi.taps("確認に進む")
    message, button = aoi._button("送信する")
    await aoi.taps("送信する")
    await aoi.presses(message["message_id"], button["callback_data"])
    assert len(asking.every[0].said) == 1


@SQLITE
async def test_the_answer_waits_for_the_morning(stage: Stage, asking: Asking, aoi: Phone) -> None:
    await asking.sends()
    await stage.until(NIGHT)
    before = len(aoi.messages)
    await asking.is_answered("郵送しました", PDF)
    await stage.until(MORNING - SECOND)
    assert len(aoi.messages) == before
    await stage.until(MORNING)
    assert ["document" in one for one in list(aoi.messages)[before:]] == [False, True], "the answer, then its file"


@SQLITE
async def test_the_members_own_file_can_be_seen_again(asking: Asking, aoi: Phone) -> None:
    await asking.sends(TEXT, HEIC)
    await aoi.taps("添付1")
    assert "添付をお送りします" in aoi.toast
    assert aoi.last["document"]["file_name"].endswith(".jpg")


@SQLITE
async def test_the_ways_to_it(aoi: Phone) -> None:
    for said, *labels in (
        ("/certificate",),
        ("/why",),
        ("/why 存在しない研修会",),
        ("/help", "お問い合わせ"),
        ("/help 受講証明書",),
    ):
        await aoi.says(said)
        for label in labels:
            await aoi.taps(label)
        assert "ご依頼" in await aoi.taps("事務局に依頼する"), said


@SQLITE
async def test_in_english(asking: Asking, aoi: Phone) -> None:
    await aoi.says("/settings")
    await aoi.taps("English")
    await aoi.says("/requests")
    assert "within 3 business days" in aoi.sees
    await aoi.taps("New request")
    await aoi.taps("Certificate by post")
    await aoi.says("Please post it.")
    assert "Answer due by Thu 26 Nov 2026" in await aoi.taps("Review")
    await aoi.taps("Send")
    assert "by Thu 26 Nov 2026" in aoi.text(aoi.last)


@SQLITE
async def test_a_usual_reason_of_staff_is_read_in_the_members_language(asking: Asking, aoi: Phone) -> None:
    await asking.sends()
    await aoi.says("/settings")
    await aoi.taps("English")
    desk = await asking.desk("担当する", "回答せず終了")
    await desk.taps(JA.answering.reasons()[1])
    await aoi.waits()
    letter = aoi.text(aoi.last)
    assert EN.answering.reasons()[1] in letter
    assert JA.answering.reasons()[1] not in letter
    await aoi.taps(EN.requests.to_card())
    assert EN.answering.reasons()[1] in aoi.sees


def test_now_is_a_sunday_before_a_holiday() -> None:
    """The days above are computed for it."""
    assert datetime(2026, 11, 22, 1, 0, tzinfo=UTC) == NOW
