"""The members' file: every form it may have, and how its members get into the record."""

from datetime import date

import pytest

from content.importing.member_fields import COLUMNS
from content.importing.member_record import MemberRecord
from storage.people import members
from tests.bot.commands.members_file import (
    ENGLISH,
    JAPANESE,
    LINE,
    SOUND,
    Desk,
    line,
    table,
)

MIXED = "会員ＩＤ,ＭＡＭＩＳ　ＩＤ,氏 名,フリガナ,Birth_Date,医籍登録番号,都道府県,メール,単位取得"
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
        ({"birth_date": "昭和47年2月4日"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "1972.2.4"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "19720204"}, {"birth_date": date(1972, 2, 4)}),
        ({"birth_date": "2000-02-29"}, {"birth_date": date(2000, 2, 29)}),
        ({"birth_date": "2026-11-21"}, {"birth_date": date(2026, 11, 21)}),
        ({"birth_date": "1900-01-01"}, {"birth_date": date(1900, 1, 1)}),
        ({"name": "　見本　葵　"}, {"name": "見本　葵"}),
        ({"name": "神\ufa19 葛\U000e0100"}, {"name": "神\ufa19 葛\U000e0100"}),
        ({"prefecture": "東京"}, {"prefecture": "東京都"}),
        ({"prefecture": "海外"}, {"prefecture": "海外"}),
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
