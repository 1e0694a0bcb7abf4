"""What the clock removes when it is old: both sides of each rule, what it says, and that nothing comes again by it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from content.access.guarding import LADDER
from content.credits import plan
from content.keys import letter
from content.privacy.retention import FORGOTTEN, RETENTION, RetentionRules
from content.requests.requesting import By, Kind
from content.rules import begins
from storage.credits import plans
from storage.engine.base import in_row
from storage.people import guards
from storage.post import ending
from storage.requests import cases, messages, requests, threads
from storage.tables import (
    Declaration,
    Evidence,
    FilePart,
    Letter,
    Plan,
    Request,
    RequestFile,
    SetAside,
)
from tests.bot.causes import CAUSES
from tests.bot.neighbour import id_of
from tests.files import PDF
from tests.handlers.declaring import Declaring
from tests.handlers.personal.removing import rows
from tests.keeping import add_file
from tests.phone import Phone
from tests.stage import Stage

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
AOI = "1000000001"

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


async def test_a_draft_ends_with_its_files(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    await Declaring(stage, aoi).writes()
    with stage.app.sessions.reading() as session:
        begun = session.execute(select(Declaration.begun_at)).scalar_one()
    await stage.until(begun + RETENTION.drafts)
    assert (rows(stage, Declaration), rows(stage, Evidence)) == (1, 1)
    await stage.until(begun + RETENTION.drafts + SECOND)
    await stage.until(begun + RETENTION.drafts + 2 * SECOND)
    assert (rows(stage, Declaration), rows(stage, Evidence), rows(stage, FilePart)) == (0, 0, 0)
    assert said["old drafts of declarations"] == 1


async def test_what_was_submitted_is_no_draft(stage: Stage, aoi: Phone) -> None:
    await Declaring(stage, aoi).submits()
    await stage.until(stage.clock.now() + 10 * RETENTION.drafts)
    assert (rows(stage, Declaration), rows(stage, Evidence)) == (1, 1), "staff have not decided"


async def test_evidence_ends_long_after_the_decision(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    declaring = Declaring(stage, aoi)
    await declaring.submits()
    await stage.until(stage.clock.now() + 30 * DAY)
    declaring.is_decided(accepted=True)
    decided = stage.clock.now()
    await stage.until(decided + RETENTION.evidence)
    assert rows(stage, Evidence) == 1
    await stage.until(decided + RETENTION.evidence + SECOND)
    await stage.until(decided + RETENTION.evidence + 2 * SECOND)
    assert (rows(stage, Evidence), rows(stage, FilePart), rows(stage, Declaration)) == (0, 0, 1)
    assert said["evidence of what was decided long ago"] == 1
    assert "第1回 見本学会" in await aoi.says("/declare")


async def test_what_was_answered_to_staff_ends_with_it(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    declaring = Declaring(stage, aoi)
    await declaring.submits()
    number = declaring.every[0].id
    with stage.app.sessions.begin() as session:
        request, me, now = (
            threads.care(session, Kind.DECLARATION, number).request,
            id_of(session, AOI),
            stage.clock.now(),
        )
        held = cases.hold(session, request).request
        messages.put(session, request, By.QUESTION, me, "参加証をお送りください", now)
        one = messages.begin(session, held, By.MEMBER, me, now)
        add_file(session, one, name="b.pdf", mime="application/pdf", content=PDF, most=3, at=now)
        assert messages.send(session, one, now)
    declaring.is_decided(accepted=True)
    decided = stage.clock.now()
    await stage.until(decided + RETENTION.evidence)
    assert rows(stage, RequestFile) == 1
    await stage.until(decided + RETENTION.evidence + SECOND)
    await stage.until(decided + RETENTION.evidence + 2 * SECOND)
    assert (rows(stage, RequestFile), rows(stage, FilePart)) == (0, 0)
    assert said["files of requests that ended long ago"] == 1


async def test_a_draft_of_a_request_ends(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    begun, before = stage.clock.now(), rows(stage, Request)
    with stage.app.sessions.begin() as session:
        requests.begin(session, id_of(session, AOI), Kind.OTHER, begun)
    await stage.until(begun + RETENTION.drafts)
    assert rows(stage, Request) == before + 1
    await stage.until(begun + RETENTION.drafts + SECOND)
    assert rows(stage, Request) == before
    assert said["old drafts of requests"] == 1


async def test_an_update_set_aside_ends(stage: Stage, said: dict[str, int]) -> None:
    at = stage.clock.now()
    with stage.app.sessions.begin() as session:
        session.execute(insert(SetAside.__table__), in_row(SetAside, 5, {"body": b"{}", "error": "x", "at": at}))  # type: ignore[arg-type]  # of a mapped class it is a Table
    await stage.until(at + RETENTION.set_aside)
    assert rows(stage, SetAside) == 1
    await stage.until(at + RETENTION.set_aside + SECOND)
    assert rows(stage, SetAside) == 0
    assert said["updates set aside long ago"] == 1


async def test_a_plan_ends_long_after_its_day(stage: Stage, said: dict[str, int]) -> None:
    until = date(2026, 12, 31)
    with stage.app.sessions.begin() as session:
        plans.put(session, id_of(session, AOI), plan.Plan(until, date(2026, 11, 22), 8))
    await stage.until(begins(until + RETENTION.plans))
    assert rows(stage, Plan) == 1
    await stage.until(begins(until + RETENTION.plans + DAY))
    assert rows(stage, Plan) == 0
    assert said["plans that ended long ago"] == 1


def _ended(stage: Stage, at: datetime) -> set[tuple[int, str, str, str]]:
    """Every letter is put down as sent at this moment."""
    with stage.app.sessions.begin() as session:
        session.execute(update(Letter).values(state="sent", settled_at=at, claimed_until=None))
        columns = (Letter.member_id, Letter.kind, Letter.subject, Letter.slot)
        return {(row[0], row[1], row[2], row[3]) for row in session.execute(select(*columns))}


async def test_letters_end_reminders_stay_and_none_comes_again(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    """Every kind of letter is caused, sent, and forgotten when it is old; then the clock goes on for weeks."""
    at = stage.clock.now()
    for cause in CAUSES.values():
        with stage.app.sessions.begin() as session:
            cause(session, id_of(session, AOI), at)
    _ended(stage, at)
    for days in (1, 8, 40):  # whatever the clock makes of it has come by then
        await stage.until(at + days * DAY)
    at = stage.clock.now()
    every = _ended(stage, at)
    assert {kind for _, kind, _, _ in every} >= set(CAUSES) - {"erased"}
    stays = set(ending.staying())
    reminders = {"reminder", "reminder_again", "year_ends", "credits_fall", "journal_reminder", "drafts_open"}
    assert stays == reminders | {"new_courses", "plan", "training_tomorrow"}
    with stage.app.sessions.reading() as session:
        assert set(ending.find_letters(session, at)) == set()
        found = ending.find_letters(session, at + SECOND)
    with stage.app.sessions.begin() as session:
        assert len(ending.drop_letters(session, found, at + SECOND)) == len(found)
        left = set(session.execute(select(Letter.kind)).scalars())
    assert left <= stays
    for days in (1, 8, 40, 130):
        await stage.until(at + days * DAY)
    with stage.app.sessions.reading() as session:
        columns = (Letter.member_id, Letter.kind, Letter.subject, Letter.slot)
        again = {(row[0], row[1], row[2], row[3]) for row in session.execute(select(*columns))}
    assert not {one for one in again & every if one[1] not in stays}


async def test_letters_end_by_the_clock(stage: Stage, aoi: Phone, said: dict[str, int]) -> None:
    at = stage.clock.now()
    with stage.app.sessions.begin() as session:
        CAUSES["form_held"](session, id_of(session, AOI), at)
    _ended(stage, at)
    before = rows(stage, Letter)
    await stage.until(at + RETENTION.letters)
    assert rows(stage, Letter) >= before
    await stage.until(at + RETENTION.letters + SECOND)
    with stage.app.sessions.reading() as session:
        assert "form_held" not in set(session.execute(select(Letter.kind)).scalars())
    assert said["letters that ended long ago"] >= 1


async def test_a_letter_that_was_asked_for_again_meanwhile_stays(stage: Stage, aoi: Phone) -> None:
    at = stage.clock.now()
    with stage.app.sessions.begin() as session:
        CAUSES["form_held"](session, id_of(session, AOI), at)
        session.execute(update(Letter).values(state="sent", settled_at=at))
        found = ending.find_letters(session, at + SECOND)
        session.execute(update(Letter).where(Letter.kind == "form_held").values(state="waiting", settled_at=None))
        ending.drop_letters(session, found, at + SECOND)
        assert session.execute(select(Letter.id).where(Letter.kind == "form_held")).all()


@pytest.mark.parametrize("failures", [1, 4, 5, 8, 12])
async def test_no_counter_that_ends_shortens_a_wait(stage: Stage, failures: int) -> None:
    """Two failed alike, and one is looked at by the clock at every hour, even under a rule that keeps nothing."""
    at, pruned, twin = stage.clock.now(), guards.Gate("id", ("a",)), guards.Gate("id", ("b",))
    with stage.app.sessions.begin() as session:
        for number in range(failures):
            for gate in (pruned, twin):
                guards.fail(session, [gate], at + number * SECOND)
        for days in (0, 1, 29, 30, 31):
            now = at + days * DAY
            old = [one for one in guards.find_old(session, now, timedelta()) if one == ("id", "a")]
            guards.forget(session, old, now)
            assert guards.until(session, [pruned], now) == guards.until(session, [twin], now)
        later = at + 31 * DAY
        assert guards.fail(session, [pruned], later) == guards.fail(session, [twin], later)


@pytest.mark.parametrize(
    "short", [{"guards": 30 * DAY - SECOND}, {"drafts": 396 * DAY - SECOND}, {"updates": 2 * DAY - SECOND}]
)
def test_a_rule_that_would_end_too_much_is_refused(furnished_url: str, short: dict[str, timedelta]) -> None:
    with pytest.raises(ValueError, match=r"would|could"):
        RetentionRules(**short)
    assert replace(RETENTION, **{name: value + SECOND for name, value in short.items()})


def test_the_rules_know_when_failures_are_forgotten(furnished_url: str) -> None:
    assert LADDER.forgotten_after == FORGOTTEN


def test_every_kind_of_reminder_stays(furnished_url: str) -> None:
    assert set(ending.staying()) == {kind for kind, key in letter.kinds().items() if key.nudge is not None}
