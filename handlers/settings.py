"""Language, reminders and their hours; the way to the privacy notice and out."""

from content.hours import HourOf, Hours
from content.refusals import StaleButton
from content.words import Words, speak
from handlers.post import notices
from handlers.post.reminder import reminded
from handlers.presses import settings as presses
from handlers.screens import settings as screens
from handlers.screens.screen import Screen, toast
from handlers.turn import ANYONE, MEMBER, Command, On, Turn, Visit
from storage.people import chats, members, preferences
from storage.post import nudges

LANGUAGES = ("ja", "en")


def show(visit: Visit, _said: str | presses.Settings) -> Screen:
    return _screen(visit, visit.words)


def change_language(visit: Visit, press: presses.Speak) -> Screen:
    if press.language not in LANGUAGES:
        raise StaleButton
    chats.speak(visit.session, visit.chat.id, press.language)
    words = speak(press.language)
    return _screen(visit, words, toast=words.settings.language_changed())


def kinds(turn: Turn, _press: presses.Kinds) -> Screen:
    return _kinds(turn)


def remind(turn: Turn, press: presses.Remind) -> Screen:
    """Switch reminders of one kind on or off. Raises StaleButton."""
    kind = reminded(press.kind)
    preferences.set_reminders(turn.session, turn.member.id, press.wanted, kinds=(kind,))
    return _kinds(turn, said=turn.words.settings.reminders_changed(kind, press.wanted))


def announce(turn: Turn, press: presses.Announce) -> Screen:
    """Switch announcements of staff on or off."""
    preferences.set_announcements(turn.session, turn.member.id, press.wanted)
    return _kinds(turn, said=turn.words.announced.switched(press.wanted))


def stop_announcements(turn: Turn, _press: presses.StopAnnouncements) -> Screen:
    preferences.set_announcements(turn.session, turn.member.id, wanted=False)
    return toast(turn.words.announced.stopped(), alert=True)


def open_hours(turn: Turn, _press: presses.OpenHours) -> Screen:
    return screens.hours(_hours(turn), turn.words)


def pick_hour(turn: Turn, press: presses.PickHour) -> Screen:
    """Show the hours to choose from. Raises StaleButton."""
    return screens.pick(_hour_of(press.what), _hours(turn), turn.words)


def set_hour(turn: Turn, press: presses.SetHour) -> Screen:
    """Choose an hour. Raises StaleButton if it can't be chosen."""
    what, now = _hour_of(press.what), _hours(turn)
    if press.hour not in now.choices(what):
        raise StaleButton
    return _changed(turn, now.with_hour(what, press.hour))


def set_quiet(turn: Turn, press: presses.SetQuiet) -> Screen:
    now = _hours(turn)
    return _changed(turn, now if now.has_quiet is press.wanted else now.with_quiet(press.wanted))


def go_on(turn: Turn, press: presses.GoOn) -> Screen:
    preferences.set_test_goes_on(turn.session, turn.member.id, press.wanted)
    return _screen(turn, turn.words, toast=turn.words.settings.go_on_changed(press.wanted))


def _changed(turn: Turn, chosen: Hours) -> Screen:
    """From now on by these hours: the reminders that wait already, too."""
    preferences.set_hours(turn.session, turn.member.id, chosen)
    nudges.move(turn.session, turn.member.id, chosen)
    return screens.hours(chosen, turn.words, toast=turn.words.settings.hours_changed())


def _hours(turn: Turn) -> Hours:
    return preferences.get(turn.session, turn.member.id).hours


def _hour_of(what: str) -> HourOf:
    try:
        return HourOf(what)
    except ValueError:
        raise StaleButton from None


def _kinds(turn: Turn, *, said: str = "") -> Screen:
    chosen = preferences.get(turn.session, turn.member.id)
    return screens.kinds(chosen.reminders, chosen.announcements, rules=turn.rules, words=turn.words, toast=said)


def _screen(visit: Visit, words: Words, *, toast: str = "") -> Screen:
    if visit.chat.caller is None:
        return screens.for_stranger(words, toast=toast)
    turn = MEMBER.admit(visit)
    if isinstance(turn, Screen):
        return turn
    name = members.name(turn.session, turn.member.id)
    goes_on = preferences.test_goes_on(turn.session, turn.member.id)
    return screens.for_member(words, name, notices.of_member(turn), goes_on, rules=turn.rules, toast=toast)


ROUTES = (
    Command("settings", show, who=ANYONE),
    On(presses.Settings, show, who=ANYONE),
    On(presses.Speak, change_language, who=ANYONE),
    On(presses.Kinds, kinds, who=MEMBER),
    On(presses.Remind, remind, who=MEMBER),
    On(presses.GoOn, go_on, who=MEMBER),
    On(presses.Announce, announce, who=MEMBER),
    On(presses.StopAnnouncements, stop_announcements, who=MEMBER),
    On(presses.OpenHours, open_hours, who=MEMBER),
    On(presses.PickHour, pick_hour, who=MEMBER),
    On(presses.SetHour, set_hour, who=MEMBER),
    On(presses.SetQuiet, set_quiet, who=MEMBER),
)
