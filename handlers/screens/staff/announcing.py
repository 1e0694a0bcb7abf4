"""Writing an announcement: the list, the audience, the draft, and what is asked for."""

from collections.abc import Callable, Sequence

from content.announcing.announcement import LONGEST, MOST_ALONE, Announcement, Language, Of, Page, Report, State
from content.prefectures import PREFECTURES, in_english
from content.staff.rights import Role
from content.study.course import ListedCourse
from content.words import Words
from handlers.press import Press
from handlers.presses.staff import announcing as presses
from handlers.presses.staff.rooms import Rooms
from handlers.screens.labels import fitted
from handlers.screens.paging import Page as Shown
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from handlers.screens.staff.announced import button_label, progress, report_lines


def listed(every: Sequence[Announcement], number: int, words: Words, said: str = "") -> Screen:
    """A page of the announcements, the newest first."""
    say, shown = words.announcing, cut(every, number)
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    lines = [say.line(place, one.title() or say.bare_title(), one.state) for place, one in numbered]
    rows = (
        row(Button(say.to_new(), presses.NewAnnouncement())),
        *rows_of((Button(str(place), presses.OpenAnnouncement(one.id)) for place, one in numbered), 5),
        *pager(words, shown, presses.Announcements),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.title(), *_told(said), *(lines or [say.none_yet()])), rows, subject="announcements")


def ask_of(words: Words) -> Screen:
    """By what is the audience chosen?"""
    say = words.announcing
    buttons = [Button(say.of(of), presses.ChooseBy(of.value)) for of in Of]
    rows = (*rows_of(buttons, 1), row(Button(words.common.back(), presses.Announcements(1))))
    return Screen(page(say.new_title(), *say.ask_of()), rows, subject="announcements")


def ask_value(of: Of, words: Words, said: str = "") -> Screen:
    """Which prefecture, role, code or day?"""
    say = words.announcing
    values = {Of.PREFECTURE: tuple(PREFECTURES), Of.ROLE: tuple(role.value for role in Role)}.get(of, ())
    buttons = [Button(fitted(_value(of, value, words)), presses.BeginFor(of.value, value)) for value in values]
    rows = (*rows_of(buttons, 3), row(Button(words.common.back(), presses.NewAnnouncement())))
    return Screen(page(say.new_title(), *_told(said), say.ask_value(of)), rows, subject="announcements")


def pick_course(courses: Sequence[ListedCourse], number: int, words: Words) -> Screen:
    """The courses, to choose an audience by."""
    say = words.announcing
    lines, rows = _courses(
        courses, number, words, lambda one: presses.BeginFor(Of.COURSE.value, str(one)), presses.PickCourse
    )
    back = row(Button(words.common.back(), presses.NewAnnouncement()))
    return Screen(page(say.new_title(), say.ask_value(Of.COURSE), *lines), (*rows, back), subject="announcements")


def ask_text(one: Announcement, language: Language, words: Words, said: str = "") -> Screen:
    say = words.announcing
    lines = (*_told(said), *say.ask_text(language, LONGEST))
    return Screen(page(_title(one, words), *lines), (_back(one, words),), subject=subject(one))


def ask_button(one: Announcement, words: Words) -> Screen:
    say = words.announcing
    pages = [Button(say.page(to), presses.SetButton(one.id, to.value, 0)) for to in Page]
    rows = (
        row(Button(say.by_course(), presses.ChooseButtonCourse(one.id, 1))),
        *rows_of(pages, 1),
        row(Button(say.without(), presses.SetButton(one.id, "", 0))),
        _back(one, words),
    )
    return Screen(page(_title(one, words), say.ask_button()), rows, subject=subject(one))


def pick_button_course(one: Announcement, courses: Sequence[ListedCourse], number: int, words: Words) -> Screen:
    """The courses that the button can open."""
    lines, rows = _courses(
        courses,
        number,
        words,
        lambda course: presses.SetButton(one.id, "", course),
        lambda turned: presses.ChooseButtonCourse(one.id, turned),
    )
    back = row(Button(words.common.back(), presses.ChooseButton(one.id)))
    return Screen(page(_title(one, words), words.announcing.ask_button(), *lines), (*rows, back), subject=subject(one))


def ask_file(one: Announcement, words: Words, said: str = "") -> Screen:
    """Which picture or PDF? `said`: why the last one was not taken."""
    say = words.attaching
    rows = (*([row(Button(say.to_remove(), presses.RemoveFile(one.id)))] if one.attached else []), _back(one, words))
    lines = (*_told(said), say.file_line(one.attached), "", *say.ask_file())
    return Screen(page(_title(one, words), *lines), rows, subject=subject(one))


def ask_moment(one: Announcement, words: Words, said: str = "") -> Screen:
    say = words.announcing
    rows = (row(Button(say.at_once(), presses.AtOnce(one.id))), _back(one, words))
    return Screen(page(_title(one, words), *_told(said), *say.ask_moment()), rows, subject=subject(one))


def draft(one: Announcement, course: str, words: Words, said: str = "", also: tuple[Screen, ...] = ()) -> Screen:
    """The card of a draft. `course`: the title of the course by which its audience was chosen."""
    say = words.announcing
    rows = (
        row(*(Button(say.to_text(one_of), presses.WriteText(one.id, one_of.value)) for one_of in Language)),
        row(
            Button(say.to_button(), presses.ChooseButton(one.id)),
            Button(words.attaching.to_file(), presses.AskFile(one.id)),
        ),
        row(Button(say.to_moment(), presses.AskMoment(one.id)), Button(say.to_count(), presses.CountAnew(one.id))),
        row(Button(say.to_preview(), presses.Preview(one.id)), Button(say.to_trial(), presses.Trial(one.id))),
        row(Button(say.to_send(), presses.AskSend(one.id))),
        row(Button(say.to_remove(), presses.AskRemoveDraft(one.id))),
        row(Button(words.common.back(), presses.Announcements(1))),
    )
    return Screen(
        page(_title(one, words), *_told(said), *_facts(one, course, words)), rows, subject=subject(one), also=also
    )


def ask_remove(one: Announcement, words: Words) -> Screen:
    say = words.announcing
    rows = (row(Button(say.to_remove(), presses.RemoveDraft(one.id))), _back(one, words))
    return Screen(page(_title(one, words), say.ask_remove()), rows, subject=subject(one))


def ask_send(one: Announcement, course: str, words: Words, also: tuple[Screen, ...]) -> Screen:
    """All that is about to be sent, and the button that does it."""
    say = words.announced
    rows = (
        row(Button(say.do_send(one.counted or 0), presses.SendIt(one.id, one.shown()))),
        _back(one, words),
    )
    lines = (*_facts(one, course, words), "", *say.ask_send(one.starts_at))
    return Screen(page(_title(one, words), *lines), rows, subject=subject(one), also=also)


def going(
    one: Announcement, went: Report, course: str, words: Words, said: str = "", also: tuple[Screen, ...] = ()
) -> Screen:
    """How an announcement goes, or how it ended."""
    say = words.announcing
    over = one.state in (State.DONE, State.CANCELLED)
    lines = (*_told(said), *_facts(one, course, words), "", progress(one, went, words), *report_lines(went, words))
    rows = (
        *(() if over else _acts(one, words)),
        *([row(Button(words.announced.to_unknowns(), presses.Unknowns(one.id, 1)))] if went.unknown else []),
        row(Button(say.to_preview(), presses.Preview(one.id))),
        row(Button(words.common.back(), presses.Announcements(1))),
    )
    return Screen(page(_title(one, words), *lines), rows, subject=subject(one), also=also)


def unknowns(one: Announcement, shown: Shown[str], words: Words, *, ended: bool = False) -> Screen:
    """A page of the people for whom nobody knows whether it reached them, by hidden names. That of an erased person is
    empty. `ended`: there were some, and their letters are not on record any more.
    """
    say = words.announced
    lines = [say.unknown_line(place, name) for place, name in enumerate(shown.items, start=shown.before + 1)]
    rows = (*pager(words, shown, lambda turned: presses.Unknowns(one.id, turned)), _back(one, words))
    told = (say.unknowns(), "", *lines) if lines else (say.unknowns_ended() if ended else say.no_unknowns(),)
    return Screen(page(_title(one, words), *told), rows, subject=subject(one))


def ask_cancel(one: Announcement, words: Words) -> Screen:
    say = words.announced
    rows = (row(Button(say.to_cancel(), presses.Cancel(one.id))), _back(one, words))
    return Screen(page(_title(one, words), say.ask_cancel()), rows, subject=subject(one))


def subject(one: Announcement) -> str:
    """What a living message that shows this announcement shows."""
    return f"announcement:{one.id}"


def _acts(one: Announcement, words: Words) -> tuple[Row, ...]:
    say = words.announced
    if one.state is State.PAUSED:
        turn = Button(say.to_go_on(), presses.GoOn(one.id, one.shown()))
    else:
        turn = Button(say.to_pause(), presses.Pause(one.id))
    return (
        row(Button(say.to_refresh(), presses.OpenAnnouncement(one.id))),
        row(turn, Button(say.to_cancel(), presses.AskCancel(one.id))),
    )


def _facts(one: Announcement, course: str, words: Words) -> Sequence[str]:
    say = words.announcing
    second = [say.needs_second(MOST_ALONE)] if one.counted is not None and one.needs_second else []
    return (
        say.state(one.state),
        say.audience(one.audience, course),
        say.counting() if one.counted is None else say.people(one.counted, one.counted_at),
        *second,
        *(say.text_line(language, len(one.text(language))) for language in Language),
        words.attaching.file_line(one.attached),
        say.button_line(button_label(one.button, words)),
        say.when(one.starts_at),
    )


def _courses(
    courses: Sequence[ListedCourse],
    number: int,
    words: Words,
    press: Callable[[int], Press],
    turn: Callable[[int], Press],
) -> tuple[Sequence[str], tuple[Row, ...]]:
    """A page of courses, each with its number as a button."""
    shown = cut(courses, number)
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    lines = [f"{place}. {words.titled(one.course)}" for place, one in numbered]
    buttons = [Button(str(place), press(one.id)) for place, one in numbered]
    return lines, (*rows_of(buttons, 5), *pager(words, shown, turn))


def _title(one: Announcement, words: Words) -> str:
    return words.announcing.card_title(one.title() or words.announcing.bare_title())


def _told(said: str) -> Sequence[str]:
    return [said, ""] if said else []


def _back(one: Announcement, words: Words) -> Row:
    return row(Button(words.common.back(), presses.OpenAnnouncement(one.id)))


def _value(of: Of, value: str, words: Words) -> str:
    if of is Of.ROLE:
        return words.rights.role(Role(value))
    return in_english(value) if words.language == "en" else value
