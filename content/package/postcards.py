"""Postcards (CSV): the answers that came by post, typed into a list, or every fault line by line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from content import login_id
from content.grading import bits
from content.journal import JournalIssue, Postcard
from content.package import journal_reasons as say
from content.package import reasons, source, table
from content.package.faults import Fault

HEADER = ("会員ID", "号", "受付日", "解答")
# "-" for no answer, or digits, of which none stands twice
_MARKS = re.compile(r"-|(?!.*(.).*\1)[1-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def are_postcards(file: Path) -> bool:
    """Whether a CSV file has the header of postcards."""
    try:
        text, _ = source.read_csv(file)
    except OSError:
        return False
    return text is not None and table.has_header(text, HEADER)


def read(file: Path, shown: Path) -> tuple[tuple[Postcard, ...], tuple[Fault, ...]]:
    """The readable postcards in a file, and the faults of the others. Faults name the file `shown`."""
    try:
        text, problems = source.read_csv(file)
    except OSError:
        text, problems = None, [(1, reasons.CANNOT_READ)]
    faults = [Fault(shown, line, reason) for line, reason in problems]
    cards: list[Postcard] = []
    for line, cells in table.lines(text, HEADER) if text else ():
        found = [cells] if isinstance(cells, str) else _card(shown, line, *cells)
        cards += [card for card in found if isinstance(card, Postcard)]
        faults += [Fault(shown, line, reason) for reason in found if isinstance(reason, str)]
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


def _card(shown: Path, line: int, typed: str, slug: str, arrived: str, marks: str) -> Sequence[Postcard | str]:
    member_no = login_id.read(typed).text or typed
    received = _date(arrived)
    ticked = _ticked(marks)
    wrong = [
        *([] if member_no else [say.NO_MEMBER_ID]),
        *([] if slug else [say.NO_SLUG]),
        *([] if received else [say.POSTCARD_DAY]),
        *([] if ticked else [say.POSTCARD_ANSWERS]),
    ]
    if wrong or received is None:
        return wrong
    return [Postcard(shown, line, member_no, slug, received, ticked)]


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
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
