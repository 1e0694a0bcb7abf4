"""How a screen answers an update: which message it edits, and whether the press is noted."""

from bot.updates.outcomes import Answer
from content import pressing
from content.pressing import Answered
from content.refusals import Refusal
from content.words import Words
from handlers.incoming import Incoming, Pressed
from handlers.screens import refusal as refusal_screens
from handlers.screens.screen import Place, Screen
from handlers.turn import Visit
from storage.people import chats
from storage.people.chat import Chat
from storage.post import letters


def answer(visit: Visit, incoming: Incoming, screen: Screen) -> Answer:
    """The answer, after the press is noted."""
    chat, edited = visit.chat, edits(visit.chat, incoming, screen)
    if isinstance(incoming.what, Pressed):
        press = _noted(visit, incoming.what, screen, edits=edited)
        shows = screen.subject if _lives(chat, incoming, screen) and screen.text else chat.living_subject
        chats.answer(visit.session, chat, press, visit.rules.same_press_s, shows)
    return Answer(chat.id, chat.telegram_id, screen, visit.words, edits=edited)


def edits(chat: Chat, incoming: Incoming, screen: Screen) -> bool:
    """Whether the screen edits the pressed message: if that is the living one, so that a result or a notice worth
    keeping stays as it was; or if the button changes how its own message shows the same.
    """
    return _lives(chat, incoming, screen) or (isinstance(incoming.what, Pressed) and screen.place is Place.PRESSED)


def refused(incoming: Incoming, refusal: Refusal, words: Words) -> Screen:
    """What is said of a refused update."""
    make = refusal_screens.pressed if isinstance(incoming.what, Pressed) else refusal_screens.said
    return make(refusal, words)


def _lives(chat: Chat, incoming: Incoming, screen: Screen) -> bool:
    """Whether the living message was pressed, and shows this screen now."""
    pressed = incoming.what.message_id if isinstance(incoming.what, Pressed) else 0
    return bool(pressed) and pressed == chat.living_message and screen.place is Place.LIVING


def _noted(visit: Visit, what: Pressed, screen: Screen, *, edits: bool) -> Answered | None:
    """The press, if it is not to be answered again at once. An answer by a toast alone leaves no trace, so its
    press may be.
    """
    person_id = visit.chat.person_id
    comes = person_id is not None and letters.one_comes(visit.session, person_id)
    if not screen.text and not comes:
        return None
    new = comes or bool(screen.also) or not edits
    return Answered(what.message_id, pressing.mark_of(what.data), visit.now, new)
