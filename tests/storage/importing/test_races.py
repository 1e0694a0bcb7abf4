"""An import is dropped and begun at the same moment, in two processes: one of the two happens."""

from datetime import datetime

from content.importing.report import Kind, Outcome, Planned, State
from storage.engine.sessions import Sessions
from storage.importing import imports, staged
from storage.importing.states import state_of
from tests import samples
from tests.storage.racing import meanwhile


def ready(sessions: Sessions, now: datetime) -> int:
    """A report that somebody of staff let be done."""
    with sessions.begin() as session:
        by = samples.member(session, now)
        number = imports.begin(session, Kind.MEMBERS, "0" * 64, now, by=by)
        staged.add(session, number, 0, [Planned(2, Outcome.REFUSED)])
        imports.ready(session, number, state_of(session, Kind.MEMBERS), {Outcome.REFUSED.value: 1}, 1, now)
        assert imports.queue(session, number, by)
    return number


def state(sessions: Sessions, number: int) -> State | None:
    with sessions.reading() as session:
        found = imports.standing(session, number)
        return found.state if found else None


def test_what_has_begun_is_not_dropped(sessions: Sessions, now: datetime) -> None:
    number = ready(sessions, now)
    held, dropped = meanwhile(
        sessions, lambda one: imports.start(one, number, now), lambda two: imports.drop(two, number, now)
    )
    assert held is not None
    assert dropped.result() is False
    assert state(sessions, number) is State.APPLYING


def test_what_was_dropped_does_not_begin(sessions: Sessions, now: datetime) -> None:
    number = ready(sessions, now)
    dropped, held = meanwhile(
        sessions, lambda one: imports.drop(one, number, now), lambda two: imports.start(two, number, now)
    )
    assert (dropped, held.result()) == (True, None)
    assert state(sessions, number) is State.DROPPED
