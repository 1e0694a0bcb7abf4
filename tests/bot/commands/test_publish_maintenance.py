"""Announcing maintenance at the command line, and the demo's sample on another day."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.demo import maintenance as demo
from storage.engine.sessions import Sessions
from storage.programme import maintenance
from tests.bot.commands.desk import Desk
from tests.content.test_maintenance import ENDS, MAMIS, SOUND


class Notices(Desk):
    """A folder of announcements, and what members are shown of them."""

    @property
    def shown(self) -> list[str]:
        with self.sessions.reading() as session:
            return [one.slug for one in maintenance.coming(session, self.now)]


@pytest.fixture
def desk(sessions: Sessions, tmp_path: Path, now: datetime) -> Notices:
    return Notices(sessions, tmp_path, now)


def test_announced_changed_and_withdrawn(desk: Notices) -> None:
    desk.puts("winter.yaml", SOUND)
    assert desk.checks() == ["2 periods of maintenance, no fault."]
    assert desk.publishes() == (0, ["mamis-winter: new", "papers-winter: new, withdrawn"])
    assert desk.shown == ["mamis-winter"]
    desk.puts("winter.yaml", SOUND.replace("2026-12-06 06:00", "2026-12-06 07:00").replace("true", "false"))
    assert desk.publishes() == (0, ["mamis-winter: revised", "papers-winter: revised"])
    assert desk.publishes() == (0, ["mamis-winter: unchanged", "papers-winter: unchanged"])
    assert desk.shown == ["mamis-winter", "papers-winter"]
    desk.puts(
        "winter.yaml",
        SOUND.replace("    sample: false\n  - period", "    sample: false\n    withdrawn: true\n  - period"),
    )
    assert desk.publishes() == (0, ["mamis-winter: revised, withdrawn", "papers-winter: revised, withdrawn"])
    assert desk.shown == []


def test_one_that_is_over_is_taken_and_said_to_be(desk: Notices) -> None:
    desk.puts("winter.yaml", SOUND)
    assert desk.publishes(at=ENDS)[1][0] == "mamis-winter: new, over already"


def test_a_fault_publishes_nothing(desk: Notices) -> None:
    desk.puts("winter.yaml", SOUND.replace("concerns: certificates", "concerns: papers"))
    code, said = desk.publishes()
    assert code == 1
    assert said[0].startswith("winter.yaml:12: 'concerns' is to be ")
    assert said[1:] == ["1 fault.", "Nothing was published."]
    assert desk.shown == []


def test_two_files_of_one_period(desk: Notices) -> None:
    desk.puts("a.yaml", SOUND)
    desk.puts("b.yaml", SOUND.replace("papers-winter", "papers-spring"))
    assert desk.checks() == ["b.yaml:3: the period 'mamis-winter' is announced by a.yaml already", "1 fault."]


@pytest.mark.parametrize("days", [0, 39, 400])
def test_the_demos_sample_lies_some_days_ahead(days: int, desk: Notices) -> None:
    at = desk.now + timedelta(days=days)
    demo.furnish(desk.sessions, at)
    with desk.sessions.reading() as session:
        (one,) = maintenance.coming(session, at)
    assert timedelta(days=3) < one.starts_at - at < timedelta(days=7)
    assert one.sample
    assert one.concerns is MAMIS.concerns
