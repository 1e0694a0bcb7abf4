"""An import of credits as a whole: since when records are complete, cut off half-way, and taken back."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.commands.files import import_file
from bot.commands.files.import_file import How
from bot.commands.files.importing import Hand
from content.importing.report import Kind, Outcome, Planned, Standing, State
from content.rules import Rulebook
from storage.credits import coverage
from storage.engine.sessions import Sessions
from storage.importing import imports, past_rows
from storage.importing.writing import RecordChanged
from storage.privacy import erasing
from storage.tables import Credit, Import, ImportRow
from tests import samples
from tests.bot.commands.credits_file import LINE, SOUND, PastDesk, line, table
from tests.sizes import todays

DAY = date(2025, 6, 14)


COVERED: list[tuple[str, list[dict[str, str]], date | None]] = [
    (
        "the earliest day",
        [{"complete_from": "2016-04-01"}, {"complete_from": "2014-04-01", "code": "1"}],
        date(2014, 4, 1),
    ),
    ("no day", [{}], None),
    ("a row of the member is refused", [{"complete_from": "2016-04-01"}, {"code": "99"}], None),
    ("a row of another is refused", [{"complete_from": "2016-04-01"}, {"member_id": "1999999999"}], date(2016, 4, 1)),
    ("whose row it is can't be read", [{"complete_from": "2016-04-01"}, {"member_id": "100000001"}], None),
]


@pytest.mark.parametrize(("_name", "rows", "day"), COVERED, ids=[one[0] for one in COVERED])
def test_since_when_the_record_is_complete(
    _name: str, rows: list[dict[str, str]], day: date | None, held: PastDesk
) -> None:
    held.imports(table(*(line(**cells) for cells in rows)))
    with held.sessions.reading() as session:
        assert coverage.complete_from(session, held.members[0]) == day
    held.undoes(1)
    with held.sessions.reading() as session:
        assert coverage.complete_from(session, held.members[0]) is None


def test_rows_that_are_all_on_record_still_say_since_when_it_is_complete(held: PastDesk) -> None:
    held.gives()
    assert held.imports(table(line(complete_from="2016-04-01")))[0] == 0
    assert (held.outcomes(1), held.rows()) == ([(2, Outcome.DOUBLE), (0, Outcome.COVERED)], 1)


def test_a_member_who_earns_it_between_report_and_doing_gets_it_once(
    held: PastDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the import is taken back then: it is done as reported, or not at all."""
    started = import_file._apply

    def meanwhile(hand: Hand, found: Standing) -> int:
        held.gives(title="研修 7")
        return started(hand, found)

    monkeypatch.setattr(import_file, "_apply", meanwhile)
    rows = [line(title=f"研修 {at}") for at in range(300)]
    code, said = held.imports(table(*rows))
    assert (code, said) == (1, "The record changed meanwhile. What had been imported was taken back.\n")
    assert [title for _, title, _, _ in held.standing()] == ["研修 7"]


@pytest.mark.parametrize("steps", todays([1, 2, 3], 3))
def test_a_process_that_dies_half_way_is_brought_to_its_end(steps: int, held: PastDesk) -> None:
    """The next import goes on where it stopped; no credit is written twice."""
    left = steps

    def dies(_seconds: float) -> None:
        nonlocal left
        with held.sessions.reading() as session:
            left -= bool(session.execute(select(Credit.id).limit(1)).first())
        if left < 0:
            raise Dies

    held.pause = dies
    rows = [line(title=f"研修 {at}", complete_from="2016-04-01") for at in range(450)]
    with pytest.raises(Dies):
        held.imports(table(*rows))
    assert 0 < held.rows() < 450
    held.pause, held.now = (lambda _seconds: None), held.now + timedelta(minutes=2)
    held.imports(table(line(title="もう一つ")))
    assert (held.rows(), held.states()) == (451, [State.APPLIED, State.APPLIED])


def test_a_member_erased_half_way_is_left_out_and_all_others_are_brought(held: PastDesk) -> None:
    """An erasure takes the rows of its member away, so the places of an import are not without a gap any more."""
    held.joins(3)
    rows = [line(title=f"研修 {at}", member_id=f"100000000{at % 3 + 1}") for at in range(300)]
    rows[150] = rows[299] = line(member_id="1000000004", complete_from="2016-04-01")
    rows[299] = rows[299].replace(LINE["title"], "最後")
    held.pause = _erasing(held, held.members[3])
    code, said = held.imports(table(*rows))
    assert (code, held.rows(), held.states()) == (0, 298, [State.APPLIED]), said
    with held.sessions.reading() as session:
        assert coverage.complete_from(session, held.members[3]) is None
    assert [one.line for one in held.report(1)] == [at + 2 for at in range(300) if at not in (150, 299)]
    assert (held.undoes(1)[0], held.sums()) == (0, {})


def _erasing(held: PastDesk, member: int) -> Callable[[float], None]:
    """The member is erased once, as soon as there are credits."""
    left = [member]

    def pause(_seconds: float) -> None:
        with held.sessions.begin() as session:
            if left and session.execute(select(Credit.id).limit(1)).first():
                erasing.erase(session, held.sessions.cipher, left.pop(), held.now)

    return pause


def test_what_a_step_has_read_of_a_member_who_is_erased_then_is_not_written(sessions: Sessions, now: datetime) -> None:
    """The erasure waits for nobody; a step that finds the member erased writes nothing, and all is taken back."""
    after = {"day": "2025-06-14", "title": "研修", "organiser": "会", "kind": "training", "code": 12, "half_units": 2}
    after |= {"category": "", "certifiable": True, "source": "past:1", "sample": False}
    with sessions.begin() as session:
        one = samples.member(session, now)
        number = imports.begin(session, Kind.CREDITS, "0" * 64, now)
        erasing.erase(session, sessions.cipher, one, now)
        new = Planned(2, Outcome.NEW, one, after=after)
        complete = Planned(0, Outcome.COVERED, one, after={"complete_from": "2016-04-01"})
        for plan in (new, complete):
            with pytest.raises(RecordChanged):
                past_rows.apply(session, number, [(1, plan)], now, Rulebook())
        assert coverage.complete_from(session, one) is None


def test_what_rests_on_an_import_that_is_taken_back_is_not_complete_any_more(held: PastDesk) -> None:
    """A later file found the credits there, and said since when the record is complete: without them it is not."""
    held.imports(table(SOUND, line(code="13")))
    held.imports(table(line(complete_from="2016-04-01"), line(code="13", complete_from="2016-04-01")))
    assert (held.undoes(1)[0], held.standing(), held.sums()) == (0, [], {})


class Dies(BaseException):
    """The end of a process."""


@pytest.mark.parametrize(("days", "taken_back"), [(30, True), (31, False)])
def test_it_can_be_taken_back_for_thirty_days(days: int, taken_back: bool, held: PastDesk) -> None:
    held.imports(table(SOUND))
    held.now += timedelta(days=days)
    assert (held.undoes(1)[0] == 0, held.standing() == []) == (taken_back, taken_back)


def test_neither_command_undoes_the_import_of_the_other(held: PastDesk) -> None:
    held.imports(table(SOUND))
    code = import_file.undo(held.sessions, 1, held.now, io.StringIO(), how=How(Kind.MEMBERS))
    assert (code, held.states()) == (1, [State.APPLIED])


def test_the_rows_of_the_report_are_sealed_and_name_the_member(held: PastDesk) -> None:
    held.imports(table(SOUND))
    with held.sessions.reading() as session:
        assert session.execute(select(ImportRow.member_id)).scalars().all() == held.members
        assert session.execute(select(Import.kind)).scalar_one() == "credits"
        raw = session.connection().exec_driver_sql("SELECT after FROM import_rows").scalar_one()
    assert "見本市".encode() not in bytes(raw)
