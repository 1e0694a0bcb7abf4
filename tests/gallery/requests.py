"""Screens of requests, of members and of staff: nothing said yet, and everything as long as it may be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from content.declarations.evidence import LONGEST_NAME, MOST_BYTES, Added, Bad
from content.requests.requesting import By, File, Kind, Message, Request, Slip, State
from content.staff.answering import Outcome, RequestCase, RequestLine
from content.staff.cases import Queue, View
from content.words import Words
from content.words.desk import Queue as Name
from handlers.screens.requests import papers, requests, writing
from handlers.screens.requests.writing import Writing
from handlers.screens.staff import answering
from handlers.screens.staff import requests as desk
from handlers.screens.staff.answering import Answering
from tests.gallery.facts import NAME, NOW, NUMBER, RULES
from tests.gallery.hanging import Exhibit, hang

LONG_AGO = NOW - timedelta(days=365)
DUE = date(2026, 11, 26)
LONGEST = "文" * RULES.requests.longest
FILES = tuple(
    File(NUMBER - place, "名" * (LONGEST_NAME - 5) + ending, mime, MOST_BYTES)
    for place, (ending, mime) in enumerate((("1.pdf", "application/pdf"), (".heic", "image/heic"), ("2.pdf", "a/b")))
)
UNSENT = Message(NUMBER, NUMBER, By.MEMBER, 1, LONGEST, NOW, None, FILES)
EMPTY = replace(UNSENT, text="", files=())
REAL = replace(UNSENT, text="2025年度の受講証明書を、診療所へ郵送してください。", files=())
DRAFT = Request(NUMBER, 1, Kind.WRONG, State.DRAFT, NOW, messages=(UNSENT,))
STAFF = 7


def sent(by: By, one: Message = UNSENT) -> Message:
    return replace(one, by=by, sent_at=NOW, author=1 if by is By.MEMBER else STAFF)


def in_state(state: State, *, kind: Kind = Kind.WRONG, said: tuple[Message, ...] = ()) -> Request:
    """As long as it may be. One that waits is late."""
    if state is State.DRAFT:
        return replace(DRAFT, kind=kind)
    waits = state in (State.RECEIVED, State.TAKEN)
    return Request(
        NUMBER,
        1,
        kind,
        state,
        LONG_AGO,
        LONG_AGO,
        DUE if state is State.RECEIVED else date(2025, 11, 22),
        STAFF if state is State.TAKEN else None,
        NOW if state is State.TAKEN else None,
        None if waits else NOW,
        said or (sent(By.MEMBER),),
    )


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield from _lists(words)
    yield from _writing(words)
    yield from _cards(words)
    yield from _letters(words)
    yield from _desk(words)
    yield from _answering(words)


def _lists(words: Words) -> Iterator[Exhibit]:
    yield hang("nothing", requests.listed, [], 1, RULES, words)
    every = [in_state(state, kind=kind) for state in State for kind in Kind]
    yield hang("a page of many", requests.listed, every, 2, RULES, words)
    yield hang("without a draft", requests.listed, every[5:8], 1, RULES, words)


def _writing(words: Words) -> Iterator[Exhibit]:
    yield hang("which kind", writing.kinds, words)
    yield hang("told", writing.kinds, words, said=words.request_steps.by_button())
    for kind in Kind:
        for name, one in (("empty", EMPTY), ("full", UNSENT), ("as usual", REAL)):
            at = Writing(replace(DRAFT, kind=kind), one, DUE, RULES)
            yield hang(f"{kind}, {name}", writing.write, at, words)
            yield hang(f"{kind}, {name}", writing.summary, at, words)
            yield hang(f"{kind}, {name}", requests.ask_discard, at, words)
    at = Writing(DRAFT, UNSENT, DUE, RULES)
    say = words.request_steps
    told = [*(say.slip(slip, RULES.requests) for slip in Slip), say.taken(2_000, 2_000), say.nothing_written()]
    for number, said in enumerate([*told, say.removed()], start=1):
        yield hang(f"told {number}", writing.write, at, words, said=said, anew=number % 2 == 0)
    for became in (*Bad, *Added):
        yield hang(became.name, writing.received, at, words, became, "名" * LONGEST_NAME)
    adds = Writing(in_state(State.TAKEN), UNSENT, DUE, RULES)
    yield hang("adds", writing.write, adds, words)
    yield hang("adds", writing.summary, adds, words)


def _cards(words: Words) -> Iterator[Exhibit]:
    say = words.requests
    for state in State:
        one = in_state(state, said=(sent(By.MEMBER), sent(By.ANSWER), sent(By.REASON)))
        for place in range(4):
            yield hang(f"{state}, {place}", requests.card, one, place, words, adding=place == 1, late=place == 2)
        yield hang(f"{state}, alone", requests.card, in_state(state), 0, words, adding=False, toast=say.withdrawn())
    yield hang(
        "told", requests.card, in_state(State.TAKEN), 0, words, adding=False, said=words.request_steps.too_late()
    )
    for toast in (say.sent_before(), say.settled_before(), words.request_steps.discarded()):
        yield hang(toast, requests.card, in_state(State.CLOSED), 0, words, adding=False, toast=toast)
    yield hang("full", requests.ask_withdraw, in_state(State.TAKEN), words)
    for name, said in (("full", sent(By.MEMBER)), ("as usual", sent(By.MEMBER, REAL))):
        yield hang(name, requests.receipt, in_state(State.RECEIVED, said=(said,)), said, words)
        more = replace(said, id=NUMBER - 1)
        yield hang(f"{name}, added", requests.receipt, in_state(State.TAKEN, said=(said, more)), more, words)


def _letters(words: Words) -> Iterator[Exhibit]:
    for by, state in ((By.ANSWER, State.ANSWERED), (By.REASON, State.CLOSED)):
        yield hang(by.value, requests.settled, in_state(state), sent(by), words)
    yield hang("on its way", requests.file_comes, words)
    for by in (By.MEMBER, By.ANSWER):
        for place, file in enumerate(FILES, start=1):
            yield hang(f"{by}, {place}", papers.to_member, NUMBER, sent(by), place, file, words)
            yield hang(f"{by}, {place}", papers.to_staff, NUMBER, sent(by), place, file, words)


def case(state: State, *said: Message) -> RequestCase:
    one = in_state(state, said=said)
    by = NAME if state is State.TAKEN else ""
    return RequestCase(one, NAME, "カ" * 60, "9" * 10, by, {message.id: NAME for message in said[1:]})


def _desk(words: Words) -> Iterator[Exhibit]:
    line = RequestLine(NUMBER, 1, NAME, "9" * 10, Kind.WRONG, LONG_AGO, date(2025, 11, 22), NAME)
    for total, page in ((0, 1), (1, 1), (12_345, 2)):
        shown: Queue[RequestLine] = Queue.page(total, page, 8)
        lines = [line, replace(line, due_on=DUE, taken_by="")] * 4
        yield hang(f"page {page} of {total}", desk.queue, shown.with_lines(lines[: min(total, 8)]), NOW, words)
    every = (sent(By.MEMBER), *(replace(sent(by), id=NUMBER - 1) for by in (By.NOTE, By.ANSWER, By.REASON)))
    for state in State:
        if state is State.DRAFT:
            continue
        for person in (STAFF, 8):
            for own in (False, True):
                view = View(case(state, *every), 9, own, None if person == STAFF else NUMBER)
                yield hang(f"{state}, {person}, own {own}", desk.card, view, person, 0, NOW, words)
        for place in range(1, 5):
            view = View(case(state, *every), 9, own=False)
            yield hang(f"{state}, at {place}", desk.card, view, STAFF, place, NOW, words)
    begun = case(State.TAKEN, sent(By.MEMBER))
    draft = replace(UNSENT, by=By.ANSWER, author=STAFF, id=NUMBER - 1)
    begun = replace(begun, request=replace(begun.request, messages=(*begun.request.messages, draft)))
    yield hang("with an answer begun", desk.card, View(begun, 9, own=False), STAFF, 0, NOW, words)
    say = words.answering
    done = [say.taken(), say.put_back(), say.handed_on(NAME), say.noted(), say.answered(), say.closed()]
    for number, said in enumerate([*done, *(desk.said_of(one, begun, words) for one in Outcome)], start=1):
        yield hang(f"told {number}", desk.card, View(begun, 9, own=False), STAFF, 0, NOW, words, said)
    yield from _asked(begun, words)


def _asked(one: RequestCase, words: Words) -> Iterator[Exhibit]:
    for number in (0, 1, 30):
        people = [(NUMBER - place, NAME) for place in range(number)]
        yield hang(f"{number} colleagues", desk.to_whom, one, people, 9, 2, words)
    for bad in (False, True):
        yield hang(f"bad {bad}", desk.ask_note, one, 9, 500, words, bad=bad)
    yield hang("why", desk.ask_why, one, 9, words)
    yield hang("a bad reason", desk.bad_reason, one, 9, 200, words)
    yield hang("gone", desk.gone, words)
    yield hang("on its way", desk.file_comes, words)
    for late in (0, 12_345):
        yield hang(f"{late} late", desk.due, DUE, {"requests": (12_345, late)}, NOW, words)
        both: dict[Name, tuple[int, int]] = {"claims": (1, late), "declarations": (0, late), "requests": (1, late)}
        yield hang(f"{late} late, of all kinds, today", desk.due, DUE, both, NOW + timedelta(days=4), words)
    yield hang("handed on", desk.handed, one, NAME, NOW, words)
    yield hang("added", desk.added, one, sent(By.MEMBER), NOW, words)
    yield hang("added to one that is settled", desk.added, case(State.CLOSED), sent(By.MEMBER), NOW, words)


def _answering(words: Words) -> Iterator[Exhibit]:
    one = case(State.TAKEN, sent(By.MEMBER))
    say = words.answering
    for name, message in (("empty", EMPTY), ("full", UNSENT), ("as usual", REAL)):
        at = Answering(one, message, 9, RULES)
        yield hang(name, answering.write, at, words)
        yield hang(name, answering.review, at, words)
    at = Answering(one, UNSENT, 9, RULES)
    told = [*(say.slip(slip, RULES.requests) for slip in Slip), say.nothing_written()]
    for number, said in enumerate(told, start=1):
        yield hang(f"told {number}", answering.write, at, words, said=said, anew=number % 2 == 0)
    yield hang("something was added", answering.review, at, words, said=say.said_of(Outcome.ADDED, ""))
    for became in (*Bad, *Added):
        yield hang(became.name, answering.received, at, words, became, "名" * LONGEST_NAME)
