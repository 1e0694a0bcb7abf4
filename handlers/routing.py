"""Finds the route that answers what was said."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from content.access import passwords
from content.keys.note import Note
from content.refusals import EditNotRead, NotText, NotUnderstood, StaleButton
from handlers import press
from handlers.due import Due, Rounds
from handlers.incoming import Edited, Pressed, Said, Sent, command
from handlers.keeping import Supplies
from handlers.screens.screen import Screen
from handlers.turn import Command, Finds, FindsFile, Hears, HearsSecret, On, Opens, Receives, Visit, Writes
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


class Routes:
    """Every route of every feature, looked up by what was said."""

    def __init__(self, features: Iterable[ModuleType]) -> None:
        routes: list[Any] = [route for feature in features for route in feature.ROUTES]
        self.presses = _unique((route.press, route) for route in routes if isinstance(route, On))
        self.commands = _unique((route.name, route) for route in routes if isinstance(route, Command))
        self.opens = _unique((route.prefix, route) for route in routes if isinstance(route, Opens))
        heard = [route for route in routes if isinstance(route, Hears | HearsSecret)]
        self.heard = _unique((route.note.expects, route) for route in heard)
        received = [route for route in routes if isinstance(route, Receives)]
        self.received = _unique((route.note.expects, route) for route in received)
        self.finds: Sequence[Any] = [route for route in routes if isinstance(route, Finds)]
        self.files: Sequence[Any] = [route for route in routes if isinstance(route, FindsFile)]
        if len(self.finds) > 1 or len(self.files) > 1:
            raise TypeError("two features want any text, or any file")

    def hides(self, text: str, expects: str, *, stranger: bool) -> bool:
        """Whether this text may be a password, so that its message is to be deleted.

        That is so if the chat waits for a password, if a text follows a command such as /login, and if a stranger types
        something that has the form of a password.
        """
        if self.is_command(text):
            name, argument = command(text) or ("", "")
            return bool(argument) and name in self.commands and bool(self.commands[name].hides)
        route = self.heard.get(expects)
        if isinstance(route, Hears):
            return route.hides(text)
        return isinstance(route, HearsSecret) or (stranger and passwords.may_be_one(text))

    def is_command(self, text: str) -> bool:
        """Whether a text is a command: it begins with a slash, or is one of ours as a Japanese keyboard writes it."""
        order = command(text)
        return text.startswith("/") or (order is not None and order[0] in self.commands)

    def plan(self, said: Said | Pressed | Sent | Edited, awaits: Note | None) -> Plan:
        """The route for this; raises NotUnderstood, NotText, EditNotRead or StaleButton."""
        if isinstance(said, Edited):
            raise EditNotRead
        if isinstance(said, Sent):
            return self._receive(said, awaits)
        if isinstance(said, Pressed):
            return self._press(said.data)
        if self.is_command(said.text):
            return self._command(*(command(said.text) or ("", "")))
        if awaits is not None and awaits.expects in self.heard:
            return self._hear(self.heard[awaits.expects], awaits, said.text)
        return self._find(said.text)

    def _press(self, data: str) -> Plan:
        try:
            key = press.unpack(data)
        except press.NoSuchPress:
            raise StaleButton from None
        route = self.presses.get(type(key))
        if route is None:
            raise StaleButton
        return Plan(lambda visit: _admitted(lambda: _to_press(route, visit), lambda turn: route.act(turn, key)))

    def _command(self, name: str, argument: str) -> Plan:
        prefix, _, payload = argument.partition("_")
        if name == "start" and prefix in self.opens:
            opened = self.opens[prefix]
            return Plan(_taken(opened, lambda turn: opened.act(turn, payload)))
        route = self.commands.get(name)
        if route is None:
            raise NotUnderstood
        return Plan(_taken(route, lambda turn: route.act(turn, argument)))

    def _hear(self, route: Any, note: Note, text: str) -> Plan:
        if isinstance(route, Hears):
            return Plan(_taken(route, lambda turn: route.act(turn, note, text)), clears=False)
        return Plan(
            act=_never,
            slow=Slow(
                _taken(route, lambda turn: route.prepare(turn, note, text)),
                lambda visit, prepared: _taken(route, lambda turn: route.act(turn, note, text, prepared))(visit),
            ),
            clears=False,
            secret=True,
        )

    def _receive(self, sent: Sent, note: Note | None) -> Plan:
        route = self.received.get(note.expects) if note is not None else None
        if route is not None:
            return _fetched(route, note, sent)
        for one in self.files:
            if one.fits(sent):
                return _fetched(one, sent)
        raise NotText

    def _find(self, text: str) -> Plan:
        if not self.finds:
            raise NotUnderstood
        route = self.finds[0]
        return Plan(_taken(route, lambda turn: route.act(turn, text)), clears=False)


def letter_kinds(features: Iterable[ModuleType]) -> tuple[Writes[Any], ...]:
    """Every kind of letter that a feature writes (its LETTERS, if it has any)."""
    kinds = [kind for feature in features for kind in getattr(feature, "LETTERS", ())]
    return tuple(_unique((kind.key, kind) for kind in kinds).values())


def due_work(features: Iterable[ModuleType]) -> tuple[Due | Rounds, ...]:
    """All work that falls due by the clock (a feature's DUE, if it has any)."""
    return tuple(_unique((one.name, one) for feature in features for one in getattr(feature, "DUE", ())).values())


def supplies(features: Iterable[ModuleType]) -> tuple[Supplies[Any, Any], ...]:
    """How each kind of paper gets its bytes (a feature's PAPERS, if it has any)."""
    return tuple(_unique((one.paper, one) for feature in features for one in getattr(feature, "PAPERS", ())).values())


def _taken(route: Any, act: Callable[[Any], Any]) -> Callable[[Visit], Any]:
    """The act of a route for somebody who is admitted to it; otherwise the screen of a refusal that is recorded."""
    return lambda visit: _admitted(lambda: route.who.admit(visit), act)


def _admitted(admit: Callable[[], Visit | Screen], act: Callable[[Any], Any]) -> Any:
    turn = admit()
    return turn if isinstance(turn, Screen) else act(turn)


def _fetched(route: Any, *said: Any) -> Plan:
    """The plan for a message that is not a text: a note that awaited it comes before it."""
    slow = Slow(
        _taken(route, lambda turn: route.prepare(turn, *said)),
        lambda visit, prepared: _taken(route, lambda turn: route.act(turn, *said, prepared))(visit),
    )
    return Plan(act=_never, slow=slow, clears=False, beside=True)


def _to_press(route: Any, visit: Visit) -> Visit | Screen:
    """The turn for a press. Without the role, a button of staff is answered like a button that does not exist."""
    try:
        turn: Visit | Screen = route.who.admit(visit)
    except NotUnderstood:
        raise StaleButton from None
    return turn


def _never(_visit: Visit) -> Screen:
    raise TypeError("this is prepared first")


def _unique(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key, route in pairs:
        if key in found:
            raise TypeError(f"two routes for {key}")
        found[key] = route
    return found
