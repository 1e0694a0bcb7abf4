"""Finds the route that answers what was said."""

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any

from content.keys.note import Note
from content.refusals import EditNotRead, NotText, NotUnderstood, StaleButton
from handlers import press
from handlers.due import Due, Rounds
from handlers.finding import FindsFile
from handlers.hearing import Hearing
from handlers.incoming import Edited, Pressed, Said, Sent, command
from handlers.keeping import Supplies
from handlers.planning import Plan, admitted, fetched, taken
from handlers.screens.screen import Screen
from handlers.turn import Command, Hears, HearsSecret, On, Opens, Receives, Visit, Writes


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
        self.files: Sequence[Any] = [route for route in routes if isinstance(route, FindsFile)]
        if len(self.files) > 1:
            raise TypeError("two features want any file")
        self.hearing = Hearing(routes, self.heard, self.commands)

    def hides(self, text: str, expects: str, *, stranger: bool) -> bool:
        """Whether this text may be a password, so that its message is to be deleted.

        That is so if the chat waits for a password, if a text follows a command such as /login, if a link holds a
        secret, and if a stranger types something that has the form of a password.
        """
        if self.is_command(text):
            name, argument = command(text) or ("", "")
            opened = self.opens.get(argument.partition("_")[0]) if name == "start" else None
            if opened is not None:
                return bool(opened.hides)
            return bool(argument) and name in self.commands and bool(self.commands[name].hides)
        return self.hearing.hides(text, expects, stranger=stranger)

    def is_command(self, text: str) -> bool:
        """Whether a text is a command: it begins with a slash, or is one of ours as a Japanese keyboard writes it."""
        order = command(text)
        return text.startswith("/") or (order is not None and order[0] in self.commands)

    def named(self, said: Said | Pressed | Sent | Edited) -> str:
        """The name of the command that was typed with its slash; empty if it is something else."""
        order = command(said.text) if isinstance(said, Said) else None
        return order[0] if order is not None else ""

    def plan(self, said: Said | Pressed | Sent | Edited, awaits: Note | None, *, over: bool = False) -> Plan:
        """The route for this; raises NotUnderstood, NotText, EditNotRead, StaleButton or AnswerTooLate.

        `over`: the chat has waited too long for a text. Buttons and files are answered all the same.
        """
        if isinstance(said, Edited):
            raise EditNotRead
        if isinstance(said, Sent):
            return self._receive(said, awaits)
        if isinstance(said, Pressed):
            return self._press(said.data)
        if self.is_command(said.text):
            return self._command(*(command(said.text) or ("", "")))
        order = self.hearing.order(said.text, awaits.expects if awaits is not None else "")
        return self._command(*order) if order is not None else self.hearing.plan(said.text, awaits, over=over)

    def _press(self, data: str) -> Plan:
        try:
            key = press.unpack(data)
        except press.NoSuchPress:
            raise StaleButton from None
        route = self.presses.get(type(key))
        if route is None:
            raise StaleButton
        return Plan(lambda visit: admitted(lambda: _to_press(route, visit), lambda turn: route.act(turn, key)))

    def _command(self, name: str, argument: str) -> Plan:
        prefix, _, payload = argument.partition("_")
        if name == "start" and prefix in self.opens:
            opened = self.opens[prefix]
            return Plan(taken(opened, lambda turn: opened.act(turn, payload)))
        route = self.commands.get(name)
        if route is None:
            raise NotUnderstood
        return Plan(taken(route, lambda turn: route.act(turn, argument)))

    def _receive(self, sent: Sent, note: Note | None) -> Plan:
        route = self.received.get(note.expects) if note is not None else None
        if route is not None:
            return fetched(route, note, sent)
        for one in self.files:
            if one.fits(sent):
                return fetched(one, sent)
        raise NotText


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


def _to_press(route: Any, visit: Visit) -> Visit | Screen:
    """The turn for a press. Without the role, a button of staff is answered like a button that does not exist."""
    try:
        turn: Visit | Screen = route.who.admit(visit)
    except NotUnderstood:
        raise StaleButton from None
    return turn


def _unique(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key, route in pairs:
        if key in found:
            raise TypeError(f"two routes for {key}")
        found[key] = route
    return found
