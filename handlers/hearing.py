"""What a text means: a command in plain words, the answer that the chat awaits, or something to look for."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

from content import spoken
from content.access import passwords
from content.keys.note import Note
from content.refusals import AnswerTooLate, NotUnderstood
from content.spoken import Order
from content.text import shapes
from content.text.folding import fold
from handlers import cut
from handlers.finding import Finds, Takes
from handlers.planning import Act, Plan, Slow, never, taken
from handlers.screens import refusal
from handlers.screens.screen import Screen
from handlers.turn import Hears, HearsSecret, Visit
from storage.people import chats

SHORTEST_AMONG_WORDS = 3


class Hearing:
    """Plans how a text without a slash is answered. `heard` are the routes by what a chat expects."""

    def __init__(self, routes: Sequence[Any], heard: Mapping[str, Any], commands: Container[str]) -> None:
        self._heard, self._commands = heard, commands
        self._takes = [route for route in routes if isinstance(route, Takes)]
        self._finds = [route for route in routes if isinstance(route, Finds)]
        if len(self._finds) > 1:
            raise TypeError("two features want any text")

    def order(self, text: str, expects: str) -> Order | None:
        """The command that a text means without a slash. While a password is awaited, or an ID in whose place people
        type one, a word in Latin letters may be that; while own words are, a short word (依頼) may be the answer.
        """
        order, route = spoken.command(text), self._heard.get(expects)
        if order is None or order[0] not in self._commands:
            return None
        may_be_secret = isinstance(route, HearsSecret) or (isinstance(route, Hears) and route.hides(text))
        of_words = isinstance(route, Hears) and route.fits is shapes.anything
        if (may_be_secret and text.isascii()) or (of_words and len(fold(text)) < SHORTEST_AMONG_WORDS):
            return None
        return order

    def hides(self, text: str, expects: str, *, stranger: bool) -> bool:
        """Whether this text, which is no command with a slash, may be a password."""
        if self.order(text, expects) is not None:
            return False
        route = self._heard.get(expects)
        if isinstance(route, Hears):
            return route.hides(text)
        if isinstance(route, HearsSecret):
            return True
        return stranger and (passwords.may_be_one(text) or any(one.hides and one.fits(text) for one in self._takes))

    def plan(self, text: str, note: Note | None, *, over: bool) -> Plan:
        """The answer that the chat awaits; or what else the text is, if it can't be that answer or comes too late."""
        route = self._heard.get(note.expects) if note is not None else None
        if route is None or note is None:
            return self._take_or(self._find(text), note, text)
        if isinstance(route, HearsSecret):
            return self._hear_secret(route, note, text, over=over)
        if over:
            plan = self._find_late(text, told=route.fits(note, text))
        else:
            plan = Plan(taken(route, lambda turn: cut.hear(route, turn, note, text)), clears=False)
            if not route.fits(note, text):
                plan = self._if_known(self._finds, text, plan)
        return self._take_or(plan, note, text)

    def _hear_secret(self, route: HearsSecret[Any, Any], note: Note, text: str, *, over: bool) -> Plan:
        """What can be no secret is never judged as one: that would count as a failure."""
        if not shapes.secret(note, text):
            return self._if_known(self._finds, text, self._find(text))
        if over and not route.timed:
            raise AnswerTooLate
        slow = Slow(
            taken(route, lambda turn: route.prepare(turn, note, text)),
            lambda visit, prepared: taken(route, lambda turn: route.act(turn, note, text, prepared))(visit),
        )
        return Plan(act=never, slow=slow, clears=False, secret=True)

    def _find(self, text: str) -> Plan:
        if not self._finds:
            raise NotUnderstood
        route = self._finds[0]
        return Plan(_answers(route, text), clears=False)

    def _find_late(self, text: str, *, told: bool) -> Plan:
        """Look for the text. If it can be the answer that was awaited, say that it came too late."""
        finds = self._find(text)
        return Plan(lambda visit: refusal.too_late(finds.act(visit), visit.words) if told else finds.act(visit))

    def _take_or(self, plan: Plan, note: Note | None, text: str) -> Plan:
        """What is taken wherever it is typed; otherwise as planned."""
        fitting = [one for one in self._takes if one.fits(text) and not isinstance(note, one.apart)]
        return self._if_known(fitting, text, plan)

    def _if_known(self, routes: Sequence[Any], text: str, otherwise: Plan) -> Plan:
        """Let the route answer that knows the text, and let the chat wait for nothing more."""

        def act(visit: Visit) -> Screen:
            for route in routes:
                if route.knows(visit, text):
                    chats.expect(visit.session, visit.chat.id, None, visit.now)
                    return _answers(route, text)(visit)
            return otherwise.act(visit)

        return replace(otherwise, act=act) if routes else otherwise


def _answers(route: Any, text: str) -> Act:
    """The act of a route that gets the text alone."""
    return taken(route, lambda turn: route.act(turn, text))
