"""Postcards: the answers that came by post, as they were read off, or every fault line by line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from content.access import login_id
from content.journal import JournalIssue, Postcard
from content.package import attendance, lists
from content.package import journal_reasons as say
from content.package.faults import Fault
from content.package.lists import Entry
from content.study.grading import bits
from content.tables.cells import BadCell, day, narrow

COLUMNS = {"member_id": "会員ID", "issue": "号", "received": "受付日", "answers": "解答"}
_MARKS = re.compile(r"-|(?!.*(.).*\1)[1-9]+")


def are_postcards(file: Path) -> bool:
    """Whether a list is one of postcards: its header names more of their columns than of an attendance's."""
    return lists.fitting(file, COLUMNS) > lists.fitting(file, attendance.COLUMNS)


def read(file: Path, shown: Path) -> tuple[tuple[Postcard, ...], tuple[Fault, ...]]:
    """The readable postcards in a file, and the faults of the others. Faults name the file `shown`."""
    faults: list[Fault] = []
    cards: list[Postcard] = []
    for line in lists.read(file, shown, COLUMNS):
        if isinstance(line, Fault):
            faults.append(line)
            continue
        found = _card(shown, line)
        cards += [card for card in found if isinstance(card, Postcard)]
        faults += [Fault(shown, line.line, reason) for reason in found if isinstance(reason, str)]
    return tuple(cards), tuple(sorted([*faults, *_twice(cards)]))


def against(card: Postcard, issues: Mapping[str, JournalIssue]) -> Iterator[Fault]:
    """The faults of a postcard that only a comparison with its issue shows."""
    issue = issues.get(card.slug)
    if issue is None:
        yield Fault(card.file, card.line, say.no_issue(card.slug))
        return
    if len(card.ticked) != len(issue.questions):
        yield Fault(card.file, card.line, say.other_questions(len(card.ticked), len(issue.questions)))
        return
    for question, ticked in zip(issue.questions, card.ticked, strict=True):
        if ticked >> len(question.choices):
            reason = say.no_choice(ticked.bit_length(), question.number, len(question.choices))
            yield Fault(card.file, card.line, reason)


def _card(shown: Path, line: Entry) -> Sequence[Postcard | str]:
    typed, issue, arrived, marks = (line.cells[column] for column in COLUMNS)
    member_no, slug = login_id.read(typed).text or typed, narrow(issue)
    received = _date(arrived)
    ticked = _ticked(narrow(marks))
    wrong = [
        *([] if member_no else [say.NO_MEMBER_ID]),
        *([] if slug else [say.NO_SLUG]),
        *([] if received else [say.POSTCARD_DAY]),
        *([] if ticked else [say.POSTCARD_ANSWERS]),
    ]
    if wrong or received is None:
        return wrong
    return [Postcard(shown, line.line, member_no, slug, received, ticked)]


def _date(text: str) -> date | None:
    try:
        return day(text)
    except BadCell:
        return None


def _ticked(text: str) -> tuple[int, ...]:
    marks = text.split()
    if not all(map(_MARKS.fullmatch, marks)):
        return ()
    return tuple(0 if mark == "-" else bits(map(int, mark)) for mark in marks)


def _twice(cards: Sequence[Postcard]) -> Iterator[Fault]:
    first: dict[tuple[str, str], int] = {}
    for card in cards:
        key = card.member_no, card.slug
        if key in first:
            yield Fault(card.file, card.line, say.twice(*key, first[key]))
        first.setdefault(key, card.line)
