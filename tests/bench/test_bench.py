"""The bench runs, and measures what it says: no figure is asserted."""

import asyncio
import io
import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.clock import RealClock
from storage.engine.sessions import Sessions
from storage.post import letters
from tests.bench import against
from tests.bench.aged import Age, aged
from tests.bench.figures import SMALL
from tests.bench.filling import fill
from tests.bench.guesses import Guessed, guesses, share_longer
from tests.bench.imports import Importing, imported
from tests.bench.letters import Mailing, mailing
from tests.bench.match import match
from tests.bench.papers import Papers, drawn
from tests.bench.papers import asked as asked_for
from tests.bench.results import Kept, page
from tests.bench.ring import ECHO, ECHO_AIOGRAM, ECHO_AIOHTTP, ECHO_TEXT, TAP, TAP_POSTGRES
from tests.bench.searches import Searches, searches
from tests.bench.taps import seated
from tests.bench.telegram_stub import PRESS, Stub, stub_server
from tests.patience import LONGEST_S
from tests.sizes import SOAK, todays

TAPPED = PRESS + b':{"id":"1"}'


async def test_what_was_not_confirmed_is_handed_out_again() -> None:
    async with stub_server(b"{}") as stub, aiohttp.ClientSession() as bot:
        measuring = asyncio.create_task(stub.all_at_once({7: [TAPPED, TAPPED]}))
        (first,) = await asked(bot, stub, "getUpdates", timeout=5)
        assert await asked(bot, stub, "getUpdates", timeout=5) == [first]
        await asked(bot, stub, "answerCallbackQuery", callback_query_id="1")
        await asked(bot, stub, "editMessageText", chat_id=7, text="chat_id")
        (second,) = await asked(bot, stub, "getUpdates", offset=first["update_id"] + 1, timeout=5)
        assert second["update_id"] == first["update_id"] + 1
        await asked(bot, stub, "editMessageText", chat_id=7)
        assert not measuring.done()  # the press itself is not answered yet
        await asked(bot, stub, "answerCallbackQuery", callback_query_id="1")
        took, waits = await measuring
        assert len(waits) == 2
        assert sum(waits) <= took


async def test_nobody_waits_for_presses_that_are_slipped_in() -> None:
    """Who taps in turn goes on tapping while those are not answered, or the many who ask at once are not measured."""
    async with stub_server(b"{}") as stub, aiohttp.ClientSession() as bot:
        stub.slip_in(PRESS + b':{"id":"2"}')
        measuring = asyncio.create_task(stub.in_turn([(7, TAPPED)], per_second=100))
        await asked(bot, stub, "getUpdates", timeout=5)
        await asked(bot, stub, "editMessageText", chat_id=7)
        await asked(bot, stub, "answerCallbackQuery", callback_query_id="1")
        async with asyncio.timeout(LONGEST_S):
            assert len(await measuring) == 1


async def asked(bot: aiohttp.ClientSession, stub: Stub, method: str, **given: Any) -> Any:
    """What the stub answers."""
    async with bot.post(
        f"{stub.address}/bot100:token/{method}", data=json.dumps(given, separators=(",", ":"))
    ) as answer:
        return (await answer.json())["result"]


async def test_a_version_that_git_does_not_know_is_refused_at_once() -> None:
    with pytest.raises(against.NoSuchVersion, match="no-such-version"):
        await match(SMALL, io.StringIO(), against="no-such-version")


def test_a_lock_of_its_own_gets_packages_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(against, "ROOT", tmp_path)
    (tmp_path / against.LOCK).write_text("ours==1\n")
    theirs = tmp_path / "theirs.txt"
    installed: list[Path] = []

    def fake_install(place: Path, _lock: Path) -> None:
        place.mkdir(parents=True)
        installed.append(place)

    for lock, expected in (("ours==1\n", 0), ("theirs==1\n", 1), ("theirs==1\n", 1), ("theirs==2\n", 2)):
        theirs.write_text(lock)
        against.python_of(theirs, fake_install)
        assert len(installed) == expected
    assert len(set(installed)) == 2


def test_what_is_filled_in_looks_like_years_of_work(sessions: Sessions) -> None:
    now = RealClock().now()
    seated(sessions, 1)
    assert fill(sessions, 4_000) == 4_000
    with sessions.begin() as session:
        assert not letters.claim(session, now)
        assert len(letters.claim(session, now + timedelta(days=365), limit=900)) == 10


def test_the_page_says_when_where_and_what_was_measured() -> None:
    out = io.StringIO()
    kept = Kept(out)
    print("a tap: 5 ms", file=kept)
    written = page("", {"match": kept.getvalue()}, ["--rounds", "5"], date(2026, 11, 28))
    assert out.getvalue() == "a tap: 5 ms\n"
    assert "2026-11-28" in written
    assert "cores" in written
    assert "python -m tests.bench --rounds 5" in written
    assert "\na tap: 5 ms\n" in written


def test_a_part_that_is_measured_anew_leaves_the_others_as_they_are() -> None:
    first = page("", {"match": "old tap\n", "looks": "a look\n"}, [], date(2026, 11, 27))
    second = page(first, {"match": "new tap\n"}, [], date(2026, 11, 28))
    assert "old tap" not in second
    assert second.index("2026-11-27") < second.index("a look") < second.index("2026-11-28") < second.index("new tap")
    assert page(second, {}, [], date(2026, 11, 29)) == second


def plays(_folder: Path) -> None:
    """A small match is played to its end."""
    for other in ["", "HEAD"] if SOAK else [""]:
        out = io.StringIO()
        found = asyncio.run(match(SMALL, out, against=other))
        theirs = {name for name in found if name.startswith("durable tap at ")}
        assert found.keys() - theirs - {ECHO_AIOGRAM} == {TAP, TAP_POSTGRES, ECHO, ECHO_TEXT, ECHO_AIOHTTP}
        assert [name.rpartition(", ")[2] for name in sorted(theirs)] == (["PostgreSQL", "SQLite"] if other else [])
        rounds = [figures for played in found.values() for figures in played]
        assert len(rounds) == len(found) * SMALL.rounds
        assert all(figures.taps > 0 and figures.p99 >= figures.p50 > 0 for figures in rounds)
        all_kept = f"{SMALL.all_taps} taps were answered on each database, and all of them are on record."
        assert all_kept in out.getvalue()


def looks_back(_folder: Path) -> None:
    """Old records are looked at beside young ones."""
    out = io.StringIO()
    aged(Age(rows=400, times=10), out)
    lines = out.getvalue().splitlines()
    names = ("sqlite, 0 rows", "sqlite, 400 rows", "postgresql, 0 rows", "postgresql, 400 rows")
    assert [sum(line.startswith(name + " ") for line in lines) for name in names] == [1, 1, 1, 1]


def sends(_folder: Path) -> None:
    """A reminder to a few is queued, claimed and sent, and an announcement is queued."""
    out = io.StringIO()
    mailing(Mailing(readers=100, tapping=6, rate=15.0, unpaced=10), out)
    said = out.getvalue()
    assert said.count("100 letters queued in") == 2
    assert all(said.count(f"\n  {what}") == 2 for what in ("a claim of 20: ", "sent without"))
    assert said.count("150 letters queued, as they would go, in") == 2
    assert said.count("\n  a tap in ms") == 4


def draws(_folder: Path) -> None:
    """Certificates are made beside plain ones."""
    out = io.StringIO()
    drawn(Papers(drawn=1, longest=1), out)
    assert sum(line.startswith("1 rows ") for line in out.getvalue().splitlines()) == 1


def asks(folder: Path) -> None:
    """Certificates are asked for at once."""
    out = io.StringIO()
    asked_for(f"sqlite:///{folder / 'tani.sqlite'}", Papers(asking=4, bursts=1, others=4, tapped=4), out)
    said = out.getvalue()
    assert said.count("4 members ask at once: all are answered") == 1
    assert said.count("p99 of others") == 2
    assert "nan" not in said.split("calm ")[1].split("at first")[0]


def imports(folder: Path) -> None:
    """A small list is imported while people tap."""
    out = io.StringIO()
    imported(f"sqlite:///{folder / 'tani.sqlite'}", folder, Importing(300, import_rate=30.0, import_calm=10), out)
    said = out.getvalue()
    assert said.count("  300 rows: the report after ") == 1
    assert said.count(" transactions that wrote") == 1
    assert "nan" not in said


def is_guessed(_folder: Path) -> None:
    """Guesses of each kind are timed."""
    out = io.StringIO()
    asyncio.run(guesses(Guessed(20), out))
    assert sum(line.endswith("0.500") for line in out.getvalue().splitlines()) >= 3
    assert [share_longer([2, 3], [1, 1]), share_longer([1], [1, 2]), share_longer([1], [2])] == [1.0, 0.25, 0.0]


def looks_up(_folder: Path) -> None:
    """Searches among few and many titles are measured and judged."""
    out = io.StringIO()
    searches(Searches(titles=100, asks=1), out)
    assert "84 titles" in out.getvalue()
    assert "100 titles" in out.getvalue()
    assert out.getvalue().count(" %") == 2


PARTS: Mapping[str, Callable[[Path], None]] = {
    "match": plays,
    "looks": looks_back,
    "letters": sends,
    "papers": draws,
    "asked": asks,
    "imports": imports,
    "guesses": is_guessed,
    "searches": looks_up,
}
"""What takes long even in small: one of them a day."""


@pytest.mark.parametrize("part", todays(PARTS, 8))
def test_it_is_measured_in_small(part: str, tmp_path: Path) -> None:
    PARTS[part](tmp_path)
