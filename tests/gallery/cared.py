"""What the desk shows of who has a declaration or a claim and of what its member was asked; what its member sees."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.declarations.evidence import LONGEST_NAME, MOST_BYTES
from content.requests.requesting import DECIDED_APART, By, File, Kind, Message, Request, Slip, State
from content.staff.answering import RequestCase
from content.staff.cases import Care, View
from content.words import Words
from handlers.screens.requests import requests as member
from handlers.screens.requests import writing
from handlers.screens.requests.writing import Writing
from handlers.screens.staff import caring, claims, declarations, requests
from handlers.staff.cases.asking import LONGEST
from tests.gallery import desk, filed
from tests.gallery.facts import NAME, NOW, NUMBER, RULES, TODAY
from tests.gallery.hanging import Exhibit, hang

STAFF, DAY = NUMBER - 7, timedelta(days=1)
FILES = tuple(
    File(NUMBER - place, "名" * (LONGEST_NAME - 4) + ".pdf", "application/pdf", MOST_BYTES) for place in range(3)
)


def message(place: int, by: By, text: str, files: tuple[File, ...] = ()) -> Message:
    return Message(NUMBER + place, NUMBER, by, STAFF, text, NOW, NOW, files)


SAID = (
    message(1, By.NOTE, "記" * 500),
    message(2, By.QUESTION, "問" * LONGEST),
    message(3, By.MEMBER, "答" * RULES.requests.longest, FILES),
)
FREE = Care(request=NUMBER, sent_at=NOW, due_on=TODAY + DAY)
MINE = replace(FREE, taken_by=STAFF, taken_at=NOW, holder=NAME)
CARES = {
    "free": FREE,
    "late": replace(FREE, due_on=TODAY - DAY),
    "mine": MINE,
    "a colleague's": replace(MINE, taken_by=STAFF + 1),
    "asked": replace(MINE, questioned_at=NOW, said=SAID[:2]),
    "answered": replace(MINE, back_at=NOW, said=SAID, authors={one.id: NAME for one in SAID}),
    "a colleague's, answered": replace(MINE, taken_by=STAFF + 1, back_at=NOW, said=SAID),
}


def exhibits(words: Words) -> Iterator[Exhibit]:
    for name, care in CARES.items():
        yield from _cards(name, care, words)
    yield hang("taken by a colleague", caring.held, CARES["a colleague's"], NUMBER, words)
    for kind in DECIDED_APART:
        yield from _within(kind, words)
        yield from _of_the_member(kind, words)


def _cards(name: str, care: Care, words: Words) -> Iterator[Exhibit]:
    claim, one = replace(desk.card(), care=care), replace(filed.filed(), care=care)
    yield hang(f"{name}, a claim", claims.card, View(claim, 9, own=False, person=STAFF), NOW, words)
    yield hang(f"{name}, a declaration", declarations.card, View(one, 9, own=False, person=STAFF), NOW, words)
    yield hang(f"{name}, in the queue", claims.queue, desk.queued(care), NOW, words)
    yield hang(f"{name}, in the queue", declarations.queue, filed.queued(care), NOW, words)


def _within(kind: Kind, words: Words) -> Iterator[Exhibit]:
    case = _case(kind, SAID)
    for place in (1, 2, 3):
        yield hang(f"{kind}, message {place}", caring.talk, case, NUMBER, place, words)
    yield hang(f"{kind}, nothing said", caring.talk, _case(kind, ()), NUMBER, 0, words)
    draft = replace(SAID[1], sent_at=None)
    for slip in (None, Slip.EMPTY, Slip.LONG):
        yield hang(f"{kind}, {slip}", caring.ask, case, None, NUMBER, LONGEST, words, slip)
        yield hang(f"{kind}, {slip}, written", caring.ask, case, draft, NUMBER, LONGEST, words, slip)
    yield hang(f"{kind} handed on", requests.handed, case, NAME, NOW, words)
    yield hang(f"{kind} answered", requests.added, case, SAID[2], NOW, words)


def _of_the_member(kind: Kind, words: Words) -> Iterator[Exhibit]:
    about = words.caring.about(kind, NUMBER, "題" * 200, TODAY)
    asked = _request(kind, SAID[1:2])
    states = {
        "asked": asked,
        "answered": _request(kind, SAID[1:], questioned_at=None, back_at=NOW),
        "decided": _request(kind, SAID[1:], state=State.DECIDED, settled_at=NOW),
        "withdrawn": _request(kind, SAID[1:], state=State.WITHDRAWN, settled_at=NOW),
    }
    for name, one in states.items():
        for said in ("", words.caring.not_asked()):
            where = f"{kind}, {name}{', told' if said else ''}"
            yield hang(where, member.card, one, 0, words, adding=False, said=said, about=about)
        yield hang(f"{kind}, {name}, listed", member.listed, [one], 1, RULES, words)
    yield hang(f"{kind}, the letter", member.asked, asked, SAID[1], about, words)
    yield hang(f"{kind}, the receipt", member.receipt, states["answered"], SAID[2], words)
    for unsent in (replace(SAID[2], sent_at=None), replace(SAID[2], sent_at=None, text="", files=())):
        at = Writing(asked, unsent, TODAY, RULES)
        yield hang(f"{kind}, written {len(unsent.text)}", writing.write, at, words)
    yield hang(f"{kind}, whole", writing.summary, Writing(asked, replace(SAID[2], sent_at=None), TODAY, RULES), words)


def _case(kind: Kind, said: tuple[Message, ...]) -> RequestCase:
    return RequestCase(_request(kind, said), NAME, "カ" * 60, "9" * 10, NAME, {one.id: NAME for one in said})


def _request(kind: Kind, said: tuple[Message, ...], **more: object) -> Request:
    values: dict[str, object] = {"questioned_at": NOW, "due_on": TODAY, "sent_at": NOW, "about": NUMBER}
    values |= {"taken_by": STAFF, "taken_at": NOW, "messages": said, "state": State.TAKEN} | more
    return Request(NUMBER, NUMBER, kind, begun_at=NOW, **values)  # type: ignore[arg-type]  # fields of Request
