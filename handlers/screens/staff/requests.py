"""Requests on the desk of staff: their queue, the card of one, a note, the reason for closing, and who has it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from content.requests.requesting import Message
from content.rules import day_of
from content.staff.answering import Outcome, RequestCase, RequestLine
from content.staff.cases import Queue, View
from content.words import Words
from content.words.desk import Queue as Name
from handlers.press import Press
from handlers.presses.staff.desk import Claims, Filed
from handlers.presses.staff.members import OpenMember
from handlers.presses.staff.requests import (
    AskClose,
    Asked,
    AskNote,
    CloseRequest,
    HandOn,
    OpenAsked,
    OpenCase,
    PutBack,
    TakeRequest,
    ToWhom,
    WriteAnswer,
)
from handlers.screens.paging import cut, pager
from handlers.screens.requests.requests import files, nearest, turning
from handlers.screens.screen import Button, Place, Row, Screen, page, row, rows_of
from handlers.screens.staff.caring import fetching
from handlers.screens.staff.desk import queue_rows

_QUEUES: Mapping[Name, type[Asked | Filed | Claims]] = {"requests": Asked, "declarations": Filed, "claims": Claims}


def queue(shown: Queue[RequestLine], now: datetime, words: Words) -> Screen:
    """The requests that wait: what is due first comes first."""
    say, today = words.answering, day_of(now)
    lines = [
        say.line(place, one, late=today > one.due_on) for place, one in enumerate(shown.lines, start=shown.before + 1)
    ]
    rows = queue_rows(shown, (OpenAsked(line.id, shown.number) for line in shown.lines), Asked, words)
    return Screen(page(say.title(shown.total), *(lines or [words.desk.nothing()])), rows, subject="staff")


def card(view: View[RequestCase], person: int, place: int, now: datetime, words: Words, said: str = "") -> Screen:
    """A request, with one of its messages (the last one, if no message has that number). `person`: who looks at it.
    `said` is what was done just now.
    """
    case, told = view.case, [said, ""] if said else []
    every = case.request.said
    here = nearest(every, place)
    shown = every[here - 1]
    lines = (
        *told,
        words.claims.member_no(case.member_no),
        *_stands(view, person, now, words),
        "",
        words.answering.message(shown, case.authors.get(shown.id, "")),
        shown.text,
        *files(shown, words),
    )
    rows = (
        *_ways(view, person, words),
        *_files(case, shown, words),
        *turning(every, here, words, lambda turned: OpenAsked(case.id, view.page, turned)),
        row(Button(words.desk.to_member(), OpenMember(case.member_id))),
        row(Button(words.common.back(), Asked(view.page))),
    )
    return Screen(page(words.answering.card_title(case), *lines), rows, subject="staff")


def to_whom(case: RequestCase, people: Sequence[tuple[int, str]], number: int, at: int, words: Words) -> Screen:
    """Choose a colleague. `number`: the page of the queue; `at`: the page of colleagues."""
    say, shown = words.answering, cut(people, at)
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    lines = [say.colleague(place, name) for place, (_, name) in numbered]
    rows = (
        *rows_of((Button(str(place), HandOn(case.id, number, person)) for place, (person, _) in numbered), 5),
        *pager(words, shown, lambda turned: ToWhom(case.id, number, turned)),
        _back(case, number, words),
    )
    text = page(say.to_whom_title(), say.to_whom(anybody=bool(people)), *lines)
    return Screen(text, rows, subject="staff")


def ask_note(case: RequestCase, number: int, longest: int, words: Words, *, bad: bool = False) -> Screen:
    """Ask for a note for colleagues. `bad`: what was typed is no note."""
    say = words.answering
    line = say.bad_note(longest) if bad else say.ask_note(longest)
    return Screen(page(say.note_title(), line), (_back(case, number, words),), subject="staff")


def ask_why(case: RequestCase, number: int, words: Words) -> Screen:
    """Ask for the reason for closing it, by a button or a text."""
    say = words.answering
    closes = ((why, CloseRequest(case.id, number, place, case.latest)) for place, why in enumerate(say.reasons()))
    rows = (
        *(row(Button(why, press)) for why, press in closes),
        _back(case, number, words),
    )
    return Screen(page(say.close_title(case), say.closing(), "", words.desk.why(told=True)), rows, subject="staff")


def bad_reason(case: RequestCase, number: int, longest: int, words: Words) -> Screen:
    text = page(words.answering.close_title(case), words.staff.bad_reason(longest))
    return Screen(text, (_back(case, number, words),), subject="staff")


def gone(words: Words) -> Screen:
    """It never existed, or was never sent."""
    rows = (row(Button(words.common.back(), Asked(1))),)
    return Screen(page(words.desk.title(), words.answering.gone()), rows, subject="staff")


def file_comes(words: Words) -> Screen:
    return Screen("", toast=words.answering.file_comes())


def due(day: date, counted: Mapping[Name, tuple[int, int]], now: datetime, words: Words) -> Screen:
    """The letter to staff: by queue so many cases are due on this day, and so many were due before."""
    say, today = words.answering, day_of(now)
    rows = tuple(
        row(Button(words.desk.to_queue(name, due + late), _QUEUES[name](1))) for name, (due, late) in counted.items()
    )
    lines = [
        line
        for name, (due, late) in counted.items()
        for line in say.due_soon(words.desk.name(name), day, due, late, today=today)
    ]
    return Screen(page(say.due_title(), *lines), rows, place=Place.OWN)


def handed(case: RequestCase, by: str, now: datetime, words: Words) -> Screen:
    """The letter to whom a request was handed on."""
    say = words.answering
    title = words.caring.handed_title() if case.request.decided_apart else say.handed_title()
    lines = (_title(case, words), *_due(case, now, words), say.handed(by))
    return Screen(page(title, *lines), _opens(case, words), place=Place.OWN)


def added(case: RequestCase, message: Message, now: datetime, words: Words) -> Screen:
    """The letter to who has a request: its member has added something."""
    say = words.answering
    title = words.caring.answered_title() if case.request.decided_apart else say.added_title()
    lines = (_title(case, words), *_due(case, now, words), "", message.text, *files(message, words))
    return Screen(page(title, *lines), _opens(case, words), place=Place.OWN)


def said_of(outcome: Outcome, case: RequestCase, words: Words) -> str:
    """What came of an act that was not done, in a sentence."""
    return words.answering.said_of(outcome, case.taken_by)


def _opens(case: RequestCase, words: Words) -> tuple[Row, ...]:
    label = words.caring.to_case() if case.request.decided_apart else words.answering.to_card()
    return (row(Button(label, _card(case, 1))),)


def _card(case: RequestCase, number: int) -> Press:
    return OpenCase(case.id, number) if case.request.decided_apart else OpenAsked(case.id, number)


def _title(case: RequestCase, words: Words) -> str:
    request = case.request
    if request.decided_apart:
        return words.caring.case_title(request.kind, request.about or 0, case.name)
    return words.answering.card_title(case)


def _back(case: RequestCase, number: int, words: Words) -> Row:
    return row(Button(words.common.back(), _card(case, number)))


def _due(case: RequestCase, now: datetime, words: Words) -> Sequence[str]:
    request = case.request
    if not request.waits or request.due_on is None:
        return [words.answering.state(case)]
    if request.questioned_at is not None:
        return [words.caring.asked(request.questioned_at)]
    say = words.caring if request.decided_apart else words.answering
    return [say.due(request.due_on, late=request.is_late(now))]


def _stands(view: View[RequestCase], person: int, now: datetime, words: Words) -> Sequence[str]:
    """What it is about, until when it is due, and who has it."""
    case = view.case
    request = case.request
    lines = [words.request_steps.kind_line(request.kind), *_due(case, now, words)]
    if request.waits:
        mine = request.taken_by == person
        lines.append(words.answering.has_it(case.taken_by, request.taken_at, mine=mine))
    return [*lines, words.answering.said_of(Outcome.OWN, "")] if view.own else lines


def _ways(view: View[RequestCase], person: int, words: Words) -> tuple[Row, ...]:
    case, say, number = view.case, words.answering, view.page
    request = case.request
    if not request.waits:
        return (row(Button(words.desk.to_next(), OpenAsked(view.further, number))),) if view.further else ()
    if view.own:
        return ()
    note = Button(say.to_note(), AskNote(case.id, number))
    if request.taken_by != person:
        label = say.to_take_over() if request.taken_by else say.to_take()
        return row(Button(label, TakeRequest(case.id, number, request.taken_by or 0))), row(note)
    return (
        row(Button(say.to_answer(begun=case.draft(person) is not None), WriteAnswer(case.id, number))),
        row(note, Button(say.to_hand_on(), ToWhom(case.id, number, 1))),
        row(
            Button(say.to_close(), AskClose(case.id, number, case.latest)),
            Button(say.to_put_back(), PutBack(case.id, number)),
        ),
    )


def _files(case: RequestCase, shown: Message, words: Words) -> tuple[Row, ...]:
    return rows_of(fetching(case.id, shown, words), 3)
