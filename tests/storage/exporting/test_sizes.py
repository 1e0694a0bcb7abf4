"""How much a step of an export writes, and how its pieces lie on record, on either database."""

from datetime import date, datetime

import pytest

from content.exporting.export import Scope, Wanted
from content.keys.jobs import CountExport
from content.rules import Rulebook
from content.text.periods import Period
from storage.engine import jobs
from storage.engine.jobs import Way
from storage.engine.sessions import Sessions
from storage.exporting import exports, making, volumes
from storage.files import parts
from tests import samples

WANTED = Wanted(Scope(Period(date(2025, 4, 1), date(2026, 3, 31))))


@pytest.mark.parametrize(("most", "steps"), [(1, [1, 1, 1]), (2, [2, 1]), (3, [3]), (4, [3])])
def test_a_step_looks_at_no_more_members_than_its_pace_allows(
    most: int, steps: list[int], sessions: Sessions, now: datetime
) -> None:
    with sessions.begin() as session:
        for number in range(3):
            samples.member(session, now, no=f"{1_000_000_001 + number}")
        exports.begin(session, WANTED, now)
        held = jobs.claim(session, [CountExport], now)
    assert held is not None
    found = []
    while not held.over:
        before = held.done
        held = jobs.step(sessions, Way(making.next_step(sessions, held, Rulebook(), most)), held, now)
        found.append(held.done - before)
    assert [one for one in found if one] == steps


def test_what_one_step_writes_is_small() -> None:
    """A member costs a row or two, whatever the file gets: SQLite takes 65 ms for 5,000 members, and 60 is the most."""
    assert making.MOST <= 2_500


def test_small_pieces_fill_the_parts_of_a_file(
    sessions: Sessions, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PART", 10)
    written = [b"0123456", b"789ab", b"cdefghijklmnopqrstuvwxyz", b"", b"!"]
    with sessions.begin() as session:
        volume = volumes.begun(session, now)
    for piece in written:
        with sessions.begin() as session:
            volume = volumes.grown(session, volume, piece, 1)
    with sessions.reading() as session:
        found = list(parts.pieces(session, volume.file))
    assert found == [b"0123456789", b"abcdefghij", b"klmnopqrst", b"uvwxyz!"]
    assert (volume.parts, volume.rows) == (4, 5)
