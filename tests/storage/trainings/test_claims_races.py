"""Late claims decided twice at once, or while the organiser registers: nobody is forgotten and nothing comes twice."""

from datetime import datetime

import pytest

from content.attendance.attending import Claim
from content.keys.letters import ClaimDecided
from content.staff.claiming import Outcome
from storage.engine.sessions import Sessions
from tests.storage.claiming import MEMBER, Desk, a_desk
from tests.storage.racing import meanwhile
from tests.storage.training import registers


@pytest.fixture
def desk(sessions: Sessions, now: datetime) -> Desk:
    return a_desk(sessions, now)


@pytest.mark.parametrize("first", [Claim.ACCEPTED, Claim.REFUSED])
def test_two_who_decide_at_once(first: Claim, desk: Desk) -> None:
    second = Claim.REFUSED if first is Claim.ACCEPTED else Claim.ACCEPTED
    with desk.sessions.begin() as session:
        desk.confirm(session)
    one, two = meanwhile(
        desk.sessions,
        lambda session: desk.decide(session, first),
        lambda session: (desk.decide(session, second, by=1), desk.card(session).state),
    )
    assert (one, two.result()) == (Outcome.DONE, (Outcome.DECIDED_BEFORE, first))
    assert desk.half_units() == (3 if first is Claim.ACCEPTED else 0)
    assert desk.letters().count(ClaimDecided.kind) == 1


def test_a_decision_and_the_registration_at_once_forget_nobody(desk: Desk) -> None:
    _, registered = meanwhile(desk.sessions, desk.decide, desk.confirm)
    assert registered.result() == 2
    assert desk.half_units() == 3


def test_a_registration_that_has_not_committed_is_waited_for(desk: Desk) -> None:
    registered, decided = meanwhile(desk.sessions, desk.confirm, desk.decide)
    assert (registered, decided.result()) == (1, Outcome.DONE)
    assert desk.half_units() == 3


def test_a_list_that_has_not_committed_is_waited_for(desk: Desk) -> None:
    slug = desk.listed.training.slug
    _, decided = meanwhile(
        desk.sessions, lambda session: registers(session, slug, [(MEMBER, 1)], desk.now), desk.decide
    )
    assert decided.result() is Outcome.REGISTERED
    assert desk.half_units() == 1
