"""A training and a deadline in the phone's calendar: by one tap a file, and none for what is over."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from handlers.papers import calendar as papers
from handlers.presses.trainings.trainings import OpenTraining
from handlers.screens.screen import CalendarPaper
from tests import issues
from tests.phone import Phone
from tests.stage import Stage
from tests.storage.training import MINUTE, publish, training

TAP = "カレンダーに追加"
LONG = "糖尿病の予防、早期発見；" * 12
PAPER = CalendarPaper(
    source="training:long",
    title=LONG,
    starts_at=datetime(2026, 12, 5, 5, 0, tzinfo=UTC),
    ends_at=datetime(2026, 12, 5, 6, 30, tzinfo=UTC),
    text=f"見本市医師会\n{LONG}",
    place="東京都・会場",
    written_at=datetime(2026, 11, 23, tzinfo=UTC),
    file_name="a.ics",
)


def read(content: bytes) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    (event,) = calendar.events
    return event


async def opens_training(stage: Stage, aoi: Phone, starts: datetime) -> None:
    with stage.app.sessions.begin() as session:
        listed = publish(session, training(starts, "to-come"), stage.clock.now())
    await aoi.says("/trainings")
    await aoi.presses(aoi.last["message_id"], OpenTraining(listed.id).pack())


async def test_a_training_comes_as_a_file_that_a_calendar_reads(stage: Stage, aoi: Phone) -> None:
    starts = stage.clock.now().replace(microsecond=0) + timedelta(days=5)
    await opens_training(stage, aoi, starts)
    await aoi.taps(TAP)
    await aoi.waits()
    event = read(aoi.documents[-1])
    assert (event.start, event.end) == (starts, starts + 90 * MINUTE)
    assert (event.summary, event.location) == ("気管支喘息の長期管理", "東京都・会場")
    assert "見本市医師会" in str(event.description)
    assert "両方で、コードの入力が必要です" in str(event.description)
    (alarm,) = event.alarms.times
    assert alarm.trigger == starts - timedelta(days=1)
    assert "ファイルを開くと、カレンダーに追加できます" in aoi.text(aoi.last)
    stage.clock.jump(stage.clock.now() + 5 * MINUTE)
    await aoi.taps(TAP)
    await aoi.waits()
    first, second = aoi.documents
    assert read(first).uid == read(second).uid


@pytest.mark.parametrize(("minutes", "offered"), [(-1, False), (0, False), (1, True)])
async def test_what_has_begun_is_no_entry(stage: Stage, aoi: Phone, minutes: int, offered: bool) -> None:
    await opens_training(stage, aoi, stage.clock.now() + minutes * MINUTE)
    assert (TAP in aoi.offers) is offered


async def test_a_button_of_before_brings_nothing_of_what_has_begun(stage: Stage, aoi: Phone) -> None:
    await opens_training(stage, aoi, stage.clock.now() + timedelta(days=1))
    stage.clock.jump(stage.clock.now() + timedelta(days=1))
    await aoi.taps(TAP)
    await aoi.waits()
    assert (aoi.documents, TAP in aoi.offers) == ([], False)


async def test_a_deadline_of_the_journal(stage: Stage, aoi: Phone) -> None:
    with stage.app.sessions.begin() as session:
        issues.publish(session, issues.an_issue(), stage.clock.now())
    await aoi.says("/journal 2026-12")
    await aoi.taps(TAP)
    await aoi.waits()
    event = read(aoi.documents[-1])
    assert event.end == issues.DEADLINE
    assert event.start == issues.DEADLINE - 30 * MINUTE
    assert str(event.summary).startswith("【締切】日医雑誌")
    stage.clock.jump(issues.DEADLINE + 2 * MINUTE)
    await aoi.says("/journal 2026-12")
    assert TAP not in aoi.offers


def test_long_lines_are_folded_and_read_back_whole() -> None:
    content = papers.draw(PAPER)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    event = read(content)
    assert (event.summary, event.description) == (PAPER.title, PAPER.text)
    assert content == papers.draw(PAPER)
