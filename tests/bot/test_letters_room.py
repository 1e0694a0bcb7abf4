"""Staff order activation letters by phone, for the members of a file too: read, confirmed by another, made, fetched."""

import csv
import io
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from content.privacy.retention import RETENTION
from content.staff.joint import WAITS
from storage.activating import batches
from tests.phone import Phone
from tests.stage import Stage, logged_in

PIN = "480271"
KEN, EMMA = "1000000002", "1000000007"
LIST = f"会員ID,氏名\n{KEN},吉野\n1,だれか\n9000000005,金井\n{EMMA},Sato\n{KEN},\n"


@pytest_asyncio.fixture
async def officer(stage: Stage) -> AsyncIterator[Phone]:
    """茶木, in the room."""
    phone = await logged_in(stage, 11)
    await stage.until(stage.clock.now())
    await phone.says("/letters")
    yield phone


@pytest_asyncio.fixture
async def owner(stage: Stage) -> AsyncIterator[Phone]:
    yield await logged_in(stage, 14)


def cards(phone: Phone) -> list[str]:
    """What the messages about batches of letters say by now, the oldest first."""
    return [text for one in phone.messages if "対象：" in (text := phone.text(one)) and "/letters" not in text]


async def makes_some(stage: Stage) -> None:
    """Three steps, so that a tenth of it is made; the clock makes the others later."""
    with stage.app.sessions.begin() as session:
        assert all(batches.step(session, 1, stage.clock.now()) for _ in range(3))
    stage.app.delivery.wake()
    await stage.settled()


async def confirms(stage: Stage, owner: Phone, *, makes: bool = True) -> str:
    await owner.taps("内容を確かめる")
    seen = owner.sees
    await owner.taps("確認して実行する")
    await owner.says(PIN)
    await owner.says(PIN)
    assert "作成を始めました" in owner.sees
    if makes:
        await stage.until(stage.clock.now())
    return seen


async def fetched(stage: Stage, officer: Phone) -> dict[str, str]:
    """The codes in the file, by the member's ID."""
    shown = await officer.taps("ファイルを受け取る")
    pin = shown.partition("確認番号：")[2][:6]
    address = "/letters/" + officer.link("ページを開く").rsplit("/", 1)[1]
    file = await stage.web.post(address, data={"pin": pin})
    return {row[0]: row[3] for row in list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))[1:]}


async def test_for_the_members_of_a_file(stage: Stage, officer: Phone, owner: Phone) -> None:
    assert "会員IDのファイル" in await officer.taps("会員IDのファイルで作成する")
    assert "読み取り中" in await officer.sends(LIST.encode("cp932"), name="名簿.csv")
    await stage.until(stage.clock.now())
    assert "対象：会員IDのファイルの2名" in cards(officer)[-1]
    assert "作成しない行：3行" in cards(officer)[-1]
    await officer.taps("作成しない行をCSVで受け取る")
    told = list(csv.reader(officer.documents[-1].decode("utf-8-sig").splitlines()))
    assert told[0] == ["行", "会員ID", "理由"]
    assert [row[0] for row in told[1:]] == ["3", "4", "6"]
    assert told[2] == ["4", "9000000005", "役割を持つ方の分は作成しません。"]
    assert told[3][2] == "2行目に同じIDがあります。"
    assert "二人での確認が必要です" in await officer.taps("2名分の確認を依頼する")
    seen = await confirms(stage, owner)
    assert "対象：会員IDのファイルの2名" in seen
    assert "作成しない行：3行" in seen
    assert "SHA-256" in seen
    assert "✅ 受け取れます" in cards(officer)[-1]
    assert set(await fetched(stage, officer)) == {KEN, EMMA}
    assert "受け取り済" in await officer.says("/letters")


async def test_the_card_follows_the_making_by_itself(stage: Stage, officer: Phone, owner: Phone) -> None:
    await officer.taps("全員の分を作成する")
    await officer.says("/letters")
    await officer.taps("1")
    assert "確認待ち" in officer.sees
    before = len(cards(officer))
    await confirms(stage, owner)
    assert "✅ 受け取れます" in cards(officer)[-1]
    assert len(cards(officer)) == before, "the message that shows the card is edited"


async def test_a_bar_moves_where_the_card_is_shown_and_nowhere_else(
    stage: Stage, officer: Phone, owner: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "EACH", 1)
    await officer.taps("全員の分を作成する")
    await confirms(stage, owner, makes=False)
    await makes_some(stage)
    assert not any("作成中" in one for one in cards(officer)), "the chat shows something else"
    await officer.says("/letters")
    before = await officer.taps("1")
    assert "件数：3件" in before
    number = len(cards(officer))
    await makes_some(stage)
    assert "件数：6件" in cards(officer)[-1]
    assert cards(officer)[-1].count("▓") >= before.count("▓")
    assert len(cards(officer)) == number


async def test_who_confirmed_sees_the_card_and_gets_no_file(stage: Stage, officer: Phone, owner: Phone) -> None:
    await officer.taps("全員の分を作成する")
    await confirms(stage, owner)
    await owner.says("/letters")
    card = await owner.taps("1")
    assert "依頼した茶木 審一さんだけです" in card
    with pytest.raises(AssertionError, match="no button"):
        await owner.taps("ファイルを受け取る")


async def test_nobody_confirms_in_time(stage: Stage, officer: Phone, owner: Phone) -> None:
    await officer.taps("全員の分を作成する")
    assert "確認待ち" in await officer.says("/letters")
    await stage.until(stage.clock.now() + WAITS - timedelta(seconds=1))
    assert "確認待ち" in cards(officer)[-1]
    await stage.until(stage.clock.now() + timedelta(seconds=1))
    assert "時間内に確認されませんでした" in cards(officer)[-1]
    assert "終了" in await officer.says("/letters")
    await owner.taps("内容を確かめる")
    with pytest.raises(AssertionError, match="no button"):
        await owner.taps("確認して実行する")
    await stage.until(stage.clock.now() + RETENTION.letter_orders)
    assert "終了" not in await officer.says("/letters")


async def test_a_refusal_ends_it_at_once(stage: Stage, officer: Phone, owner: Phone) -> None:
    await officer.taps("全員の分を作成する")
    await owner.taps("内容を確かめる")
    await owner.taps("断る")
    await owner.says("時期を改めます")
    await officer.waits()
    assert "時期を改めます" in officer.text(officer.last)
    assert "終了" in await officer.says("/letters")


async def test_what_was_given_up_can_not_be_confirmed(stage: Stage, officer: Phone, owner: Phone) -> None:
    await officer.taps("全員の分を作成する")
    await owner.taps("内容を確かめる")
    await officer.says("/letters")
    await officer.taps("1")
    assert "依頼した方が取りやめました" in await officer.taps("やめる")
    assert "すでに確認されたか、終了しています" in await owner.taps("確認して実行する")
    await stage.until(stage.clock.now())
    assert "終了" in await officer.says("/letters")


@pytest.mark.parametrize("way", ["text", "picture", "no table"])
async def test_what_is_no_file_of_ids(way: str, stage: Stage, officer: Phone) -> None:
    await officer.taps("会員IDのファイルで作成する")
    match way:
        case "text":
            assert "を送ってください" in await officer.says(KEN)
        case "picture":
            await officer.sends(b"%PDF-1.7 \x00\x00", name="名簿.pdf")
            await stage.until(stage.clock.now())
            assert "このファイルは読み取れません" in cards(officer)[-1]
        case _:
            await officer.sends("氏名\n見本\n".encode(), name="名簿.csv")
            await stage.until(stage.clock.now())
            assert "作成できる会員がいません" in cards(officer)[-1]
