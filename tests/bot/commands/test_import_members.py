"""The members' file: every form it may have, and how its members get into the record."""

import hashlib
import io
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.commands import import_members
from bot.commands.member_fields import COLUMNS
from content.keys.jobs import ImportMembers
from storage.engine import jobs
from storage.engine import sessions as record
from storage.engine.sessions import Sessions
from storage.people import members
from storage.people.members import MemberRecord
from storage.tables import Job, Member
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


def test_it_goes_on_where_it_was_cut_off(blank: Desk) -> None:
    """And does not look at what it wrote before: that one was changed since stays so."""
    cut_after(blank, many(450), steps=2)
    with blank.sessions.begin() as session:
        session.execute(update(Member).values(can_earn=False))
    assert standing(blank) == ("waiting", 200, 450, "")
    assert blank.imports(many(450))[1].endswith("450 members: 250 new, 0 changed, 200 unchanged.\n")
    assert (blank.person("0000000200").can_earn, blank.person("0000000201").can_earn) == (False, True)
    assert standing(blank) == ("done", 450, 450, "")


def test_another_file_begins_anew_and_the_one_that_was_cut_off_is_given_up(blank: Desk) -> None:
    cut_after(blank, many(450), steps=1)
    assert blank.imports(table(line(member_id="tokyo", mamis_id=""))) == (
        0,
        "1 member: 1 new, 0 changed, 0 unchanged.\n",
    )
    assert blank.imports(many(450))[1].endswith("450 members: 350 new, 0 changed, 100 unchanged.\n")
    with blank.sessions.reading() as session:
        states = session.execute(select(Job.state, Job.done).order_by(Job.id)).all()
    assert [tuple(row) for row in states] == [("given up", 100), ("done", 1), ("done", 450)]


@pytest.mark.parametrize(("after", "imports"), [(timedelta(), False), (timedelta(seconds=1), True)])
def test_two_imports_at_once(blank: Desk, after: timedelta, imports: bool) -> None:
    """The first process was killed: its claim runs out, and until then a second one does nothing."""
    content = many(150)
    key = ImportMembers(hashlib.sha256(content.encode()).hexdigest())
    with blank.sessions.begin() as session:
        assert jobs.take_up(session, key, 150, blank.now) is not None
    blank.now += jobs.CLAIM + after
    code, said = blank.imports(content)
    assert (code, blank.count) == ((0, 150) if imports else (1, 0))
    assert ("under way" in said) is not imports


def test_who_lost_the_job_to_another_writes_no_more(blank: Desk) -> None:
    def is_overtaken(_seconds: float) -> None:
        with blank.sessions.begin() as session:
            assert jobs.claim(session, [ImportMembers], blank.now + 2 * jobs.CLAIM) is not None

    blank.file.write_text(many(450))
    out = io.StringIO()
    late = import_members.run(blank.sessions, blank.file, blank.now, out, pause=is_overtaken)
    assert (late, blank.count) == (1, 100) if blank.sessions.kind == "sqlite" else (0, 450)
    assert ("took over. 100 members" in out.getvalue()) is (blank.sessions.kind == "sqlite")


def cut_after(desk: Desk, content: str, steps: int) -> None:
    """The command is ended between two steps."""

    def cut() -> datetime:
        nonlocal steps
        steps -= 1
        if steps < -1:
            raise KeyboardInterrupt
        return desk.now

    desk.file.write_text(content)
    with pytest.raises(KeyboardInterrupt):
        import_members.run(desk.sessions, desk.file, desk.now, io.StringIO(), pause=lambda _: None, clock=cut)


def standing(desk: Desk) -> tuple[str, int, int, str]:
    """The last job: state, done, total, error."""
    with desk.sessions.reading() as session:
        row = session.execute(select(Job).order_by(Job.id.desc()).limit(1)).scalar_one()
        return row.state, row.done, row.total, row.error or ""


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
