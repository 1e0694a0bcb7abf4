"""The members' file: every fault it may have, and nothing written where there is one."""

import io
import unicodedata

import pytest

from bot.commands.files import import_file
from storage.importing import planning
from tests.bot.commands.members_file import ENGLISH, SOUND, Desk, line, table


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"member_id": ""}, "member_id (会員ID): is empty"),
        ({"member_id": "12345678"}, "member_id (会員ID): has 8 digits, not 10: a spreadsheet drops leading zeros"),
        ({"member_id": "100000001"}, "has 9 digits, not 10"),
        ({"member_id": "10000000011"}, "member_id (会員ID): has 11 digits, not 10\n"),
        ({"member_id": "1.00E+09"}, "with an exponent"),
        ({"member_id": "12ab"}, "neither 10 digits nor an account"),
        ({"member_id": "会員"}, "neither 10 digits nor an account"),
        ({"mamis_id": "マミス"}, "mamis_id (MAMIS ID): is no ID"),
        ({"mamis_id": "1.2E+15"}, "mamis_id (MAMIS ID): was turned into"),
        ({"name": ""}, "name (氏名): is empty"),
        ({"name": "　"}, "name (氏名): is empty"),
        ({"name": '"見本\n葵"'}, "name (氏名): holds a line break"),
        ({"name": "見本\u200b葵"}, "name (氏名): holds a line break, a tab or another character that is not seen"),
        ({"name": "見本\ue000"}, "name (氏名): holds a character that was lost, or is of a private font"),
        ({"name": "見本\ufffd"}, "name (氏名): holds a character that was lost"),
        ({"name": "あ" * 101}, "name (氏名): has more than 100 characters"),
        ({"name": "?本 葵"}, "name (氏名): holds a character that was lost: a conversion put ? or 〓"),
        ({"name": "見本 〓子"}, "name (氏名): holds a character that was lost"),
        ({"kana": "ミホン？"}, "kana (フリガナ): holds a character that was lost"),
        ({"name": "#NAME?"}, "name (氏名): is an error of the spreadsheet"),
        ({"name": "#N/A"}, "name (氏名): is an error of the spreadsheet"),
        ({"birth_date": "########"}, "birth_date (生年月日): is an error of the spreadsheet"),
        ({"prefecture": "#VALUE!"}, "prefecture (都道府県): is an error of the spreadsheet"),
        ({"email": "#DIV/0!"}, "email (メール): is an error of the spreadsheet"),
        ({"name": "=B2&C2"}, "name (氏名): is a formula"),
        ({"name": "＝Ｂ２＆Ｃ２"}, "name (氏名): is a formula"),
        ({"kana": '"=HYPERLINK(""https://example.org"",""見本"")"'}, "kana (フリガナ): is a formula"),
        ({"name": '="見本"&"葵"'}, "name (氏名): is a formula"),
        ({"prefecture": "+C2"}, "prefecture (都道府県): is a formula"),
        ({"prefecture": "-SUM(A1)"}, "prefecture (都道府県): is a formula"),
        ({"registry_no": "@SUM(1)"}, "registry_no (医籍登録番号): is a formula"),
        ({"registry_no": "1.23E+05"}, "registry_no (医籍登録番号): was turned into a number with an exponent"),
        ({"name": "見本 \U00030ede"}, "name (氏名): papers can't print \U00030ede (U+30EDE)"),
        ({"name": "見\U000e0101本"}, "name (氏名): papers can't print 見\U000e0101 (U+898B U+E0101)"),
        ({"registry_no": "\u263a"}, "registry_no (医籍登録番号): papers can't print"),
        ({"birth_date": ""}, "birth_date (生年月日): is empty"),
        ({"birth_date": "26333"}, "birth_date (生年月日): is a spreadsheet's number of a day"),
        ({"birth_date": "72/2/4"}, "birth_date (生年月日): has a year of two digits"),
        ({"birth_date": "2/4/1972"}, "birth_date (生年月日): is no date"),
        ({"birth_date": "1972-02/04"}, "birth_date (生年月日): is no date"),
        ({"birth_date": "明治45年2月4日"}, "birth_date (生年月日): is no date"),
        ({"birth_date": "2001-02-29"}, "birth_date (生年月日): is no day of the calendar"),
        ({"birth_date": "1899-12-31"}, "birth_date (生年月日): is not between 1900 and today"),
        ({"birth_date": "2026-11-22"}, "birth_date (生年月日): is not between 1900 and today"),
        ({"email": "aoi"}, "email (メール): is no address"),
        ({"can_earn": "はい"}, "can_earn (単位取得): is neither 1 nor 0"),
        ({"can_earn": "1,9"}, "has 10 cells, and the header has 9"),
    ],
)
def test_a_bad_cell(cells: dict[str, str], reason: str, blank: Desk) -> None:
    code, said = blank.imports(table(line(member_id="1000000009", mamis_id=""), line(**cells)))
    assert code == 1
    assert said.startswith("line 3")
    assert reason in said
    assert said.endswith("\n1 fault. Nothing was imported.\n")
    assert blank.count == 0


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (ENGLISH + ",phone", "line 1: column 10 is not one of the header: phone\n"),
        (ENGLISH + ",", "line 1: column 10 is not one of the header: (empty)\n"),
        (ENGLISH + ",氏名", "line 1, name (氏名): this column stands twice\n"),
        (ENGLISH.replace(",email", ""), "line 1, email (メール): this column is missing"),
        ("member_id", "line 1, birth_date (生年月日): this column is missing"),
        (SOUND, "line 1: no header: the first line names the columns member_id, mamis_id"),
        ("", "line 2: no header"),
    ],
)
def test_a_bad_header(header: str, said: str, blank: Desk) -> None:
    code, every = blank.imports(table(SOUND, header=header))
    assert code == 1
    assert said in every
    assert "見本" not in every
    assert blank.count == 0


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"PK\x03\x04rest", "members.csv", "is a damaged workbook"),
        (b"\xd0\xcf\x11\xe0rest", "members.xls", "is an old workbook (.xls)"),
        (table(SOUND).encode("utf-16-le"), "members.csv", "is UTF-16 without its mark, or no text"),
        (table(SOUND).encode() + "髙".encode("cp932") + b"\xff\x81", "members.csv", "line 3 can't be read"),
    ],
)
def test_no_file_of_this_kind(content: bytes, name: str, said: str, blank: Desk) -> None:
    code, every = blank.imports(content, name)
    assert code == 2
    assert said in every
    assert blank.count == 0


def test_no_file_at_all(blank: Desk) -> None:
    out = io.StringIO()
    assert import_file.run(blank.sessions, blank.file, blank.now, out) == 2
    assert "No such file" in out.getvalue()


@pytest.mark.parametrize("content", ["", ENGLISH, table(), table("," * 8)])
def test_nobody_in_the_file(content: str, blank: Desk) -> None:
    code, said = blank.imports(content)
    assert code == 1
    assert "Nothing was imported." in said


def test_every_fault_at_once_and_nobody_named(blank: Desk) -> None:
    content = table(
        line(member_id="123", name="", birth_date="x"),
        SOUND,
        "1000000003,M-3",
        line(mamis_id="Ｍ１", birth_date="26333"),
        line(member_id="1000000005", mamis_id="", email="@"),
    )
    code, said = blank.imports(content)
    where = [one.split(":")[0] for one in said.splitlines()]
    assert where == [
        "line 2, member_id (会員ID)",
        "line 2, name (氏名)",
        "line 2, birth_date (生年月日)",
        "line 3, mamis_id (MAMIS ID)",
        "line 4",
        "line 5, birth_date (生年月日)",
        "line 5, member_id (会員ID)",
        "line 5, mamis_id (MAMIS ID)",
        "line 6, email (メール)",
        "9 faults. Nothing was imported.",
    ]
    assert "the same ID stands on line 3" in said
    assert not any(word in said for word in ("見本", "1000000001", "300001", "aoi", "東京都"))
    assert (code, blank.count) == (1, 0)


def test_lines_are_counted_as_an_editor_counts_them(blank: Desk) -> None:
    content = table(line(name='"a\r\nb"'), "", line(member_id="1000000002", mamis_id="", can_earn="2"))
    assert [one.split(",")[0] for one in blank.imports(content)[1].splitlines()[:2]] == ["line 2", "line 5"]


def test_quotation_marks_that_do_not_match(blank: Desk) -> None:
    content = table(SOUND, line(member_id="1000000002", mamis_id="", name='"見本'), SOUND, SOUND)
    code, said = blank.imports(content)
    assert code == 1
    assert said.startswith("line 3: the quotation marks do not match")


def test_a_mamis_id_of_another_member_of_the_record(desk: Desk) -> None:
    desk.imports(table(SOUND))
    code, said = desk.imports(table(line(member_id="1000000002"), line(member_id="1000000003", mamis_id="M-3")))
    assert code == 1
    assert said.startswith("line 2, mamis_id (MAMIS ID): another member of the record has this ID")
    assert desk.count == 1


def test_a_file_of_names_that_a_conversion_spoiled(desk: Desk) -> None:
    """As exported in CP932 from a list with 𠮷 and a character of a private font."""
    desk.imports(table(line(member_id="1000000002", mamis_id="", name="𠮷本 葵子")))
    spoiled = table(line(member_id="1000000002", mamis_id="", name="?本 〓子")).encode("cp932")
    assert desk.imports(spoiled)[1].startswith("line 2, name (氏名): holds a character that was lost")
    dropped = table(SOUND, line(member_id="1000000002", mamis_id="", name="本 葵子"))
    code, said = desk.imports(dropped)
    assert (code, said.splitlines()[0]) == (1, f"line 3, name (氏名): {planning.LACKS}")
    assert desk.person("1000000002").name == "𠮷本 葵子"
    assert desk.imports(dropped, shorter_names=True)[0] == 0
    assert desk.person("1000000002").name == "本 葵子"


def test_a_name_that_a_mac_took_apart_is_put_together(blank: Desk) -> None:
    taken_apart = unicodedata.normalize("NFD", "がもう 太郎")
    assert blank.imports(table(line(name=taken_apart)))[0] == 0
    assert blank.person().name == "がもう 太郎" != taken_apart
