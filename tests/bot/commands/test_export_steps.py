"""An export in steps: in several parts, cut off, two at once, overtaken, dropped, and what is kept of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.commands.files import export_file, importing
from bot.commands.files.export_file import How
from bot.commands.files.importing import Hand
from content.exporting.export import Kind, Standing, State, Wanted
from content.keys.jobs import MakeExport
from content.privacy.retention import RETENTION
from content.rules import Rulebook
from handlers.staff import exporting as room
from storage.engine import jobs
from storage.engine.cipher import Unreadable
from storage.exporting import exports, looking, making, volumes
from storage.files import parts
from storage.tables import ExportMember, FilePart, StoredFile
from tests.bot.commands.export_desk import SCOPE, ExportDesk, File
from tests.bot.commands.test_export_differences import TOKYO

WANTED = Wanted(SCOPE)


class Killed(BaseException):
    """The end of a process."""


@pytest.fixture
def small(outgoing: ExportDesk, monkeypatch: pytest.MonkeyPatch) -> ExportDesk:
    """Each step looks at one member and brings one piece; a part is full with two pieces."""
    monkeypatch.setattr(making, "MEMBERS_AT_ONCE", 1)
    monkeypatch.setattr(making, "ROWS_AT_ONCE", 1)
    monkeypatch.setattr(parts, "PART", 100)
    monkeypatch.setattr(volumes, "FULL", 3)
    for member in range(len(outgoing.joins(3).members)):
        outgoing.gives("training:a", member)
        outgoing.gives("training:b", member)
    return outgoing


def dies_before(call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process ends before this write, as one does that is killed."""
    timed, left = importing._timed, call

    def once(hand: Any, act: Callable[[], Any]) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed
        return timed(hand, act)

    monkeypatch.setattr(importing, "_timed", once)


def standing(desk: ExportDesk, number: int) -> Any:
    with desk.sessions.reading() as session:
        return exports.sure(session, number)


def test_a_large_export_comes_in_several_parts_of_one_whole(small: ExportDesk) -> None:
    file = small.exports()
    assert [path.filename for path in file.parts] == [
        str(small.folder / f"export-1-{part}.zip") for part in range(1, 4)
    ]
    assert [said["rows"] for said in file.manifest["tables"]] == [4, 4, 2]
    assert len(file.by_key()) == 10
    assert all("credits-1.csvからcredits-3.csvまで" in part.read("README.txt").decode() for part in file.parts)
    assert all(part.read("manifest.json") == file.parts[0].read("manifest.json") for part in file.parts)


@pytest.mark.parametrize("call", range(1, 21, 2))
def test_killed_at_any_moment_the_same_command_begins_again(
    call: int, small: ExportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the first one left is given up, or it has no half file."""
    with monkeypatch.context() as patched:
        dies_before(call, patched)
        with pytest.raises(Killed):
            export_file.run(small.hand()[0], How(WANTED, small.folder))
    assert not list(small.folder.glob("*"))
    small.now += 2 * jobs.CLAIM
    assert len(small.exports().by_key()) == 10
    assert small.latest().follows in (None, 1)
    assert standing(small, 1).state is not State.MAKING


def test_another_process_completes_what_was_cut_off(small: ExportDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export of another scope brings it to its end, and its file can be fetched."""
    with monkeypatch.context() as patched:
        dies_before(14, patched)
        with pytest.raises(Killed):
            export_file.run(small.hand()[0], How(WANTED, small.folder))
    assert standing(small, 1).state is State.MAKING
    small.now += 2 * jobs.CLAIM
    small.exports(scope=TOKYO)
    hand, out = small.hand()
    assert export_file.fetch(hand, 1, small.folder) == 0
    assert len(File(sorted(small.folder.glob("export-1-*.zip"))).by_key()) == 10
    assert export_file.listed(small.sessions, out) == 0
    assert "1  made" in out.getvalue()


FAULTS = [
    ("cancelled", "The export was dropped by staff in the chat."),
    ("overtaken", "Another export of this scope was made meanwhile. Type the command again."),
    ("erased", "A member was erased meanwhile. Nothing was exported; type the command again."),
    ("failed", "The export failed in another process, whose log says why. Nothing was exported."),
]


@pytest.mark.parametrize(("fault", "said"), FAULTS)
def test_one_that_was_dropped_meanwhile_says_why(
    fault: str, said: str, small: ExportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By another process, while the command tells the numbers."""

    def drops(_hand: Hand, one: Standing) -> None:
        with small.sessions.begin() as session:
            exports.settle(session, one.number, State.DROPPED, small.now, fault)

    monkeypatch.setattr(export_file, "_print_numbers", drops)
    small.exports(code=1)
    assert small.said == f"{said}\n"


def test_one_whose_step_fails_is_given_up(small: ExportDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise Unreadable("members of row 1")

    with monkeypatch.context() as patched:
        patched.setattr(looking, "look", fails)
        with pytest.raises(Unreadable):
            export_file.run(small.hand()[0], How(WANTED, small.folder))
    assert (small.latest().state, small.latest().fault) == (State.DROPPED, "failed")
    assert len(small.exports().by_key()) == 10


def queued(desk: ExportDesk, wanted: Wanted = WANTED) -> int:
    """An export that is counted, and whose file somebody wants."""
    hand, _ = desk.hand()
    number = importing.write(hand, lambda session: exports.begin(session, wanted, desk.now))
    export_file._until(hand, number, State.READY)
    assert importing.write(hand, lambda session: exports.queue(session, number, None))
    return number


def test_two_at_once_the_second_waits(small: ExportDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_file, "WAITS", 3)
    number = queued(small)
    with small.sessions.begin() as session:
        assert exports.start(session, number, small.now)
    small.exports(scope=TOKYO, code=1)
    assert small.said.endswith("Another export is under way. Type the command again later.\n")
    small.now += 2 * jobs.CLAIM
    assert len(small.exports(scope=TOKYO).by_key()) == 10


def test_exports_of_a_scope_follow_each_other_by_number(small: ExportDesk) -> None:
    """One that was counted before another was made would say less than the one before it."""
    early = queued(small)
    late = queued(small)
    hand, _ = small.hand()
    assert export_file._until(hand, late, State.MADE).state is State.MADE
    assert export_file._until(hand, early, State.MADE).fault == "overtaken"


def test_one_that_is_given_up_half_way_leaves_nothing(small: ExportDesk) -> None:
    number = queued(small)
    with small.sessions.begin() as session:
        held = exports.start(session, number, small.now)
    assert held is not None
    for _ in range(3):
        held = jobs.step(small.sessions, jobs.Way(making.next_step(small.sessions, held, Rulebook())), held, small.now)
    with small.sessions.begin() as session:
        assert exports.drop(session, number, small.now)
    held = jobs.step(small.sessions, jobs.Way(making.next_step(small.sessions, held, Rulebook())), held, small.now)
    assert held.over
    cleared(small)
    with small.sessions.reading() as session:
        assert [list(session.execute(select(one))) for one in (ExportMember.id, StoredFile.id, FilePart.id)] == [[]] * 3
        assert jobs.under_way(session, MakeExport) is None


def cleared(desk: ExportDesk) -> None:
    """What is due by the clock is removed, step by step."""
    rulebook, found = Rulebook(), True
    while found:
        with desk.sessions.begin() as session:
            found = bool(room.clear(session, room.find_old(session, desk.now, rulebook), desk.now, rulebook))
    while found := True:
        with desk.sessions.begin() as session:
            ended = parts.find_ended(session, desk.now)
            if not parts.remove(session, ended, desk.now):
                return


def test_a_file_is_kept_for_some_days_and_a_difference_can_follow_for_ever(small: ExportDesk) -> None:
    small.exports()
    small.now = (standing(small, 1).settled_at or small.now) + RETENTION.exports
    cleared(small)
    assert standing(small, 1).has_file
    small.now += timedelta(seconds=1)
    cleared(small)
    assert not standing(small, 1).has_file
    small.gives("training:late")
    assert len(small.differs().rows) == 1


def test_whom_an_export_told_of_is_forgotten_once_another_follows(small: ExportDesk) -> None:
    small.exports()
    small.gives("training:late")
    small.exports(Kind.DIFFERENCE)
    small.now += RETENTION.exports + timedelta(days=1)
    cleared(small)
    with small.sessions.reading() as session:
        numbers = {row // 4_000_000 for row in session.execute(select(ExportMember.id)).scalars()}
    assert numbers == {2}


def test_a_report_about_which_nobody_decides_is_given_up(small: ExportDesk) -> None:
    hand, _ = small.hand()
    number = importing.write(hand, lambda session: exports.begin(session, WANTED, small.now))
    export_file._until(hand, number, State.READY)
    small.now += RETENTION.exports + timedelta(seconds=1)
    cleared(small)
    assert standing(small, number).state is State.DROPPED
