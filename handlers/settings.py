"""Language and reminders; the way to the privacy notice and out."""

from content.refusals import StaleButton
from content.words import Words, speak
from handlers.presses import settings as presses
from handlers.reminder import reminded
from handlers.screens import settings as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, MEMBER, Command, On, Turn, Visit
from storage.people import chats, members, preferences

LANGUAGES = ("ja", "en")


def show(visit: Visit, _said: str | presses.Settings) -> Screen:
    return _screen(visit, visit.words)


def change_language(visit: Visit, press: presses.Speak) -> Screen:
    if press.language not in LANGUAGES:
        raise StaleButton
    chats.speak(visit.session, visit.chat.id, press.language)
    words = speak(press.language)
    return _screen(visit, words, toast=words.settings.language_changed())


def remind(turn: Turn, press: presses.Remind) -> Screen:
    """Switch reminders of one kind on or off. Raises StaleButton."""
    kind = reminded(press.kind)
    preferences.set_reminders(turn.session, turn.member.id, press.wanted, kinds=(kind,))
    return _screen(turn, turn.words, toast=turn.words.settings.reminders_changed(kind, press.wanted))


def _screen(visit: Visit, words: Words, *, toast: str = "") -> Screen:
    caller = visit.chat.caller
    if caller is None:
        return screens.for_stranger(words, toast=toast)
    return screens.for_member(
        words,
        members.name(visit.session, caller.id),
        wanted=preferences.get(visit.session, caller.id).reminders,
        rules=visit.rules,
        toast=toast,
    )


ROUTES = (
    Command("settings", show, who=ANYONE),
    On(presses.Settings, show, who=ANYONE),
    On(presses.Speak, change_language, who=ANYONE),
    On(presses.Remind, remind, who=MEMBER),
)
