"""One reader of tables: whatever a spreadsheet makes of a list, all its kinds are read alike."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import tables
from content.attendance.training import Present
from content.journal import Postcard
from content.package import attendance, postcards
from content.tables.text import LONGEST_LINE
from tests.workbooks import DAY, TIME, bomb, sheet, workbook, zipped

ATTENDANCE = [["会員ID", "単位", "入室", "退室"], ["1000000001", "0.5", "13:52", "15:02"], ["0000000012", "1", "", ""]]
POSTCARDS = [["会員ID", "号", "受付日", "解答"], ["1000000001", "2026-12", "2026-11-20", "2 13"]]
PRESENT = (Present(2, "1000000001", 1, "13:52", "15:02"), Present(3, "0000000012", 2, "", ""))


def written(rows: list[list[str]], parted: str = ",", end: str = "\r\n", *, quoted: bool = False) -> str:
    mark = '"' if quoted else ""
    return end.join(parted.join(f"{mark}{cell}{mark}" for cell in row) for row in rows) + end


def present(raw: bytes, folder: Path, name: str = "talk.csv") -> tuple[tuple[Present, ...], list[str]]:
    file = folder / name
    file.write_bytes(raw)
    found, faults = attendance.read(file, Path(name))
    return found.present if found else (), [f"{one.line}: {one.reason}" for one in faults]


def cards(raw: bytes, folder: Path) -> tuple[tuple[Postcard, ...], list[str]]:
    file = folder / "cards.csv"
    file.write_bytes(raw)
    found, faults = postcards.read(file, Path("cards.csv"))
    assert postcards.are_postcards(file)
    return found, [f"{one.line}: {one.reason}" for one in faults]


@pytest.mark.parametrize("parted", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("quoted", [False, True])
def test_every_form_of_text(parted: str, end: str, encoding: str, tmp_path: Path, *, quoted: bool) -> None:
    raw = written(ATTENDANCE, parted, end, quoted=quoted).encode(encoding)
    assert present(raw, tmp_path) == (PRESENT, [])
    raw = written(POSTCARDS, parted, end, quoted=quoted).encode(encoding)
    assert cards(raw, tmp_path) == ((_card(),), [])


def _card() -> Postcard:
    return Postcard(Path("cards.csv"), 2, "1000000001", "2026-12", date(2026, 11, 20), (2, 5))


@pytest.mark.parametrize(
    "cells",
    [
        ['="1000000001"', '="0.5"', '="13:52"', '="15:02"'],
        ["１００００００００１", "０．５", "１３：５２", "15:02:00"],
        [" 1000000001 ", "0.50", "13:52:59", "　15:02　"],
    ],
)
def test_the_habits_of_spreadsheets_in_an_attendance(cells: list[str], tmp_path: Path) -> None:
    assert present(written([ATTENDANCE[0], cells]).encode(), tmp_path) == (PRESENT[:1], [])


@pytest.mark.parametrize(
    "day", ["2026/11/20", "2026-11-20", "2026年11月20日", "2026/11/20 0:00", "20261120", "2026.11.20"]
)
def test_days_of_postcards_as_spreadsheets_write_them(day: str, tmp_path: Path) -> None:
    raw = written([POSTCARDS[0], ["1000000001", "2026-12", day, "2 13"]]).encode("cp932")
    assert cards(raw, tmp_path) == ((_card(),), [])


def test_columns_in_another_order_and_in_english(tmp_path: Path) -> None:
    rows = [["left", "entered", "Credit", "member_id"], ["15:02", "13:52", "0.5", "1000000001"]]
    assert present(written(rows).encode(), tmp_path) == (PRESENT[:1], [])


def test_a_workbook_says_what_its_cells_show(tmp_path: Path) -> None:
    listed = sheet(
        ["会員ID", "単位", "入室", "退室"],
        [1000000001, 0.5, (13 / 24 + 52 / 1440, TIME), (0.6263888888, TIME)],
        ["0000000012", 1, None, None],
    )
    assert present(workbook(listed), tmp_path, "talk.xlsx") == (PRESENT, [])
    sent = sheet(POSTCARDS[0], [1000000001, "2026-12", (46346, DAY), "2 13"])
    assert cards(workbook(sent), tmp_path) == ((_card(),), [])


def test_a_sheet_that_is_formatted_to_its_last_row(tmp_path: Path) -> None:
    """All 1,048,576 rows are there, and only three hold anything."""
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(4, 1_048_577))
    listed = sheet(*ATTENDANCE, more=empty)
    assert present(workbook(listed, sheet()), tmp_path) == (PRESENT, [])


def test_a_text_of_empty_lines_is_read_to_its_end(tmp_path: Path) -> None:
    assert present(written(ATTENDANCE).encode() + b",,,\r\n" * 100_000, tmp_path) == (PRESENT, [])


FAR = '<row r="5"><c r="XFD5"><v>1</v></c></row>'
NO_PLACE = '<row r="1048576"><c t="str"><v>1</v></c></row>'
DEEP = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (workbook(sheet(*ATTENDANCE, merged="A2:A3")), "2: cells are merged here"),
        (workbook(sheet(*ATTENDANCE, hidden=2)), "1: the file has hidden columns (B): show them"),
        (
            workbook(sheet(*ATTENDANCE), sheet(*ATTENDANCE)),
            "1: the file has 2 sheets that hold something (名簿, 二枚目)",
        ),
        (workbook(sheet(*ATTENDANCE, more=FAR)), "5: the file holds something in cell XFD5"),
        (workbook(sheet(*ATTENDANCE, more=DEEP)), "1048576: the file holds something in cell A1048576"),
        (workbook(sheet(*ATTENDANCE, ["1000000003", "#N/A", "", ""])), "4: holds an error of the spreadsheet"),
        (workbook(sheet(*ATTENDANCE, more=NO_PLACE)), "1: the file has cells that don't say where they stand"),
        (zipped({"content.xml": "<table/>"}), "1: the file is no workbook of this kind"),
        (workbook(sheet()), "1: no header"),
        (workbook(), "1: the file is a damaged workbook"),
        (workbook(sheet(*ATTENDANCE))[:-30], "1: the file is a damaged workbook"),
        (b"PK\x03\x04", "1: the file is a damaged workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "1: the file is an old workbook (.xls), or one that is locked"),
        (written([["研修会の出席者"], *ATTENDANCE]).encode(), "1: the header stands in line 2"),
        (workbook(sheet(["研修会の出席者"], *ATTENDANCE)), "1: the header stands in line 2"),
        (written([*ATTENDANCE[:2], ["会員ID", "単位", "入室", "退室"]]).encode(), "3: the header stands here a second"),
        (written([["会員ID", "単位", "入室"]]).encode(), "1: 退室: this column is missing"),
        (written([["会員ID", "単位", "入室", "退室", "備考"]]).encode(), "1: column 5 is not one of the header: 備考"),
    ],
)
def test_what_is_no_list_is_answered_clearly(raw: bytes, fault: str, tmp_path: Path) -> None:
    _, faults = present(raw, tmp_path)
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A sheet of more than 300 MB in 300 KB."""
    small = bomb(["会員ID"])
    assert len(small) < 1_000_000
    assert present(small, tmp_path)[1] == [
        "1: the file unpacks into more than 300 MB: it is no list. Copy the rows into a new workbook, or save it as CSV"
        " (UTF-8)"
    ]


def test_a_bomb_that_lies_about_its_length_is_found_out(tmp_path: Path) -> None:
    honest = workbook(sheet(*ATTENDANCE, more=" " * 5_000_000))
    length = len(sheet(*ATTENDANCE, more=" " * 5_000_000).encode())
    lying = honest.replace(length.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert lying != honest
    assert present(lying, tmp_path)[1] == ["1: the file is a damaged workbook: open it and save it again"]


def test_a_cell_without_an_end_hides_nothing_of_the_file(tmp_path: Path) -> None:
    rows = [
        *ATTENDANCE[:2],
        ['"1000000003', "1", "", ""],
        ["1000000004", "9.3", "", ""],
        ["x" * 1_000_000, "1", "", ""],
        ["あ" * 200, "1", "", ""],
        ["1000000005", "0.3", "", ""],
    ]
    assert present(written(rows).encode(), tmp_path)[1] == [
        "3: the quotation marks do not match",
        "4: 単位 is counted in steps of 0.5, from 0.5 on",
        f"5: the line has more than {LONGEST_LINE:,} characters",
        "6: 会員ID: has more than 100 characters",
        "7: 単位 is counted in steps of 0.5, from 0.5 on",
    ]


def test_a_quoted_cell_may_hold_a_line_end_and_is_one_line(tmp_path: Path) -> None:
    rows = [ATTENDANCE[0], ['"1000000003\r\n\r\n"', "1", "", '"15:\n00"'], ["1000000004", "0.3", "", ""]]
    assert present(written(rows).encode(), tmp_path)[1] == [
        "2: 退室: holds a line break, a tab or another character that is not seen",
        "6: 単位 is counted in steps of 0.5, from 0.5 on",
    ]


cell = st.text(st.characters(codec="utf-8", exclude_characters='\r\n"'), max_size=8)


@given(st.lists(st.lists(cell, min_size=3, max_size=3), max_size=6), st.sampled_from(list(",\t;")))
def test_no_line_is_lost(rows: list[list[str]], parted: str) -> None:
    """Every line that holds anything comes back, as itself or as a fault, with its number."""
    header = ["甲", "乙", "丙"]
    text = written([header, *rows], parted, quoted=True)
    columns = {"a": "甲", "b": "乙", "c": "丙"}
    try:
        found = list(tables.read(tables.opened(text.encode("utf-8-sig")), columns))
    except tables.NoTable:
        assert "\0" in text or "\x1b" in text or not text.isascii()
        return
    holding = [number for number, row in enumerate(rows, start=2) if any(part.strip() for part in row)]
    assert [row.line for row in found] == holding
