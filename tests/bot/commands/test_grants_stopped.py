"""Grants by file that fail, are stopped, or are decided about elsewhere meanwhile: the record says so, and goes on."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.commands.files import import_ended
from bot.kinds import KINDS
from content.importing.report import Kind, State
from content.keys.import_letters import ImportTold
from content.keys.jobs import ApplyImport
from content.rules import Rulebook
from content.tables.writing import csv_of
from storage.engine import jobs
from storage.engine.jobs import Held
from storage.engine.pace import Pace
from storage.importing import applying, clearing, imports, listing
from storage.importing.kinds import Does
from storage.staff import roles
from storage.tables import Letter
from tests.bot.commands.grants_file import GrantDesk, line, table
from tests.bot.commands.test_grant_credits_back import Dies

Acts = Callable[[Any], object]


def at_the_report(giving: GrantDesk, act: Acts) -> Callable[[float], None]:
    """Once, between the report and what follows from it."""
    done: list[bool] = []

    def pause(_seconds: float) -> None:
        if not done and giving.states() == [State.READY]:
            done.append(True)
            with giving.sessions.begin() as session:
                act(session)

    return pause


def dies(_session: object) -> None:
    raise Dies


def breaks(*_given: object) -> Any:
    raise ValueError("見本 葵")


def step(giving: GrantDesk, held: Held[ApplyImport], **broken: Any) -> Held[ApplyImport]:
    does = KINDS[Kind.GRANTS]
    kinds = {Kind.GRANTS: Does(**{**does.__dict__, **broken})}
    return jobs.step(giving.sessions, applying.way(Pace(), Rulebook(), kinds), held, giving.now)


def claimed(giving: GrantDesk) -> Held[ApplyImport]:
    with giving.sessions.begin() as session:
        held = jobs.claim(session, [ApplyImport], giving.now)
    assert held is not None
    return held


def test_who_lost_the_role_since_the_report_grants_nothing(giving: GrantDesk) -> None:
    giving.joins(1)
    giving.pause = at_the_report(giving, lambda session: roles.take(session, giving.officer, "officer", last_too=True))
    code, said = giving.sends(table(line()))
    assert (code, giving.states(), giving.standing()) == (1, [State.UNDONE], [])
    assert "The record changed meanwhile." in said


def test_a_report_at_the_command_line_is_told_to_nobody(giving: GrantDesk, tmp_path: Path) -> None:
    giving.joins(1)
    assert giving.sends(table(line()), report=tmp_path / "report.csv")[0] == 0
    with giving.sessions.reading() as session:
        assert session.execute(select(Letter.kind).where(Letter.kind == ImportTold.kind)).all() == []


ELSEWHERE = "Meanwhile somebody let import 1 be done in the chat: look there what came of it.\n"


@pytest.mark.parametrize("how", [{"report": Path("a.csv")}, {"leave_out_refused": False}, {}])
def test_what_somebody_let_be_done_since_the_report_is_left_to_them(how: dict[str, Any], giving: GrantDesk) -> None:
    giving.joins(1)
    giving.pause = at_the_report(giving, lambda session: imports.start(session, 1, giving.now))
    assert giving.sends(table(line(), line(member_id="9")), **how) == (1, ELSEWHERE)
    assert giving.states() == [State.APPLYING]


@pytest.mark.parametrize("what", ["csv_of", "listing"])
def test_what_somebody_let_be_done_while_it_is_told_is_not_given_up(
    what: str, giving: GrantDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command would say that nothing was granted, and it would be granted."""
    giving.joins(1)
    real: Callable[..., Any] = listing.named if what == "listing" else csv_of

    def meanwhile(*given: Any) -> Any:
        with giving.sessions.begin() as session:
            imports.start(session, 1, giving.now)
        return real(*given)

    if what == "csv_of":
        monkeypatch.setattr(import_ended, "csv_of", meanwhile)
        code, said = giving.sends(table(line()), report=tmp_path / "a.csv")
    else:
        monkeypatch.setattr(listing, "named", meanwhile)
        code, said = giving.sends(table(line(), line(member_id="9")), leave_out_refused=False)
    assert (code, said[-len(ELSEWHERE) :], giving.states()) == (1, ELSEWHERE, [State.APPLYING])


def test_a_step_that_fails_has_all_of_it_taken_back_and_an_undoing_that_fails_can_be_done_again(
    giving: GrantDesk,
) -> None:
    giving.joins(1)
    giving.pause = at_the_report(giving, dies)
    with pytest.raises(Dies):
        giving.sends(table(line()))
    with giving.sessions.begin() as session:
        held = imports.start(session, 1, giving.now)
    assert held is not None
    with pytest.raises(ValueError, match="見本"):
        step(giving, held, apply=breaks)
    assert giving.states() == [State.UNDOING]
    with pytest.raises(ValueError, match="見本"):
        step(giving, claimed(giving), take_back=breaks)
    assert giving.states() == [State.UNDOING]
    with giving.sessions.begin() as session:
        assert jobs.claim(session, [ApplyImport], giving.now) is None
        assert imports.take_back(session, 1, giving.now)
    step(giving, claimed(giving))
    assert giving.states() == [State.UNDONE]


def test_rows_stay_while_they_are_taken_back(giving: GrantDesk) -> None:
    giving.joins(1)
    assert giving.sends(table(line()))[0] == 0
    later = giving.now + timedelta(days=31)
    with giving.sessions.begin() as session:
        assert clearing.find_old(session, later) == [1]
        assert imports.take_back(session, 1, giving.now + timedelta(days=30))
        assert clearing.find_old(session, later) == []
        assert clearing.clear(session, 1, 9, later) == 0
