"""Batches of letters that nobody decides about or fetches come to an end, and who ordered them is told."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from content.activating.batch import LATE, LEFT, REFUSED, State
from content.keys.activation_letters import LettersTold
from content.privacy.retention import RETENTION
from content.staff.joint import WAITS
from storage.activating import batches, ending
from storage.tables import ActivationRow, StoredFile
from tests.conftest import NOW
from tests.storage.activating.press import SECOND, Press, number

LEFT_FOR = RETENTION.letter_orders


def ends(press: Press, after: timedelta) -> list[int]:
    """What the clock ends, so long after it was begun."""
    at = NOW + after
    with press.sessions.reading() as session:
        found = ending.undecided(session, at, at - LEFT_FOR)
    return [one for one in found if press.does(ending.end_undecided, one, at, at - LEFT_FOR)]


def test_what_nobody_confirms_ends_with_its_hour(press: Press) -> None:
    batch = press.does(batches.order, "", press.officer, NOW)
    assert ends(press, WAITS - SECOND) == []
    assert ends(press, WAITS) == [batch]
    assert ends(press, WAITS) == [], "once"
    one = press.batch(batch)
    assert (one.state, one.fault, one.ended_at) == (State.ENDED, LATE, NOW + WAITS)
    assert press.told() == [LettersTold(batch, "ended")]
    assert not press.does(batches.begin, batch, NOW), "it can't be confirmed any more"


@pytest.mark.parametrize("read", [False, True])
def test_a_list_for_which_nobody_orders_ends(read: bool, press: Press) -> None:
    batch = press.sends(f"会員ID\n{number(0)}\n".encode())
    if read:
        press.reads()
    assert ends(press, LEFT_FOR - SECOND) == []
    assert ends(press, LEFT_FOR) == [batch]
    assert press.batch(batch).fault == LEFT
    with press.sessions.reading() as session:
        files = session.execute(select(StoredFile.ends_at)).scalars().all()
    assert all(one is not None and one < NOW for one in files), "the file goes"


@pytest.mark.parametrize("state", ["making", "ready", "ended"])
def test_what_was_decided_does_not_end_so(state: str, press: Press) -> None:
    batch = press.made() if state == "ready" else press.ordered()
    if state == "ended":
        batch = press.does(batches.order, "", press.officer, NOW)
        assert press.does(ending.end, batch, REFUSED, NOW, told=False)
    assert not press.does(ending.end, batch, LATE, NOW)
    assert batch not in ends(press, LEFT_FOR * 2)
    assert LettersTold(batch, "ended") not in press.told()


def test_who_ordered_is_told_at_each_tenth_and_in_the_end(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "EACH", 1)
    batch = press.made()
    told = press.told()
    assert told[-1] == LettersTold(batch, "ready")
    tenths = [one.tenths for one in told[:-1]]
    assert {one.state for one in told[:-1]} == {"making"}
    assert tenths == sorted(set(tenths))
    assert tenths
    one = press.batch(batch)
    assert one.done == one.total > 0


def test_who_ordered_is_told_that_the_codes_are_void(press: Press) -> None:
    batch = press.made()
    assert press.does(ending.void, batch, NOW)
    assert press.told()[-1] == LettersTold(batch, "void")


def test_an_order_that_ended_is_listed_for_some_days(press: Press) -> None:
    batch = press.does(batches.order, "", press.officer, NOW)
    ends(press, WAITS)
    made = press.made()
    ended = NOW + WAITS
    assert [one.id for one in press.does(batches.latest, 5, ended - SECOND)] == [made, batch]
    assert [one.id for one in press.does(batches.latest, 5, ended)] == [made]


def test_lines_of_lists_go_in_time(press: Press) -> None:
    batch = press.sends(f"会員ID\n{number(0)}\n1\n".encode())
    press.reads()
    assert press.does(ending.old_lists, NOW + LEFT_FOR * 3) == [], "while it can be ordered, it stays"
    ends(press, LEFT_FOR)
    gone = NOW + LEFT_FOR
    assert press.does(ending.old_lists, gone - SECOND) == []
    found = press.does(ending.old_lists, gone)
    assert found == [(batch, 2), (batch, 3)]
    assert press.does(ending.remove, found) == 2
    with press.sessions.reading() as session:
        assert session.execute(select(ActivationRow)).all() == []
