"""Files that are no list of members are answered, and change nothing."""

import pytest

from tests.bot.commands.members_file import JAPANESE, SOUND, line, table
from tests.bot.importing import NEW, SENT, record, states
from tests.phone import Phone
from tests.stage import Stage
from tests.workbooks import Cell, bomb, sheet, workbook

HEAD: list[Cell] = [*JAPANESE.split(",")]
CELLS: list[Cell] = [*NEW.split(",")]
EMPTY = "".join(f'<row r="{at}"></row>' for at in range(3, 60_000)) + '<row r="1048576"></row>'
HOSTILE: list[tuple[bytes, str, str]] = [
    (workbook(sheet(HEAD, CELLS, merged="A2:A3")), "list.xlsx", "・取込不可：1件"),
    (workbook(sheet(HEAD, CELLS, hidden=3)), "list.xlsx", "非表示の列があります（C）"),
    (workbook(sheet(HEAD, CELLS), sheet(HEAD, CELLS)), "list.xlsx", "内容のあるシートが2枚"),
    (table(SOUND, header=JAPANESE).encode("cp932") + b"\x81\r\n\xfd\xfe", SENT, "読めません"),
    (table(line(name="=cmd|' /C calc'!A0")).encode(), SENT, "・取込不可：1件"),
    (table(JAPANESE, header=JAPANESE).encode(), SENT, "・取込不可：1件"),
    (table("名簿,,,,,,,,", JAPANESE, SOUND, header="会員名簿,,,,,,,,").encode(), SENT, "・取込不可：1件"),
    (table().encode(), SENT, "会員の行がありません"),
    (b"%PDF-1.7 \xff\xfe\x00", "list.pdf", "取り込めません"),
]


@pytest.mark.parametrize(("raw", "name", "said"), HOSTILE, ids=[f"{one[1]} {one[2]}" for one in HOSTILE])
async def test_a_hostile_or_clumsy_file_is_answered_and_changes_nothing(
    raw: bytes, name: str, said: str, stage: Stage, officer: Phone
) -> None:
    before = record(stage)
    await officer.sends(raw, name=name)
    assert said in officer.sees
    assert not [label for label in officer.offers if label.startswith("取り込む（")]
    assert record(stage) == before


async def test_a_zip_bomb_is_answered_and_changes_nothing(stage: Stage, officer: Phone) -> None:
    before = record(stage)
    await officer.sends(bomb(HEAD, CELLS), name="list.xlsx")
    assert "300MBを超えます" in officer.sees
    assert record(stage) == before


async def test_a_million_empty_rows_are_no_members(stage: Stage, officer: Phone) -> None:
    await officer.sends(workbook(sheet(HEAD, CELLS, more=EMPTY)), name="list.xlsx")
    assert "・新規：1件" in officer.sees


async def test_a_file_of_thirty_megabytes_is_refused_without_being_fetched(stage: Stage, officer: Phone) -> None:
    await officer.sends(b"0" * 30_000_000, name=SENT)
    assert "20MBを超えるファイルは受け取れません" in officer.sees
    assert states(stage) == []
