"""An import in steps: cut off and gone on with, two at once, taken back, and a report that says what will happen."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.commands.files import import_file, importing
from bot.commands.files.import_file import Times
from content.importing.member_record import MemberRecord
from content.importing.report import Kind, State
from content.keys.jobs import ApplyImport
from storage.engine import jobs
from storage.engine import sessions as record
from storage.engine.sessions import Sessions
from storage.importing import imports
from storage.importing.states import state_of
from storage.people import members
from storage.tables import Member
from tests.bot.commands.members_file import SOUND, Desk, line, many, of, states, table


def cut_after(desk: Desk, content: str, steps: int) -> None:
    """The command ends without a word between two writes, as a process does that is killed."""

    def cut(_seconds: float) -> None:
        nonlocal steps
        steps -= 1
        if steps < 0:
            raise Killed

    desk.file.write_text(content)
    with pytest.raises(Killed):
        import_file.run(desk.sessions, desk.file, desk.now, io.StringIO(), times=Times(pause=cut))


class Killed(BaseException):
    """The end of a process."""


def test_many_are_written_in_steps_with_breaths(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "SHOW_EVERY", 200)
    said = "200 of 450\n400 of 450\n450 members: 450 new, 0 changed, 0 unchanged.\n"
    assert desk.imports(many(450)) == (0, said)
    assert desk.count == 450
    assert len(desk.pauses) > 10 if desk.sessions.kind == "sqlite" else not desk.pauses


@pytest.mark.parametrize("steps", range(2, 16, 2))
def test_killed_half_way_nothing_is_changed_or_whatever_imports_next_ends_it(steps: int, blank: Desk) -> None:
    """The report takes the first half of the writes: until it is made, nothing of the members is changed."""
    cut_after(blank, many(450), steps)
    before, (state,) = blank.count, states(blank)
    assert (before > 0) <= (state in (State.APPLYING, State.APPLIED))
    blank.now += 2 * jobs.CLAIM
    blank.imports(table(line(member_id="tokyo", mamis_id="")))
    assert blank.count == (1 if state in (State.READING, State.READY) else 451)
    assert states(blank)[1:] == [State.APPLIED]


def test_what_was_written_before_the_cut_is_not_written_again(blank: Desk) -> None:
    cut_after(blank, many(450), 11)
    with blank.sessions.begin() as session:
        session.execute(update(Member).values(can_earn=False))
    written = blank.count
    blank.imports(table(line(member_id="tokyo", mamis_id="")))
    assert sum(not row[-1] for row in of(blank.sessions).values()) == written
    assert states(blank) == [State.APPLIED, State.APPLIED]


@pytest.mark.parametrize(("after", "imports_"), [(timedelta(), False), (timedelta(seconds=1), True)])
def test_two_imports_at_once_the_second_waits(
    blank: Desk, after: timedelta, imports_: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first process was killed: its claim runs out, and until then the second one waits."""
    monkeypatch.setattr(import_file, "WAITS", 3)
    cut_off(blank)
    blank.now += jobs.CLAIM + after
    code, said = blank.imports(table(line(member_id="tokyo", mamis_id="")))
    assert (code, blank.count) == ((0, 2) if imports_ else (1, 0))
    assert ("under way" in said) is not imports_
    assert blank.pauses.count(import_file.WAIT_S) == (0 if imports_ else 3)


def cut_off(desk: Desk) -> None:
    """An import whose process has ended, and whose claim runs on."""
    desk.file.write_text(table(SOUND))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_file, "carry", killed)
        with pytest.raises(Killed):
            import_file.run(desk.sessions, desk.file, desk.now, io.StringIO(), times=Times(pause=desk.pauses.append))


def killed(*_about: object) -> None:
    raise Killed


def test_who_lost_the_import_to_another_writes_no_more(desk: Desk) -> None:
    overtaken: list[object] = []

    def is_overtaken(_seconds: float) -> None:
        if desk.count:
            with desk.sessions.begin() as session:
                overtaken.append(jobs.claim(session, [ApplyImport], desk.now + 2 * jobs.CLAIM))

    desk.file.write_text(many(450))
    out = io.StringIO()
    code = import_file.run(desk.sessions, desk.file, desk.now, out, times=Times(pause=is_overtaken))
    lost = desk.sessions.kind == "sqlite"
    assert (code, desk.count, "took over" in out.getvalue()) == ((1, 100, True) if lost else (0, 450, False))


def test_a_record_that_changes_meanwhile_gets_back_what_was_done(desk: Desk) -> None:
    """Between the report and its rows somebody corrects one of them."""
    desk.imports(many(250))
    before = of(desk.sessions)

    def correct(session: Any) -> None:
        last = session.execute(select(Member).order_by(Member.id.desc()).limit(1)).scalar_one()
        members.put(session, desk.sessions.cipher, MemberRecord(last.member_no, "別名", date(1972, 2, 4)), desk.now)

    code, said = meanwhile(desk, many(250, name="見本 蒼"), correct)
    assert (code, said) == (1, "The record changed meanwhile. What had been imported was taken back.\n")
    after = of(desk.sessions)
    assert {no for no in before if before[no] != after[no]} == {f"{250:010}"}
    assert states(desk)[-1] is State.UNDONE


def test_a_report_of_a_record_that_changed_is_not_applied(blank: Desk) -> None:
    blank.imports(many(2))
    with blank.sessions.begin() as session:
        number = imports.begin(session, Kind.MEMBERS, "0", blank.now)
        imports.ready(session, number, state_of(session, Kind.MEMBERS), {"new": 1}, 1, blank.now)
    blank.now += timedelta(seconds=1)
    blank.imports(many(3))
    with blank.sessions.begin() as session:
        assert imports.start(session, number, blank.now) is None
        found = imports.standing(session, number)
    assert found is not None
    assert (found.state, found.fault) == (State.DROPPED, "moved")


def meanwhile(desk: Desk, content: str, act: Any) -> tuple[int, str]:
    """Import, and let this happen once the import has begun."""
    start = imports.start

    def then(session: Any, number: int, now: datetime) -> Any:
        held = start(session, number, now)
        act(session)
        return held

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(imports, "start", then)
        return desk.imports(content)


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
    assert import_file.run(hasty, blank.file, blank.now, io.StringIO(), times=Times(pause=let_go)) == 0
    assert blank.pauses[:2] == [importing.BUSY_S, importing.BREATH_S]
    hasty.close()
