"""The members' file: every form it may have, every fault it may have, and nothing written where there is one."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.commands import import_members
from bot.commands.member_fields import COLUMNS
from storage import members
from storage import sessions as record
from storage.cipher import Cipher
from storage.members import MemberRecord, Person
from storage.sessions import Sessions
from storage.tables import Member

ENGLISH = ",".join(COLUMNS)
JAPANESE = ",".join(COLUMNS.values())
MIXED = "会員ＩＤ,ＭＡＭＩＳ　ＩＤ,氏 名,フリガナ,Birth_Date,医籍登録番号,都道府県,メール,単位取得"
SOUND = "1000000001,M-1,見本 葵,ミホン アオイ,1972-02-04,300001,東京都,aoi@example.org,1"
LINE = dict(zip(COLUMNS, SOUND.split(","), strict=True))
AOI = MemberRecord(
    "1000000001",
    "見本 葵",
    date(1972, 2, 4),
    mamis_id="M-1",
    kana="ミホン アオイ",
    registry_no="300001",
    prefecture="東京都",
    email="aoi@example.org",
)


class Desk:
    """Where a file is imported."""

    def __init__(self, sessions: Sessions, folder: Path, now: datetime) -> None:
        self.sessions = sessions
        self.file = folder / "members.csv"
        self.now = now
        self.pauses: list[float] = []

    def imports(self, content: str | bytes, name: str = "members.csv") -> tuple[int, str]:
        """Exit code and what was said, without the file's name."""
        self.file = self.file.with_name(name)
        self.file.write_bytes(content if isinstance(content, bytes) else content.encode())
        out = io.StringIO()
        code = import_members.run(self.sessions, self.file, self.now, out, pause=self.pauses.append)
        return code, out.getvalue().replace(f"{self.file}: ", "").replace(f"{self.file} ", "")

    def person(self, member_no: str = "1000000001") -> Person:
        with self.sessions.begin() as session:
            cipher = self.sessions.cipher
            found = members.account(session, cipher, member_no, member_no=True, mamis_id=False)
            return members.person(session, found.id)

    @property
    def count(self) -> int:
        with self.sessions.reading() as session:
            return session.execute(select(func.count(Member.id))).scalar_one()


@pytest.fixture
def desk(sessions: Sessions, tmp_path: Path, now: datetime) -> Desk:
    return Desk(sessions, tmp_path, now)


@pytest.fixture
def blank(tmp_path: Path, now: datetime, sqlite_template: Path, cipher: Cipher) -> Iterator[Desk]:
    """On SQLite alone, for what is decided before the record is touched."""
    path = tmp_path / "tani.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    sessions = Sessions(f"sqlite:///{path}", cipher)
    yield Desk(sessions, tmp_path, now)
    sessions.close()


def line(**cells: str) -> str:
    """The sound line with other cells."""
    return ",".join((LINE | cells).values())


def table(*lines: str, header: str = ENGLISH) -> str:
    return "\r\n".join([header, *lines, ""])


def test_new_changed_and_unchanged(desk: Desk) -> None:
    second = line(member_id="1000000002", mamis_id="", name="髙橋 𠮷男")
    assert desk.imports(table(SOUND, second)) == (0, "2 members: 2 new, 0 changed, 0 unchanged.\n")
    again = line(member_id="1000000002", mamis_id="", name="髙橋 吉男", can_earn="0")
    third = line(member_id="tokyo", mamis_id="", name="東京見本医師会")
    said = "3 members: 1 new, 1 changed, 1 unchanged.\n"
    assert desk.imports(table(SOUND, again, third)) == (0, said)
    assert (desk.person("1000000002").name, desk.person("1000000002").can_earn) == ("髙橋 吉男", False)
    assert desk.person("tokyo").name == "東京見本医師会"
    assert desk.count == 3


def test_every_cell_arrives(blank: Desk) -> None:
    blank.imports(table(SOUND))
    person = blank.person()
    assert person.mamis_id == "M-1"
    assert (person.name, person.kana, person.birth_date) == (AOI.name, AOI.kana, AOI.birth_date)
    assert (person.registry_no, person.prefecture, person.email) == (AOI.registry_no, AOI.prefecture, AOI.email)
    assert person.can_earn


def test_a_chosen_password_stays(desk: Desk) -> None:
    desk.imports(table(SOUND))
    with desk.sessions.begin() as session:
        members.choose_password(session, desk.person().id, "hash")
    desk.imports(table(line(name="見本 蒼")))
    assert (desk.person().name, desk.person().has_password) == ("見本 蒼", True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("header", [ENGLISH, JAPANESE, MIXED])
def test_encodings_delimiters_and_headers(encoding: str, delimiter: str, header: str, blank: Desk) -> None:
    text = table(line(name="髙橋 葵"), header=header).replace(",", delimiter)
    assert blank.imports(text.encode(encoding)) == (0, "1 member: 1 new, 0 changed, 0 unchanged.\n")
    assert blank.person().name == "髙橋 葵"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines(end: str, blank: Desk) -> None:
    assert blank.imports(end.join([ENGLISH, SOUND]))[0] == 0


def test_columns_in_any_order_and_quoted_cells(blank: Desk) -> None:
    names = list(COLUMNS)[::-1]
    cells = [f'"{LINE[name]}"' for name in names]
    cells[names.index("name")] = '"見本, 葵 ""二代"""'
    assert blank.imports(table(",".join(cells), header=",".join(names)))[0] == 0
    assert blank.person().name == '見本, 葵 "二代"'


def test_what_a_spreadsheet_leaves_behind_is_passed_over(blank: Desk) -> None:
    commas = "," * 8
    content = table(commas, SOUND + ",,", "", line(member_id='="0000000012"', mamis_id=""), commas)
    assert blank.imports(content) == (0, "2 members: 2 new, 0 changed, 0 unchanged.\n")
    assert blank.person("0000000012").member_no == "0000000012"


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ({"member_id": "１０００００００01"}, {"member_no": "1000000001"}),
        ({"member_id": " 10000-00001 "}, {"member_no": "1000000001"}),
        ({"birth_date": "1972/2/4"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "１９７２／０２／０４"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "1972/2/4 0:00"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "1972-02-04 00:00:00"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "1972年2月4日"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "1972.2.4"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "19720204"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "2000-02-29"}, {"birth_date": date(2000, 2, 29)}),
        ({"birth_date": "2026-11-21"}, {"birth_date": date(2026, 11, 21)}),
        ({"birth_date": "1900-01-01"}, {"birth_date": date(1900, 1, 1)}),
        ({"name": "　見本　葵　"}, {"name": "見本　葵"}),
        ({"name": "神\ufa19 葛\U000e0100"}, {"name": "神\ufa19 葛\U000e0100"}),
        ({"can_earn": "０"}, {"can_earn": False}),
        ({"can_earn": ""}, {"can_earn": True}),
        ({"registry_no": "３００００１"}, {"registry_no": "300001"}),
        ({"mamis_id": "", "kana": "", "registry_no": "", "prefecture": "", "email": ""}, {"kana": "", "email": ""}),
    ],
)
def test_how_cells_are_read(cells: dict[str, str], read: dict[str, object], blank: Desk) -> None:
    assert blank.imports(table(line(**cells)))[0] == 0
    person = blank.person()
    assert {name: getattr(person, name) for name in read} == read


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
        ({"birth_date": ""}, "birth_date (生年月日): is empty"),
        ({"birth_date": "26333"}, "birth_date (生年月日): is a spreadsheet's number of a day"),
        ({"birth_date": "72/2/4"}, "birth_date (生年月日): has a year of two digits"),
        ({"birth_date": "2/4/1972"}, "birth_date (生年月日): is no date"),
        ({"birth_date": "1972-02/04"}, "birth_date (生年月日): is no date"),
        ({"birth_date": "昭和47年2月4日"}, "birth_date (生年月日): is no date"),
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
        ("", "line 1: no header"),
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
        (b"PK\x03\x04rest", "members.csv", "is a workbook: only CSV is read in this version"),
        (table(SOUND).encode(), "members.xlsx", "is a workbook: only CSV is read in this version"),
        (b"\xd0\xcf\x11\xe0rest", "members.xls", "is a workbook"),
        (table(SOUND).encode("utf-16"), "members.csv", "is UTF-16: save it as CSV (UTF-8)"),
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
    assert import_members.run(blank.sessions, blank.file, blank.now, out) == 2
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


def many(count: int) -> str:
    return table(*(line(member_id=f"{number:010}", mamis_id=f"M{number}") for number in range(1, count + 1)))


def test_many_are_written_in_steps_with_breaths(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_members, "SHOW_EVERY", 400)
    assert desk.imports(many(450)) == (0, "400 of 450\n450 members: 450 new, 0 changed, 0 unchanged.\n")
    assert desk.count == 450
    assert len(desk.pauses) == (5 if desk.sessions.kind == "sqlite" else 0)


def test_cut_off_in_between_it_is_typed_again(blank: Desk) -> None:
    def cut(_seconds: float) -> None:
        raise KeyboardInterrupt

    blank.file.write_text(many(450))
    with pytest.raises(KeyboardInterrupt):
        import_members.run(blank.sessions, blank.file, blank.now, io.StringIO(), pause=cut)
    assert blank.count == 100
    assert blank.imports(many(450))[1].endswith("450 members: 350 new, 0 changed, 100 unchanged.\n")


def test_a_busy_record_is_asked_again(blank: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process holds SQLite's lock for longer than one waits."""
    monkeypatch.setattr(record, "BUSY_MS", 1)
    hasty = Sessions(str(blank.sessions.url), blank.sessions.cipher)
    holding = blank.sessions.engine.connect()
    holding.begin()

    def let_go(seconds: float) -> None:
        blank.pauses.append(seconds)
        holding.close()

    blank.file.write_text(table(SOUND))
    assert import_members.run(hasty, blank.file, blank.now, io.StringIO(), pause=let_go) == 0
    assert blank.pauses == [import_members.BUSY_S, import_members.BREATH_S]
    hasty.close()
