"""ご依頼: the list, one request with what was said in it, its receipt, and the letter of the answer."""

from collections.abc import Callable, Sequence

from content.requests.requesting import Act, By, Message, Request, State
from content.rules import Rules
from content.staff import usual
from content.words import Words
from handlers.press import Press
from handlers.presses.requests import (
    AskWithdrawRequest,
    DiscardRequest,
    FetchFile,
    NewRequest,
    OpenRequest,
    Requests,
    WithdrawRequest,
    WriteRequest,
)
from handlers.screens.labels import picks
from handlers.screens.paging import Page, cut, pager
from handlers.screens.requests.writing import Writing, subject, whole
from handlers.screens.screen import Button, Place, Row, Screen, page, row, rows_of
from handlers.screens.ways import back


def listed(every: Sequence[Request], number: int, rules: Rules, words: Words) -> Screen:
    """One page of a member's requests, what they are for, and the way to a new one."""
    say, shown = words.requests, cut(every, number)
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    lines = [say.line(place, one) for place, one in numbered] or [say.nothing()]
    draft = next((one for one in every if one.state is State.DRAFT), None)
    first = Button(say.to_draft(), WriteRequest(draft.id)) if draft else Button(say.to_new(), NewRequest())
    rows = (
        row(first),
        *picks(((words.request_steps.kind(one.kind), _opening(one)) for one in shown.items), shown.before),
        *pager(words, shown, Requests),
        back(words),
    )
    return Screen(page(say.title(), *say.about(rules.web_form_days), "", *lines), rows, subject="requests")


def card(
    one: Request,
    place: int,
    words: Words,
    *,
    adding: bool,
    late: bool = False,
    said: str = "",
    toast: str = "",
    about: str = "",
) -> Screen:
    """One request: its state, one of its messages (the last one, if no message has that number), and what can be done
    with it now. `adding`: the member has begun to write something more. `late`: the day is over on which the
    answer was due. `about`: the declaration or claim that it belongs to.
    """
    say, here = words.requests, nearest(one.said, place)
    shown = one.said[here - 1] if one.said else None
    lines = [
        *([said, ""] if said else []),
        *([about] if about else []),
        *say.state(one, late=late),
        *(["", say.message(shown), _text(shown, words)] if shown else []),
        *(files(shown, words) if shown else []),
    ]
    rows = (
        *_ways(one, words, adding=adding),
        *(fetching(one, shown, words) if shown else ()),
        *turning(one.said, here, words, lambda turned: OpenRequest(one.id, turned)),
        row(Button(words.common.back(), Requests(1))),
    )
    title = words.caring.asked_title(one.kind) if one.decided_apart else say.card_title(one)
    return Screen(page(title, *lines), rows, subject=subject(one), toast=toast)


def ask_discard(at: Writing, words: Words) -> Screen:
    """Ask before what is written and not sent is removed."""
    say, request = words.request_steps, at.request
    rows = (
        row(Button(say.to_discard(), DiscardRequest(request.id))),
        row(Button(words.common.back(), WriteRequest(request.id))),
    )
    lines = (*whole(at.message, words), "", say.ask_discard())
    return Screen(page(say.to_discard(), *lines), rows, subject=subject(request))


def ask_withdraw(one: Request, words: Words) -> Screen:
    """Ask before a request that waits is taken back."""
    say = words.requests
    rows = (
        row(Button(say.to_withdraw(), WithdrawRequest(one.id))),
        row(Button(words.common.back(), OpenRequest(one.id))),
    )
    return Screen(page(say.to_withdraw(), say.settled_about(one), "", say.ask_withdraw()), rows, subject=subject(one))


def receipt(one: Request, message: Message, words: Words) -> Screen:
    """What was sent, and when it is answered, unless that day is over. This is worth keeping, so it is a message of its
    own.
    """
    say = words.requests
    rows = (row(Button(say.to_card(), OpenRequest(one.id))),)
    if one.decided_apart:
        lines = (words.request_steps.kind_line(one.kind), *whole(message, words), "", words.caring.received())
        return Screen(page(words.caring.received_title(), *lines), rows, Place.OWN)
    first = one.said[0].id == message.id
    due = None if message.sent_at and one.is_late(message.sent_at) else one.due_on
    lines = (words.request_steps.kind_line(one.kind), *whole(message, words), "", say.receipt(one.id, due))
    return Screen(page(say.receipt_title(first=first), *lines), rows, Place.OWN)


def settled(one: Request, message: Message, words: Words) -> Screen:
    """The letter: what staff answered, or why the request is closed."""
    say = words.requests
    ways = (row(Button(say.to_card(), OpenRequest(one.id))), row(Button(say.to_again(), WriteRequest(one.id))))
    lines = (say.settled_about(one), "", _text(message, words), *files(message, words), "", say.how_to_go_on())
    title = say.settled_title(answered=message.by is By.ANSWER)
    return Screen(page(title, *lines), ways, Place.OWN)


def asked(one: Request, message: Message, about: str, words: Words) -> Screen:
    """The letter: staff ask about a declaration or a claim. `about` names it."""
    say = words.caring
    lines = (about, "", message.text, "", *say.how_to_reply())
    rows = (row(Button(say.to_reply(), WriteRequest(one.id))),)
    return Screen(page(say.asked_title(one.kind), *lines), rows, Place.OWN)


def file_comes(words: Words) -> Screen:
    return Screen("", toast=words.requests.file_comes())


def nearest(said: Sequence[Message], place: int) -> int:
    """The place of the message that is shown: the last one, if there is none at that place."""
    return place if 1 <= place <= len(said) else len(said)


def files(one: Message, words: Words) -> Sequence[str]:
    return [words.request_steps.file(place, file.name, file.size) for place, file in enumerate(one.files, start=1)]


def fetching(one: Request, shown: Message, words: Words) -> tuple[Row, ...]:
    """A button for each file of a message."""
    numbered = enumerate(shown.files, start=1)
    buttons = (Button(words.requests.to_file(place), FetchFile(one.id, shown.id, file.id)) for place, file in numbered)
    return rows_of(buttons, 3)


def turning(said: Sequence[Message], here: int, words: Words, turn: Callable[[int], Press]) -> tuple[Row, ...]:
    """The buttons to the other messages."""
    return pager(words, Page((), here, max(1, len(said)), 0), turn)


def _text(one: Message, words: Words) -> str:
    return usual.told(one.text, words) if one.by is By.REASON else one.text


def _opening(one: Request) -> Press:
    return WriteRequest(one.id) if one.state is State.DRAFT else OpenRequest(one.id)


def _ways(one: Request, words: Words, *, adding: bool) -> tuple[Row, ...]:
    say = words.requests
    ways: list[Row] = []
    if one.may(Act.WRITE):
        ways.append(row(Button(say.to_draft(), WriteRequest(one.id))))
    if one.may(Act.ADD) or one.may(Act.AGAIN):
        label = (
            words.caring.to_reply()
            if one.decided_apart
            else say.to_go_on()
            if adding
            else say.to_add()
            if one.may(Act.ADD)
            else say.to_again()
        )
        ways.append(row(Button(label, WriteRequest(one.id))))
    if one.may(Act.WITHDRAW):
        ways.append(row(Button(say.to_withdraw(), AskWithdrawRequest(one.id))))
    return tuple(ways)
