"""How an update will be answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handlers.screens.screen import Screen
from handlers.turn import Visit
from handlers.work import Prepared, Work

Act = Callable[[Visit], Screen]


@dataclass(frozen=True)
class Slow:
    """A turn in two transactions, with something slow between them."""

    prepare: Callable[[Visit], Work | Screen]
    finish: Callable[[Visit, Prepared], Screen]


@dataclass(frozen=True)
class Plan:
    """How an update will be answered: at once by `act`, or by `slow`."""

    act: Act
    slow: Slow | None = None
    clears: bool = True  # the chat expects nothing more after it
    secret: bool = False  # what was said is a password, and its message is to be deleted
    beside: bool = False  # the conversation goes on while it is prepared: several files come at once


def taken(route: Any, act: Callable[[Any], Any]) -> Callable[[Visit], Any]:
    """The act of a route for somebody who is admitted to it; otherwise the screen of a refusal that is recorded."""
    return lambda visit: admitted(lambda: route.who.admit(visit), act)


def admitted(admit: Callable[[], Visit | Screen], act: Callable[[Any], Any]) -> Any:
    turn = admit()
    return turn if isinstance(turn, Screen) else act(turn)


def fetched(route: Any, *said: Any) -> Plan:
    """The plan for a message that is not a text: a note that awaited it comes before it."""
    slow = Slow(
        taken(route, lambda turn: route.prepare(turn, *said)),
        lambda visit, prepared: taken(route, lambda turn: route.act(turn, *said, prepared))(visit),
    )
    return Plan(act=never, slow=slow, clears=False, beside=True)


def never(_visit: Visit) -> Screen:
    raise TypeError("this is prepared first")
