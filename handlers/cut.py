"""A text of over 4096 characters comes as several messages: Telegram cuts it. If the first part was too long to be the
answer, what follows at once is the rest of it, and no answer, however short.
"""

from datetime import datetime, timedelta
from typing import Any

from content.keys.note import CUT, Note
from content.refusals import RestOfText
from handlers.screens.screen import Screen
from storage.people import chats

SHORTEST_PART = 2_048
"""Telegram's apps look for a good place to cut in the second half of what one message holds."""
FOLLOWS = timedelta(seconds=5)


def hear(route: Any, turn: Any, note: Note, text: str) -> Screen:
    """Let the route answer. Raises RestOfText if this is the rest of a text that it has not taken."""
    if note.tells_rest:
        return route.act(turn, note, text)  # type: ignore[no-any-return]  # as every act of a route
    cut = turn.chat.note.get(CUT)
    if cut is not None and turn.now < datetime.fromisoformat(cut) + FOLLOWS:
        raise RestOfText
    shown: Screen = route.act(turn, note, text)
    if len(text) >= SHORTEST_PART:
        _note(turn)
    return shown


def _note(turn: Any) -> None:
    """Note when a text came that may have been cut, if the chat still waits: it was not taken then."""
    chat = chats.by_id(turn.session, turn.chat.id)
    if chat.expects == turn.chat.expects:
        note = {**chat.note, CUT: turn.now.isoformat()}
        chats.put_back(turn.session, chat.id, chat.expects, note, turn.now)
