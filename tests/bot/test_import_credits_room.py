"""Staff import credits already held in the chat: the report, the way back, and what the member sees of it."""

import csv
from collections.abc import Callable

import pytest

from bot.demo import importing
from content.importing.report import Kind, State
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.importing import imports
from tests.bot.commands.credits_file import JAPANESE, line, table
from tests.bot.importing import MINUTE
from tests.phone import Phone
from tests.stage import Stage
from tests.workbooks import Cell, bomb, sheet, workbook

SENT = "単位.csv"
HEAD: list[Cell] = [*JAPANESE.split(",")]
ROW = line(day="2023-06-18", category="任意講習", complete_from="2022-04-01")
CELLS: list[Cell] = [*ROW.split(",")]


@pytest.fixture
async def secretary(stage: Stage, officer: Phone) -> Phone:
    """An officer in the room for credits."""
    await officer.says("/import_credits")
    return officer


def states(stage: Stage) -> list[State]:
    with stage.app.sessions.reading() as session:
        return [one.state for one in imports.latest(session, 9, Kind.CREDITS)][::-1]


async def test_a_file_is_reported_applied_seen_by_the_member_and_taken_back(stage: Stage, secretary: Phone) -> None:
    """The officer is the member of whom the file tells."""
    await secretary.sends(table(ROW, line(day="2099-01-01"), header=JAPANESE).encode("cp932"), name=SENT)
    assert "・新規：1件" in secretary.sees
    assert "・取込不可：1件" in secretary.sees
    told = list(csv.reader(secretary.documents[-1].decode("utf-8-sig").splitlines()))
    assert told[1][:3] == ["2", "新規", "1000000001"]
    assert "CC 12" in told[1][6]
    assert (told[2][:2], told[2][4]) == (["3", "取込不可"], "受講日")
    before = await asks(secretary, "/credits")
    await asks(secretary, "/import_credits")
    await secretary.taps("確認待ち")
    await secretary.taps("取り込む（1件）")
    assert "取り込みました" in secretary.sees
    assert "1.5単位" in await asks(secretary, "/credits 2023")
    assert "移行" in secretary.sees
    await secretary.taps("1")
    assert "これまでの記録（MAMIS）から" in secretary.sees
    assert "MAMISから出力してください" in secretary.sees
    await asks(secretary, "/import_credits")
    await secretary.taps("取込済")
    await secretary.taps("元に戻す")
    assert "会員へのお知らせは送りません" in secretary.sees
    await secretary.taps("はい、元に戻します")
    assert "元に戻しました（1件）" in secretary.sees
    assert await asks(secretary, "/credits") == before
    assert states(stage) == [State.UNDONE]


async def asks(phone: Phone, said: str) -> str:
    await phone.says(said)
    return phone.sees


async def test_the_demos_credits_are_applied_and_taken_back(stage: Stage, secretary: Phone) -> None:
    await secretary.sends(importing.credits_file(), name=importing.CREDITS_NAME)
    assert "・要確認：1件" in secretary.sees
    assert "・取込不可：0件" in secretary.sees
    rows = importing.credits_file().count(b"\r\n") - 2  # without the header and the doubtful one
    await secretary.taps(f"取り込む（{rows}件）")
    assert "取り込みました" in secretary.sees
    await secretary.taps("元に戻す")
    await secretary.taps("はい、元に戻します")
    assert f"元に戻しました（{rows}件）" in secretary.sees


HOSTILE: list[tuple[Callable[[], bytes], str, str]] = [
    (lambda: workbook(sheet(HEAD, CELLS, merged="A2:A3")), "list.xlsx", "・取込不可：1件"),
    (lambda: workbook(sheet(HEAD, CELLS, hidden=3)), "list.xlsx", "非表示の列があります（C）"),
    (lambda: workbook(sheet(HEAD, CELLS), sheet(HEAD, CELLS)), "list.xlsx", "内容のあるシートが2枚"),
    (lambda: table(ROW, header=JAPANESE).encode("cp932") + b"\x81\r\n\xfd\xfe", SENT, "読めません"),
    (lambda: table(line(title="=cmd|' /C calc'!A0")).encode(), SENT, "・取込不可：1件"),
    (lambda: table(JAPANESE, header=JAPANESE).encode(), SENT, "・取込不可：1件"),
    (lambda: table().encode(), SENT, "単位の行がありません"),
    (lambda: importing.members_file()[:2000].rpartition(b"\r\n")[0], "members.csv", "・取込不可"),
    (lambda: b"%PDF-1.7 \xff\xfe\x00", "list.pdf", "取り込めません"),
    (lambda: bomb(HEAD, CELLS), "list.xlsx", "300MBを超えます"),
]
"""What makes the file, its name, and what is said of it. A large file is made only for its test."""


@pytest.mark.parametrize(("raw", "name", "said"), HOSTILE, ids=[f"{one[1]} {one[2]}" for one in HOSTILE])
async def test_a_hostile_or_clumsy_file_is_answered_and_changes_nothing(
    raw: Callable[[], bytes], name: str, said: str, stage: Stage, secretary: Phone
) -> None:
    await secretary.sends(raw(), name=name)
    assert said in secretary.sees
    assert not [label for label in secretary.offers if label.startswith("取り込む（")]


async def test_a_press_of_the_other_room_opens_nothing(stage: Stage, secretary: Phone) -> None:
    """A number leads only to an import of the room whose key it is."""
    await secretary.sends(table(ROW).encode(), name=SENT)
    with stage.app.sessions.reading() as session:
        (one,) = imports.latest(session, 1, Kind.CREDITS)
    message = next(one["message_id"] for one in reversed(secretary.messages) if one.get("reply_markup"))
    stage.world.press(secretary.person.id, message, f"ip:{one.number}")
    await secretary.waits()
    assert states(stage) == [State.READY]


@pytest.mark.parametrize("steps", range(1, 6))
async def test_a_process_that_dies_half_way_loses_nothing(
    steps: int, stage: Stage, secretary: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It dies after so many steps, while the file is read or applied; the next process goes on."""
    monkeypatch.setattr(stage.app.importing, "_pace", Pace(3))
    step, left = stage.app.record.step, steps

    async def dies(act: Callable[[Sessions], object]) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise Dies
        return await step(act)

    monkeypatch.setattr(stage.app.record, "step", dies)
    with pytest.raises(Dies):
        await _imports(secretary, table(*(line(title=f"研修 {at}") for at in range(7))))
    monkeypatch.undo()
    stage.clock.jump(stage.clock.now() + 2 * MINUTE)
    await secretary.waits()
    if states(stage) == [State.READY]:
        await secretary.taps("取り込む")
    assert states(stage) == [State.APPLIED]
    assert "10.5単位" in await asks(secretary, "/credits 2025")


async def _imports(secretary: Phone, content: str) -> None:
    await secretary.sends(content.encode(), name=SENT)
    await secretary.taps("取り込む")


class Dies(BaseException):
    """The end of a process."""
