"""Publishing broadcasting schedules at the command line."""

import io
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.commands import check
from storage.engine.sessions import Sessions
from storage.radio import schedule as radio
from tests.bot.commands.desk import Desk
from tests.broadcasts import moment

BOTH_DAYS = ("2026-11-22", "2026-11-23")


def schedule(first: str, last: str, *every: tuple[str, str, str]) -> str:
    """A file for these days; each broadcast is a day, a time and a title."""
    lines = [
        f'  - {{day: "{day}", time: "{time}", minutes: 20, title: {title}, speaker: 見本 一郎}}\n'
        for day, time, title in every
    ]
    head = f'format: 1\nradio: 医学講座\nsample: true\nfrom: "{first}"\nto: "{last}"\n'
    return f"{head}broadcasts:\n{''.join(lines)}" if lines else f"{head}broadcasts: []\n"


class Station(Desk):
    """A folder of schedules, and what is in the schedule."""

    def airs(self, **files: str) -> list[str]:
        """These schedules are put in the folder, and all of it is published; what is said."""
        for name, text in files.items():
            self.puts(f"{name}.yaml", text)
        return self.publishes()[1]

    @property
    def on(self) -> dict[str, tuple[int, str]]:
        """Number and title of all that is in the schedule, by its moment in Japan."""
        with self.sessions.reading() as session:
            every = radio.between(session, self.now - timedelta(days=60), self.now + timedelta(days=60))
        here = timedelta(hours=9)
        return {f"{one.broadcast.starts_at + here:%m-%d %H:%M}": (one.id, one.broadcast.title) for one in every}


@pytest.fixture
def station(sessions: Sessions, tmp_path: Path, now: datetime) -> Station:
    return Station(sessions, tmp_path, now)


def test_published_again_it_replaces_its_days_and_keeps_who_stays(station: Station) -> None:
    evening, night = ("2026-11-22", "20:40", "咳"), ("2026-11-23", "23:50", "頭痛")
    said = station.airs(a=schedule(*BOTH_DAYS, evening, night))
    assert said == ["2026-11-22 to 2026-11-23: 2 new, 0 changed, 0 unchanged, 0 withdrawn"]
    before = station.on
    assert station.airs() == ["2026-11-22 to 2026-11-23: 0 new, 0 changed, 2 unchanged, 0 withdrawn"]
    assert station.on == before

    said = station.airs(a=schedule(*BOTH_DAYS, ("2026-11-22", "20:40", "長引く咳"), ("2026-11-23", "8:10", "頭痛")))
    assert said == ["2026-11-22 to 2026-11-23: 1 new, 1 changed, 0 unchanged, 1 withdrawn"]
    assert station.on["11-22 20:40"] == (before["11-22 20:40"][0], "長引く咳")
    assert station.on["11-23 08:10"][0] not in {number for number, _ in before.values()}
    assert "11-23 23:50" not in station.on


def test_the_days_around_are_left_alone_to_the_minute(station: Station) -> None:
    """A day of Japan begins at 15:00Z of the day before."""
    edges = [("2026-11-21", "23:40", "前日"), ("2026-11-24", "0:00", "翌日")]
    station.airs(a=schedule("2026-11-20", "2026-11-25", *edges, ("2026-11-22", "0:00", "初日")))
    assert station.airs(a=schedule(*BOTH_DAYS)) == [
        "2026-11-22 to 2026-11-23: 0 new, 0 changed, 0 unchanged, 1 withdrawn"
    ]
    assert list(station.on) == ["11-21 23:40", "11-24 00:00"]


def test_what_comes_back_at_its_moment_is_the_same_broadcast(station: Station) -> None:
    evening = schedule(*BOTH_DAYS, ("2026-11-22", "20:40", "咳"))
    station.airs(a=evening)
    before = station.on
    station.airs(a=schedule(*BOTH_DAYS))
    assert not station.on
    assert station.airs(a=evening) == ["2026-11-22 to 2026-11-23: 1 new, 0 changed, 0 unchanged, 0 withdrawn"]
    assert station.on == before


def test_while_anything_is_wrong_nothing_is_published(station: Station) -> None:
    said = station.airs(
        a=schedule(*BOTH_DAYS, ("2026-11-22", "20:40", "咳")),
        b=schedule("2026-11-23", "2026-11-30", ("2026-11-24", "25:10", "頭痛")),
        c=schedule("2026-11-23", "2026-11-30"),
    )
    assert said[0].startswith("b.yaml:7: 25:10 is past midnight: write 1:10 of the following day")
    assert said[1] == "c.yaml:1: days of 2026-11-22 to 2026-11-23 are spoken for by a.yaml already"
    assert said[2:] == ["2 faults.", "Nothing was published."]
    assert not station.on


def test_two_files_may_share_a_folder_but_no_day(station: Station) -> None:
    later = schedule("2026-11-24", "2026-11-30", ("2026-11-24", "0:00", "頭痛"))
    station.airs(a=schedule(*BOTH_DAYS, ("2026-11-22", "20:40", "咳")), b=later)
    assert list(station.on) == ["11-22 20:40", "11-24 00:00"]


def test_check_counts_it_beside_the_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(schedule(*BOTH_DAYS))
    (tmp_path / "radio.txt").write_text("radio: 医学講座")
    out = io.StringIO()
    assert check.run(tmp_path, out) == 0
    assert out.getvalue() == "1 schedule, no fault.\n"


def test_the_moment_is_japans(station: Station) -> None:
    station.airs(a=schedule(*BOTH_DAYS, ("2026-11-23", "0:05", "咳")))
    with station.sessions.reading() as session:
        (one,) = radio.between(session, moment("2026-11-23 00:05"), moment("2026-11-23 00:06"))
        assert not radio.between(session, moment("2026-11-23 00:06"), moment("2026-11-24 00:00"))
    assert one.broadcast.starts_at == moment("2026-11-23 00:05")
