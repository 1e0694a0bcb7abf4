"""A request as somebody of staff sees it now, with its line in the log; and what every act on one has in common."""

from collections.abc import Callable, Mapping
from typing import Concatenate, ParamSpec, TypeVar

from content.refusals import NoSuchDeclaration, NoSuchRequest
from content.requests.requesting import Kind
from content.staff.answering import Outcome, RequestCase
from content.staff.cases import View
from handlers.screens.screen import Screen
from handlers.screens.staff import caring
from handlers.screens.staff import declarations as filed_screens
from handlers.screens.staff import requests as screens
from handlers.staff import acting, claims, declarations
from handlers.turn import StaffTurn
from storage.requests import cases

_APART = {Kind.DECLARATION: declarations.CASES.card, Kind.CLAIM: claims.CASES.card}
W = ParamSpec("W")
S = TypeVar("S")


def card(turn: StaffTurn, case: RequestCase, page: int, place: int = 0, said: str = "") -> Screen:
    """The card of a request, at one of its messages (0: the last one); or that of the declaration or claim that it
    belongs to. Raises NoSuchDeclaration if that was withdrawn.
    """
    if case.request.about is not None:
        return _APART[case.request.kind](turn, case.request.about, page, said)
    further = None if case.request.waits else cases.next_one(turn.session, turn.person_id)
    view = View(case.as_seen_by(turn.person_id), page, case.member_id == turn.person_id, further)
    return screens.card(view, turn.person_id, place, turn.now, turn.words, said)


def seen(turn: StaffTurn, number: int, page: int, place: int = 0, said: str = "") -> Screen:
    """The same, as it is on record, with a line in the log: a look at what a member wrote must be provable later.

    Raises NoSuchRequest.
    """
    case = cases.case(turn.session, number)
    return _looked(turn, case, card(turn, case, page, place, said))


def talk(turn: StaffTurn, number: int, page: int, place: int) -> Screen:
    """What was said within a request: for one of a declaration or a claim by itself, otherwise on its card."""
    case = cases.case(turn.session, number)
    if not case.request.decided_apart:
        return seen(turn, number, page, place)
    return _looked(turn, case, caring.talk(case.as_seen_by(turn.person_id), page, place, turn.words))


def refused(turn: StaffTurn, case: RequestCase, page: int, outcome: Outcome) -> Screen:
    """The card, with what forbids an act before it is begun. The look is logged."""
    return seen(turn, case.id, page, said=screens.said_of(outcome, case, turn.words))


def done(
    turn: StaffTurn,
    act: str,
    before: RequestCase,
    page: int,
    outcome: Outcome,
    said: str,
    *,
    why: str = "",
    facts: Mapping[str, object] | None = None,
) -> Screen:
    """The card after an act, and the act's line in the log: also if it came to nothing. `said`: what is said if it is
    done.
    """
    after = cases.case(turn.session, before.id)
    told = said if outcome is Outcome.DONE else screens.said_of(outcome, after, turn.words)
    screen = card(turn, after, page, said=told)
    result = {**_facts(after), **(facts or {}), "outcome": outcome.value}
    acting.write(turn, act, before.member_id, why or acting.looking(turn), _facts(before), result)
    return screen


def or_gone(act: Callable[Concatenate[StaffTurn, W], S]) -> Callable[Concatenate[StaffTurn, W], S | Screen]:
    """If there is no such request, or its declaration was withdrawn, say that it is gone. The refusals that members see
    would send staff to /requests or /declare.
    """

    def taken(turn: StaffTurn, /, *what: W.args, **more: W.kwargs) -> S | Screen:
        try:
            return act(turn, *what, **more)
        except NoSuchRequest:
            return screens.gone(turn.words)
        except NoSuchDeclaration:
            return filed_screens.gone(turn.words)

    return taken


def _facts(case: RequestCase) -> dict[str, object]:
    """What an act may change of a request. What anybody wrote stays out of the log."""
    request = case.request
    facts: dict[str, object] = {"request": case.id, "state": request.state.value, "taken_by": request.taken_by or ""}
    return facts if request.about is None else {request.kind.value: request.about, **facts}


def _looked(turn: StaffTurn, case: RequestCase, screen: Screen) -> Screen:
    """The screen, with a line in the log."""
    facts: dict[str, object] = {"request": case.id}
    if case.request.about is not None:
        facts = {case.request.kind.value: case.request.about, **facts}
    acting.write(turn, "viewed_request", case.member_id, acting.looking(turn), {}, facts)
    return screen
