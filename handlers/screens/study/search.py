"""What a search finds: a list by kinds, the courses alone, and the ways on if nothing is found."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from content.search.entry import JOINING, Entry, Kind
from content.words import Words
from handlers.press import MOST_BYTES, Press
from handlers.presses.access.joining import Joining
from handlers.presses.help import AskAbout, Help
from handlers.presses.journal import Issues, OpenIssue, OpenSpecial
from handlers.presses.paging import ChoosePage
from handlers.presses.radio import NOW, OpenBroadcast, Radio
from handlers.presses.requests import Requests
from handlers.presses.staff.rooms import Rooms
from handlers.presses.study.browse import Codes, OpenCode
from handlers.presses.study.course import OpenCourse
from handlers.presses.study.search import FoundOf, TurnFound
from handlers.presses.trainings.trainings import OpenTraining, Trainings, TrainingsToCome
from handlers.screens.labels import fitted, side_by_side
from handlers.screens.paging import Page, pager
from handlers.screens.screen import Button, Row, Screen, page, row
from handlers.screens.study.browse import Item, entries, openings
from handlers.screens.ways import back

SHOWN = 30
"""So many characters of a text are repeated: a text may be as long as Telegram lets it be."""
_KINDS = tuple(Kind)
_LONGEST = FoundOf(len(_KINDS), 99, "")


class Reader(Enum):
    """Who searches: a member, a member who holds a role of staff, a staff account, somebody who is not logged in."""

    MEMBER = auto()
    STAFF = auto()
    ACCOUNT = auto()
    STRANGER = auto()


@dataclass(frozen=True)
class Group:
    """The first few of a kind, and how many there are in all."""

    kind: Kind
    hits: tuple[Entry, ...]
    total: int


def found(text: str, shown: Page[Item], total: int, words: Words) -> Screen:
    """One page of the courses that were found, or the first few of many: then `total` is more than the page has."""
    say, carried = words.search, carries_courses(text)
    few = shown.pages == 1 and len(shown.items) < total
    lines = [say.count(total), *entries(shown, words)]
    turns = pager(words, shown, lambda page: TurnFound(page, text)) if carried else ()
    if few and carried:
        turns = (row(Button(words.common.show_more(total - len(shown.items)), TurnFound(1, text))),)
    elif not carried and len(shown.items) < total:
        lines += ["", say.more(total - len(shown.items))]
    return Screen(page(say.title(said(text)), *lines), (*openings(shown, words), *turns, *_closing(words)))


def grouped(text: str, groups: Sequence[Group], notes: Sequence[str], near: str, words: Words) -> Screen:
    """What was found, by kinds, each hit a button. `near` says that nothing is called so; otherwise it is empty."""
    say, carried = words.search, _carried(_LONGEST, text)
    lines, rows, number = [near or say.found(sum(one.total for one in groups)), *notes], [], 0
    for group in groups:
        left = group.total - len(group.hits)
        lines += ["", say.heading(group.kind, group.total if left else 0)]
        for one in group.hits:
            number += 1
            lines.append(f"{number} {_line(one, words)}")
            rows.append(_opening(number, one, words))
        if left and carried:
            rows.append(row(Button(say.to_more(group.kind), _more_of(group.kind, text))))
        elif left:
            lines.append(say.more(left))
    return Screen(page(say.title(said(text)), *lines), (*rows, *_closing(words)))


def of_kind(text: str, kind: Kind, shown: Page[Entry], total: int, words: Words) -> Screen:
    """A page of one kind. Its way back leads to all that the text finds."""
    say = words.search
    numbered = list(enumerate(shown.items, shown.before + 1))
    lines = [say.heading(kind, total), *(f"{number} {_line(one, words)}" for number, one in numbered)]
    turns = (
        pager(words, shown, lambda turned: FoundOf(_KINDS.index(kind), turned, text))
        if _carried(_LONGEST, text)
        else ()
    )
    rows = (
        *(_opening(number, one, words) for number, one in numbered),
        *turns,
        row(Button(words.common.back(), TurnFound(0, text))),
    )
    return Screen(page(say.title(said(text)), *lines), rows)


def nothing(text: str, notes: Sequence[str], reader: Reader, asked: Kind | None, words: Words) -> Screen:
    """Nothing is near. The notes say why, if it is known; the buttons lead on, to the kind that was asked for first."""
    say = words.search
    told = notes or [say.nothing(said(text))]
    return Screen(page(say.title(said(text)), *told, "", say.other_ways()), _ways(reader, asked, words))


def wordless(reader: Reader, words: Words) -> Screen:
    """The text has no letter and no digit: an emoji, or signs alone."""
    say = words.search
    return Screen(page(say.wordless_title(), say.wordless(), "", say.other_ways()), _ways(reader, None, words))


def for_account(words: Words) -> Screen:
    """A staff account, which has no screens of members, typed a text that its screens do not ask for."""
    say = words.search
    rows = _ways(Reader.ACCOUNT, None, words)
    return Screen(page(say.account_title(), say.for_account()), rows)


def ask(words: Words) -> Screen:
    """What can be searched for. A text that is sent after it is a search."""
    return Screen(page(words.search.ask_title(), words.search.hint()), _closing(words))


def may_be_secret(words: Words) -> Screen:
    """A text of the form of a check-in code, which may be a password, came while no training takes codes."""
    rows = (row(Button(words.trainings.to_trainings(), Trainings(1))), back(words))
    return Screen(page(words.search.secret_title(), words.search.may_be_secret()), rows, hides=True)


def said(text: str) -> str:
    """The text as it is repeated."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


def _line(one: Entry, words: Words) -> str:
    return words.search.line(one.kind, named(one, words), one)


def named(one: Entry, words: Words) -> str:
    """What a hit is called in a list: its title; of an issue with its month."""
    title = words.titled(one)
    if one.kind is Kind.ISSUE and one.day is not None:
        return (words.journal.special_name if isinstance(one.key, str) else words.journal.name)(one.day, title)
    return title


def _opening(number: int, one: Entry, words: Words) -> Row:
    title = words.titled(one)
    name = words.browse.code_button(one.code, title) if one.kind is Kind.CODE and one.code is not None else title
    return row(Button(fitted(f"{number} {name}"), opens(one)))


def opens(one: Entry) -> Press:
    """The button's key that opens a hit. A special issue has no card: the list of issues shows it."""
    return _OPENS[one.kind](one)


def _more_of(kind: Kind, text: str) -> Press:
    return TurnFound(1, text) if kind is Kind.COURSE else FoundOf(_KINDS.index(kind), 1, text)


def _ways(reader: Reader, asked: Kind | None, words: Words) -> tuple[Row, ...]:
    """Ways on that this reader may use, the kind that was asked for first."""
    ordered = sorted(_WAYS[reader], key=lambda one: asked is None or one[0] is not asked)
    return (*side_by_side([way(words) for _, way in ordered]), back(words))


def carries_courses(text: str) -> bool:
    """Whether a button can turn the pages of the courses that this text finds."""
    return _carried(TurnFound(99, ""), text)


def _carried(press: Press, text: str) -> bool:
    """Whether a button like this one can carry the text, so that pages can be turned. A button has few bytes; a longer
    text hardly ever finds more than one page.
    """
    return ":" not in text and len(ChoosePage(1, 99, 0, press).pack()) + len(text.encode()) <= MOST_BYTES


def _closing(words: Words) -> tuple[Row, ...]:
    return row(Button(words.browse.to_codes(), Codes(1, "all"))), back(words)


def _number(one: Entry) -> int:
    return one.key if isinstance(one.key, int) else 0


_OPENS: Mapping[Kind, Callable[[Entry], Press]] = {
    Kind.COURSE: lambda one: OpenCourse(_number(one)),
    Kind.CODE: lambda one: OpenCode(_number(one), 0, "all"),
    Kind.TRAINING: lambda one: OpenTraining(_number(one)),
    Kind.ISSUE: lambda one: OpenSpecial(one.key) if isinstance(one.key, str) else OpenIssue(one.key),
    Kind.BROADCAST: lambda one: OpenBroadcast(_number(one), NOW, False, NOW),
    Kind.HELP: lambda one: Joining() if one.key == JOINING else AskAbout(str(one.key), 1),
}
_Way = tuple[Kind | None, Callable[[Words], Button]]
_PUBLIC: tuple[_Way, ...] = (
    (Kind.COURSE, lambda words: Button(words.common.to_courses(), Codes(1, "courses"))),
    (Kind.CODE, lambda words: Button(words.browse.to_codes(), Codes(1, "all"))),
    (Kind.BROADCAST, lambda words: Button(words.radio.to_radio(), Radio(NOW, False, NOW))),
    (Kind.HELP, lambda words: Button(words.start.to_help(), Help())),
)
_MEMBERS: tuple[_Way, ...] = (
    *_PUBLIC[:2],
    (Kind.TRAINING, lambda words: Button(words.trainings.to_coming(), TrainingsToCome(1))),
    (Kind.ISSUE, lambda words: Button(words.journal.to_journal(), Issues(1))),
    *_PUBLIC[2:],
    (None, lambda words: Button(words.requests.to_requests(), Requests(1))),
)
_ROOMS: _Way = (None, lambda words: Button(words.start.to_staff(0), Rooms()))
_WAYS: Mapping[Reader, tuple[_Way, ...]] = {
    Reader.MEMBER: _MEMBERS,
    Reader.STAFF: (*_MEMBERS, _ROOMS),
    Reader.ACCOUNT: (_ROOMS, _PUBLIC[-1]),
    Reader.STRANGER: (*_PUBLIC, (None, lambda words: Button(words.joining.to_joining(), Joining()))),
}
