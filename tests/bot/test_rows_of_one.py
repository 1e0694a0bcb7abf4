"""What a member's press adds to the record, however often it is pressed: of every table, so many rows at most.

`KINDS` walks every table to which a member can add a row; `NOT_BY_MEMBERS` says why nobody can add to the others by
pressing without bounds, and `PASSING` what the clock removes. A new table belongs to one of them.
"""

import shutil
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.sending.pace import Pace
from content.access.guarding import LADDER
from handlers.presses.study import quiz
from storage.engine.base import Base
from storage.post import updates
from storage.programme import courses
from storage.study import attempts, progress
from storage.tables import Attempt
from tests import samples
from tests.bot.adding import (
    FEW_RULES,
    KINDS,
    RULES,
    TIMES,
    Kind,
    guesses,
    press,
    wants_to_be_told,
)
from tests.bot.neighbour import id_of
from tests.bot.pages.test_watch_logins import login_of
from tests.bot.updates.test_twice import earns
from tests.conftest import NOW, WRITTEN_KEY
from tests.phone import Phone
from tests.stage import Stage, logged_in, staged

PASSING = {
    "updates": "a number for each update; the clock removes it after 48 hours",
    "deferred": "what waits for slow work, until it is done",
    "deletions": "what Telegram could not delete; the clock drops it after 48 hours",
    "pulse": "one row for each process",
}
NOT_BY_MEMBERS = {
    "announcements": "by staff, each in the log",
    "attendances": "one for each training, by the code that its room shows",
    "late_claims": "one for each training that is over",
    "certificate_doubts": "by what is corrected or reversed, one for each certificate and change",
    "certificate_ends": "by staff",
    "certificate_replacements": "by staff",
    "activations": "by staff, each with a second person",
    "activation_codes": "one for each member, by staff",
    "activation_rows": "by staff: the lines of their lists",
    "common_credits": "by the same causes as credits, once for each",
    "blob_parts": "published",
    "blobs": "published",
    "broadcasts": "published",
    "courses": "published",
    "data_keys": "the operator's keys",
    "demo": "the demo's one row",
    "editions": "published",
    "films": "published",
    "import_rows": "by staff",
    "export_keys": "by staff: one for each member who has credits",
    "export_members": "by staff: one for each member whose credits an export has",
    "exports": "by staff, each in the log",
    "imports": "by staff",
    "coverages": "by staff",
    "titles": "published",
    "withheld_credits": "one for each content of which a credit stands that was imported or granted",
    "jobs": "by staff",
    "joint_requests": "by staff, each in the log",
    "journal_editions": "published",
    "journal_issues": "published",
    "log_heads": "one a day",
    "log_keys": "the operator's keys",
    "maintenance_periods": "published",
    "members": "imported",
    "people": "imported, or invited",
    "refused_attempts": "one for each act of staff, by those who hold a role",
    "request_files": "so many of a member at most: tests/handlers/requests/test_requests_ceilings.py",
    "request_messages": "so many a day: tests/handlers/requests/test_requests_ceilings.py",
    "rounds": "by the clock: a row for each occasion of a notice to many",
    "send_budget": "the machine's one row",
    "set_aside": "by a bug",
    "staff": "roles, given by owners",
    "staff_accounts": "by owners",
    "staff_pins": "one for each owner",
    "trainings": "published",
    "wordings": "by the operator",
}


@pytest.fixture
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The application under rules that allow little."""
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY, rulebook=FEW_RULES) as opened:
        opened.app.postman.pace = Pace(1000, 0)
        yield opened


@pytest.fixture
async def aoi(stage: Stage) -> Phone:
    return await logged_in(stage, 1)


def rows(stage: Stage) -> Counter[str]:
    with stage.app.sessions.reading() as session:
        return Counter(
            {
                table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
                for table in Base.metadata.sorted_tables
            }
        )


def test_every_table_is_walked_or_explained() -> None:
    walked = {table for kind in KINDS for table in kind.adds}
    every = set(Base.metadata.tables)
    assert walked | set(PASSING) | set(NOT_BY_MEMBERS) == every
    assert not walked & set(NOT_BY_MEMBERS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.does.__name__)
async def test_so_many_rows_at_most(stage: Stage, aoi: Phone, kind: Kind) -> None:
    if "certificate" in kind.does.__name__ or kind.does is wants_to_be_told:
        await earns(stage, aoi)
        if kind.does is not wants_to_be_told:
            await stage.until(NOW + timedelta(days=1))
    before = rows(stage)
    await kind.does(stage, aoi)
    grown = {table: number for table, number in (rows(stage) - before).items() if table not in PASSING}
    over = {table: number for table, number in grown.items() if number > kind.adds.get(table, 0)}
    print(f"ROWS {kind.does.__name__} x {TIMES}: {grown}")
    assert not over


async def test_the_attempt_that_earned_the_credit_stays(stage: Stage, aoi: Phone) -> None:
    """And its answers; and a course that allows a number of attempts still counts them all."""
    with stage.app.sessions.begin() as session:
        me, listed = id_of(session, login_of(aoi)), courses.by_slug(session, "hypertension")
        samples.watch_all(session, me, listed, NOW)
    await press(stage, aoi, quiz.Begin(listed.id))
    with stage.app.sessions.reading() as session:
        (first,) = attempts.open_ones(session, me)
        sitting = attempts.own(session, me, first).sitting
    keys = [(place, choice) for place in range(1, sitting.asked + 1) for choice in sitting.key(place)]
    await press(stage, aoi, *(quiz.Choose(first, *key) for key in keys), quiz.Grade(first))
    most = RULES.attempts_kept
    with stage.app.sessions.begin() as session:
        for number in range(2, most + 5):
            samples.sit(session, me, listed, "failed", NOW + timedelta(days=number), number)
    stage.clock.jump(NOW + timedelta(days=60))
    await press(stage, aoi, quiz.Begin(listed.id))
    with stage.app.sessions.reading() as session:
        left = list(session.execute(select(Attempt.number).order_by(Attempt.number)).scalars())
        assert left == [1, *range(6, most + 6)]
        assert attempts.own(session, me, first).sitting.right == sitting.asked
        assert attempts.taken(session, me, listed.id).sittings == most + 5
        assert progress.tests(session, me, listed.id).passed_at is not None
    await press(stage, aoi, quiz.Explain(first, 1))
    assert "1" in aoi.sees


async def test_the_clock_removes_what_nobody_remembers(stage: Stage, aoi: Phone) -> None:
    """Numbers of updates after 48 hours, failures of log-in after 30 days: both sides."""
    await guesses(stage, aoi)
    assert rows(stage)["guards"]
    last = stage.clock.now()
    await stage.until(last + updates.KEPT)
    assert rows(stage)["updates"]
    await stage.until(last + updates.KEPT + timedelta(minutes=1))
    assert rows(stage)["updates"] == 0
    await stage.until(last + LADDER.forgotten_after - timedelta(days=1))
    assert rows(stage)["guards"]
    await stage.until(last + LADDER.forgotten_after + timedelta(days=1))
    assert rows(stage)["guards"] == 0
