"""Staff import a file of members in the chat: the report, the bar and the way back."""

import csv
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.demo import importing
from content.importing.report import State
from storage.engine.pace import Pace
from storage.tables import ImportRow
from tests.bot.commands.members_file import JAPANESE, line, table
from tests.bot.importing import MINUTE, NEW, SENT, is_officer, record, states
from tests.phone import Phone
from tests.stage import Stage, logged_in


async def test_a_file_is_reported_applied_and_taken_back(stage: Stage, officer: Phone) -> None:
    before = record(stage)
    assert "何も変わりません" in officer.sees
    await officer.sends(table(NEW, line(member_id="3", mamis_id=""), header=JAPANESE).encode("cp932"), name=SENT)
    assert "・新規：1件" in officer.sees
    assert "・取込不可：1件" in officer.sees
    assert "取込不可の1行は除きます" in officer.sees
    told = list(csv.reader(officer.documents[-1].decode("utf-8-sig").splitlines()))
    assert told[0] == ["行", "結果", "会員ID", "氏名", "項目", "変更前", "変更後", "理由"]
    assert told[1][:4] == ["2", "新規", "1990000001", "見本 葵"]
    assert (told[2][:2], told[2][4]) == (["3", "取込不可"], "会員ID")
    assert "先頭の0" in told[2][7]
    assert {row[1] for row in told[3:]} == {"ファイルにない会員"}
    assert record(stage) == before
    await officer.taps("取り込む（1件）")
    assert "取り込みました" in officer.sees
    assert set(record(stage)) - set(before) == {"1990000001"}
    await officer.taps("元に戻す")
    await officer.taps("はい、元に戻します")
    assert "元に戻しました（1件）" in officer.sees
    assert record(stage) == before
    assert states(stage) == [State.UNDONE]


async def test_what_changes_stands_in_the_report_with_its_former_value(stage: Stage, officer: Phone) -> None:
    await officer.sends(table(NEW).encode(), name=SENT)
    await officer.taps("取り込む")
    changed = line(member_id="1990000001", mamis_id="Z-1", name="見本 蒼", email="-1@example.org", kana="")
    await officer.sends(table(changed).replace(",", "\t").encode("utf-16"), name=SENT)
    told = [row for row in csv.reader(officer.documents[-1].decode("utf-8-sig").splitlines()) if row[1] == "変更"]
    assert [row[4:7] for row in told] == [
        ["氏名", "見本 葵", "見本 蒼"],
        ["フリガナ", "ミホン アオイ", ""],
        ["メール", "aoi@example.org", "'-1@example.org"],
    ]


async def test_a_bar_shows_how_far_it_is_and_how_long_it_will_take(
    stage: Stage, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A minute passes at each step."""
    monkeypatch.setattr(stage.app.importing, "_pace", Pace(1))
    steady, minute = stage.app.record.steady, 0
    shown: list[str] = []

    def later() -> Any:
        nonlocal minute
        minute += 1
        return steady().replace(microsecond=0) + minute * MINUTE

    await officer.sends(
        table(*(line(member_id=f"{at:010}", mamis_id=f"Q{at}") for at in range(1, 5))).encode(), name=SENT
    )
    monkeypatch.setattr(stage.app.record, "steady", later)
    edit = stage.app.showing.edit

    async def seen(chat: int, message: int, screen: Any) -> bool:
        shown.append(screen.text)
        return await edit(chat, message, screen)

    monkeypatch.setattr(stage.app.showing, "edit", seen)
    await officer.taps("取り込む（4件）")
    bars = [text for text in shown if "▓" in text or "░" in text]
    assert any("残り約" in text for text in bars)
    assert "取り込みました" in officer.sees


async def test_the_second_of_two_waits_and_is_told_that_the_record_changed(stage: Stage, officer: Phone) -> None:
    other = await logged_in(stage, 2)
    await is_officer(stage, other)
    await officer.sends(table(NEW).encode(), name=SENT)
    await other.sends(table(line(member_id="1990000002", mamis_id="Q2")).encode(), name=SENT)
    stage.world.press(officer.person.id, *button(officer, "取り込む"))
    await other.taps("取り込む")
    assert "登録内容が変わったため" in other.sees
    assert states(stage) == [State.APPLIED, State.DROPPED]


def button(phone: Phone, label: str) -> tuple[int, str]:
    for message in reversed(phone.messages):
        for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
            for one in row:
                if label in one["text"]:
                    return message["message_id"], one["callback_data"]
    raise AssertionError(label)


async def test_a_text_is_no_file(stage: Stage, officer: Phone) -> None:
    await officer.says("1000000001,,見本 葵")
    assert "ファイル（CSVまたはXLSX）を送ってください" in officer.sees


async def test_it_is_dropped_before_it_is_applied(stage: Stage, officer: Phone) -> None:
    before = record(stage)
    await officer.sends(table(NEW).encode(), name=SENT)
    await officer.taps("やめる")
    assert "中止しました" in officer.sees
    assert (states(stage), record(stage)) == ([State.DROPPED], before)


@pytest.mark.parametrize(("days", "kept"), [(30, True), (31, False)])
async def test_the_rows_of_an_import_are_kept_for_thirty_days(
    days: int, kept: bool, stage: Stage, officer: Phone
) -> None:
    await officer.sends(table(NEW).encode(), name=SENT)
    await officer.taps("取り込む")
    await stage.until(stage.clock.now() + timedelta(days=days))
    await officer.says("/import")
    await officer.taps("取込済")
    assert ("元に戻す" in officer.offers, "報告をCSVで受け取る" in officer.offers) == (kept, kept)
    with stage.app.sessions.reading() as session:
        rows = session.execute(select(func.count()).select_from(ImportRow).where(ImportRow.outcome == "new"))
        assert bool(rows.scalar_one()) is kept


@pytest.mark.parametrize(("days", "state"), [(7, State.READY), (8, State.DROPPED)])
async def test_a_report_about_which_nobody_decides_is_given_up(
    days: int, state: State, stage: Stage, officer: Phone
) -> None:
    await officer.sends(table(NEW).encode(), name=SENT)
    await stage.until(stage.clock.now() + timedelta(days=days))
    assert states(stage) == [state]


async def test_the_demos_list_is_applied_and_taken_back(
    stage: Stage, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is as the demo's secretary sends it, but shorter."""
    monkeypatch.setattr(importing, "ROWS", 60)
    before = record(stage)
    await officer.sends(importing.members_file(), name=importing.FILE_NAME)
    assert "・新規：60件" in officer.sees
    assert "・取込不可：0件" in officer.sees
    await officer.taps("取り込む（60件）")
    assert len(record(stage)) == len(before) + 60
    await officer.taps("元に戻す")
    await officer.taps("はい、元に戻します")
    assert record(stage) == before


@pytest.mark.parametrize("steps", range(1, 9))
async def test_a_process_that_dies_half_way_loses_nothing(
    steps: int, stage: Stage, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It dies after so many steps, while the file is read or applied; the next process goes on."""
    monkeypatch.setattr(stage.app.importing, "_pace", Pace(3))
    lines = [line(member_id=f"{at:010}", mamis_id=f"Q{at}") for at in range(1, 8)]
    step, left = stage.app.record.step, steps

    async def dies(act: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise Dies
        return await step(act)

    monkeypatch.setattr(stage.app.record, "step", dies)
    with pytest.raises(Dies):
        await _imports(officer, table(*lines))
    monkeypatch.undo()
    stage.clock.jump(stage.clock.now() + 2 * MINUTE)
    await officer.waits()
    if states(stage) == [State.READY]:
        await officer.taps("取り込む")
    assert states(stage) == [State.APPLIED]
    assert {one.lstrip("0") for one in record(stage)} >= {str(at) for at in range(1, 8)}


async def _imports(officer: Phone, content: str) -> None:
    await officer.sends(content.encode(), name=SENT)
    await officer.taps("取り込む")


class Dies(BaseException):
    """The end of a process."""
