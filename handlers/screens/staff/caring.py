"""What the cards of declarations and claims have in common: until when one is due, who has it, what was noted, asked
and answered, and the ways to all that; a question to the member; and the offer to take a case over.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from content.requests.requesting import By, Message, Slip
from content.staff.answering import RequestCase
from content.staff.cases import C, Care, View
from content.words import Words
from handlers.presses.staff.requests import (
    AskMember,
    AskNote,
    FetchAsked,
    OpenAsked,
    OpenCase,
    PutBack,
    SendQuestion,
    TakeRequest,
    ToWhom,
)
from handlers.screens.requests.requests import files, nearest, turning
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of


def on_line(care: Care, now: datetime, words: Words) -> str:
    """What a line of the queue says of it."""
    return words.caring.on_line(care, late=care.is_late(now))


def stands(care: Care, person: int, now: datetime, words: Words) -> Sequence[str]:
    """Until when it is due, or that it waits for the member, and who has it."""
    say = words.caring
    if not care.request:
        return []
    lines = [words.answering.has_it(care.holder, care.taken_at, mine=care.is_of(person))]
    if care.questioned_at is not None:
        return [say.asked(care.questioned_at), *lines]
    due = [say.due(care.due_on, late=care.is_late(now))] if care.due_on else []
    return [*due, *([say.back(care.back_at)] if care.back_at else []), *lines]


def answered(care: Care, words: Words) -> Sequence[str]:
    """Before a decision: when the member has answered. The card from which it was begun may be older than that."""
    return [words.caring.back(care.back_at)] if care.back_at else []


def latest(view: View[C], whole: Care, words: Words) -> Sequence[str]:
    """The last question and what the member answered, and the last note; each at most with its beginning. Nobody reads
    the notes on a case of their own.
    """
    care = whole.to_its_member() if view.own else whole
    asked = _last(care, By.QUESTION)
    replied = _last(care, By.MEMBER)
    if asked is not None and replied is not None and replied.id < asked.id:
        replied = None
    shown = sorted((one for one in (asked, replied, _last(care, By.NOTE)) if one is not None), key=lambda one: one.id)
    lines: list[str] = []
    for one in shown:
        lines += ["", words.caring.said(one.by, one.sent_at or one.begun_at, care.authors.get(one.id, ""))]
        lines += [words.caring.shortened(one.text), *files(one, words)]
    return lines


def ways(view: View[C], care: Care, words: Words) -> tuple[Row, ...]:
    """What the viewer can do with it besides deciding: take it, hand it on, note something, ask the member."""
    if not care.request:
        return ()
    number, say = care.request, words.answering
    talk = (row(Button(words.caring.to_talk(len(care.said)), OpenAsked(number, view.page))),) if care.said else ()
    if view.own:
        return ()
    replied = _last(care, By.MEMBER)
    answered = rows_of(fetching(number, replied, words), 3) if replied else ()
    note = Button(say.to_note(), AskNote(number, view.page))
    if not care.is_of(view.person):
        label = say.to_take_over() if care.taken_by else say.to_take()
        return (*answered, row(Button(label, TakeRequest(number, view.page, care.taken_by or 0)), note), *talk)
    ask = [] if care.questioned_at else [Button(words.caring.to_ask(begun=False), AskMember(number, view.page))]
    return (
        *answered,
        row(*ask, note),
        row(
            Button(say.to_hand_on(), ToWhom(number, view.page, 1)),
            Button(say.to_put_back(), PutBack(number, view.page)),
        ),
        *talk,
    )


def held(care: Care, page_number: int, words: Words) -> Screen:
    """A colleague has the case: take it over?"""
    rows = (
        row(Button(words.answering.to_take_over(), TakeRequest(care.request, page_number, care.taken_by or 0))),
        row(Button(words.common.back(), OpenCase(care.request, page_number))),
    )
    text = page(words.caring.held_title(), words.caring.held(care.holder, care.taken_at))
    return Screen(text, rows, subject="staff")


def talk(case: RequestCase, page_number: int, place: int, words: Words) -> Screen:
    """All that was noted, asked and answered, one message at a time (0: the last one)."""
    request, every = case.request, case.request.said
    title = words.caring.talk_title(request.kind, request.about or 0, case.name)
    back = row(Button(words.common.back(), OpenCase(case.id, page_number)))
    if not every:
        return Screen(page(title, words.caring.nothing_said()), (back,), subject="staff")
    here = nearest(every, place)
    shown = every[here - 1]
    said = words.caring.said(shown.by, shown.sent_at or shown.begun_at, case.authors.get(shown.id, ""))
    rows = (
        *rows_of(fetching(case.id, shown, words), 3),
        *turning(every, here, words, lambda turned: OpenAsked(case.id, page_number, turned)),
        back,
    )
    return Screen(page(title, said, shown.text, *files(shown, words)), rows, subject="staff")


def ask(
    case: RequestCase, draft: Message | None, page_number: int, longest: int, words: Words, slip: Slip | None = None
) -> Screen:
    """Ask for the question; one that is written is shown whole before it is sent. `slip`: what was typed is not
    taken.
    """
    say = words.caring
    lines = [say.bad_question(slip, longest), ""] if slip else []
    rows: tuple[Row, ...] = (row(Button(words.common.back(), OpenCase(case.id, page_number))),)
    if draft is None or not draft.text:
        return Screen(page(say.ask_title(case.name), *lines, *say.how_to_ask(longest)), rows, subject="staff")
    send = row(Button(say.to_send(), SendQuestion(case.id, page_number, draft.id)))
    written = (*lines, draft.text, "", *say.how_to_ask(longest), say.final())
    return Screen(page(say.ask_title(case.name), *written), (send, *rows), subject="staff")


def fetching(request: int, shown: Message, words: Words) -> Iterator[Button]:
    """A button for each file of a message."""
    numbered = enumerate(shown.files, start=1)
    return (Button(words.requests.to_file(place), FetchAsked(request, shown.id, file.id)) for place, file in numbered)


def _last(care: Care, by: By) -> Message | None:
    return next((one for one in reversed(care.said) if one.by is by), None)
