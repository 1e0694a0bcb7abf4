"""An import as a whole: its report, what it leaves out, and how it is taken back."""

import csv
import io
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.commands.files import import_file
from bot.commands.files.import_file import How, Times
from content.importing.report import State
from storage.staff import log, roles
from storage.tables import Consent, ImportRow, Member
from tests.bot.commands.members_file import SOUND, Desk, line, many, of, states, table, undo


def test_an_undone_import_leaves_every_row_as_it_was(desk: Desk) -> None:
    desk.imports(many(150))
    before = of(desk.sessions)
    desk.imports(many(250, name="見本 蒼", can_earn="0", email=""))
    assert of(desk.sessions) != before
    assert undo(desk, 2) == (0, "Import 2 is taken back: 250 of 250.\n")
    assert of(desk.sessions) == before
    assert undo(desk, 2)[0] == 1
    assert states(desk) == [State.APPLIED, State.UNDONE]


def test_what_was_used_or_changed_since_stays(desk: Desk) -> None:
    """There are three new members: one has logged in, and one was changed by a later import."""
    desk.imports(many(3))
    with desk.sessions.begin() as session:
        member = session.execute(select(Member.id).order_by(Member.id)).scalars().first()
        session.execute(insert(Consent).values(member_id=member, notice="2026-04-01", accepted_at=desk.now))
    desk.imports(table(line(member_id="0000000002", mamis_id="M2", name="見本 蒼")))
    code, said = undo(desk, 1)
    assert (code, said) == (
        0,
        "Import 1 is taken back: 1 of 3.\n2 members stayed as they are: used or changed since.\n",
    )
    assert set(of(desk.sessions)) == {"0000000001", "0000000002"}


def test_whoever_staff_acted_on_stays(desk: Desk) -> None:
    """There are three new members, who never logged in: one got a role, and the log tells of another."""
    desk.imports(many(3))
    with desk.sessions.begin() as session:
        ids = session.execute(select(Member.id).order_by(Member.id)).scalars().all()
        roles.grant(session, ids[0], "editor", desk.now)
        log.write(
            session,
            desk.sessions.cipher,
            staff_id=None,
            member_id=ids[1],
            act="viewed_member",
            why="",
            before={},
            after={},
            at=desk.now,
        )
    code, said = undo(desk, 1)
    assert (code, said.splitlines()[0]) == (0, "Import 1 is taken back: 1 of 3.")
    assert set(of(desk.sessions)) == {"0000000001", "0000000002"}
    with desk.sessions.reading() as session:
        assert [one.name for one in roles.everybody(session)] == ["見本 葵"]


@pytest.mark.parametrize(("days", "taken_back"), [(30, True), (31, False)])
def test_an_import_can_be_taken_back_for_thirty_days(days: int, taken_back: bool, blank: Desk) -> None:
    blank.imports(many(1))
    blank.now += timedelta(days=days)
    assert (undo(blank, 1)[0] == 0, blank.count == 0) == (taken_back, taken_back)


def test_the_report_is_written_and_nothing_is_imported(blank: Desk) -> None:
    blank.imports(table(SOUND, line(member_id="1000000002", mamis_id="M-2")))
    before, out, report = of(blank.sessions), io.StringIO(), blank.file.with_name("report.csv")
    changed = line(name="見本 蒼", email="=HYPERLINK(1)@example.org")
    blank.file.write_text(
        table(changed.replace("=", ""), line(member_id="3", mamis_id=""), line(member_id="tokyo", mamis_id=""))
    )
    how = How(report=report)
    assert (
        import_file.run(blank.sessions, blank.file, blank.now, out, times=Times(pause=blank.pauses.append), how=how)
        == 0
    )
    told = list(csv.reader(report.read_text("utf-8-sig").splitlines()))
    assert [row[:3] + row[4:7] for row in told[1:]] == [
        ["2", "changed", "1000000001", "name", "見本 葵", "見本 蒼"],
        ["2", "changed", "1000000001", "email", "aoi@example.org", "HYPERLINK(1)@example.org"],
        ["3", "refused", "", "member_id", "", ""],
        ["4", "new", "tokyo", "", "", ""],
        ["", "missing from the file", "1000000002", "", "", ""],
    ]
    assert of(blank.sessions) == before


def test_refused_rows_are_left_out_if_that_is_asked_for(blank: Desk) -> None:
    blank.file.write_text(table(SOUND, line(member_id="3", mamis_id="")))
    out, how = io.StringIO(), How(leave_out_refused=True)
    assert (
        import_file.run(blank.sessions, blank.file, blank.now, out, times=Times(pause=blank.pauses.append), how=how)
        == 0
    )
    assert out.getvalue().startswith("1 member: 1 new, 0 changed, 0 unchanged.\n1 refused.\n")
    assert set(of(blank.sessions)) == {"1000000001"}


def test_rows_of_the_report_stand_sealed(blank: Desk) -> None:
    blank.imports(table(SOUND))
    with blank.sessions.reading() as session:
        row = session.execute(select(ImportRow)).scalar_one()
        assert (row.after or {})["name"] == "見本 葵"
        raw = session.connection().exec_driver_sql("SELECT after FROM import_rows").scalar_one()
    assert "見本".encode() not in bytes(raw)
