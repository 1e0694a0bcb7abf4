"""The officers' room for certificates: found by number or by member, one with its history, and those in doubt."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from content.absence import given
from content.staff.cases import Queue
from content.staff.certificates import DoubtLine, Issued, IssuedLine
from content.verifying.standing import State
from content.words import Words
from handlers.presses.staff.certificates import (
    AskLeave,
    AskReplace,
    AskRevoke,
    CertificateRoom,
    Doubted,
    FetchIssued,
    OfMember,
    OpenIssued,
)
from handlers.presses.staff.members import OpenMember, Room
from handlers.presses.staff.rooms import Rooms
from handlers.screens.paging import Page, pager
from handlers.screens.screen import Button, KeptPaper, Place, Row, Screen, page, row, rows_of
from handlers.screens.staff.desk import queue_rows

CHANGES = 8
"""At most so many changes are listed on a card."""


def room(waiting: int, words: Words, said: str = "") -> Screen:
    """Type a number. `waiting`: how many certificates are in doubt; `said`: what became of the last number."""
    say = words.issued
    rows = (
        *given(row(Button(say.to_doubts(waiting), Doubted(1))) if waiting else None),
        row(Button(say.to_members(), Room())),
        row(Button(words.common.back(), Rooms())),
    )
    lines = [*([said, ""] if said else []), *say.room()]
    return Screen(page(say.title(), *lines), rows, subject="staff")


def of_member(shown: Queue[IssuedLine], member: int, name: str, words: Words) -> Screen:
    """A page of a member's certificates, the latest first."""
    say, numbered = words.issued, list(enumerate(shown.lines, start=shown.before + 1))
    lines = [line for place, one in numbered for line in ("", *say.line(place, one))]
    here = Page(shown.lines, shown.number, shown.pages, shown.before)
    rows = (
        *rows_of((Button(str(place), OpenIssued(one.id)) for place, one in numbered), 5),
        *pager(words, here, lambda turned: OfMember(member, turned)),
        row(Button(words.common.back(), OpenMember(member))),
    )
    return Screen(page(say.list_title(name), *(lines[1:] or [say.none()])), rows, subject="staff")


def queue(shown: Queue[DoubtLine], now: datetime, words: Words) -> Screen:
    """The certificates that wait for a decision, each with what changed."""
    say = words.issued
    lines = [
        line
        for place, one in enumerate(shown.lines, start=shown.before + 1)
        for line in ("", *say.queue_line(place, one, words.desk.waited(one.at, now)))
    ]
    rows = queue_rows(shown, (OpenIssued(one.id, shown.number) for one in shown.lines), Doubted, words)
    return Screen(page(say.queue_title(shown.total), *(lines[1:] or [words.desk.nothing()])), rows, subject="staff")


def card(shown: Issued, number: int, words: Words, *, own: bool, further: int | None = None, said: str = "") -> Screen:
    """A certificate with its history. `number`: the page of the queue, or 0; `own`: it is the officer's own. `further`:
    the certificate to look at after this one.
    """
    told = [said, ""] if said else []
    back = Doubted(number) if number else OfMember(shown.member_id, 1)
    goes_on = further and number and not shown.changes
    rows = (
        *(() if own else _ways(shown, number, words)),
        *given(row(Button(words.issued.to_file(), FetchIssued(shown.id))) if shown.has_file else None),
        *given(row(Button(words.desk.to_next(), OpenIssued(further, number))) if further and goes_on else None),
        row(Button(words.desk.to_member(), OpenMember(shown.member_id))),
        row(Button(words.common.back(), back)),
    )
    decides = (*_state(shown, words), *_changes(shown, words))
    lines = (*told, *decides, "", *_facts(shown, words), "", *_history(shown, words))
    return Screen(page(words.issued.card_title(shown.number), *lines), rows, subject="staff")


def gone(words: Words) -> Screen:
    """There is no such certificate."""
    rows = (row(Button(words.common.back(), CertificateRoom())),)
    return Screen(page(words.issued.title(), words.issued.unknown()), rows, subject="staff")


def file_comes(words: Words) -> Screen:
    return Screen("", toast=words.issued.file_comes())


def copy(shown: Issued, file_name: str, words: Words) -> Screen:
    """The letter that brings staff the file."""
    rows = (row(Button(words.issued.to_card(), OpenIssued(shown.id))),)
    text = page(words.issued.card_title(shown.number), words.issued.copy())
    return Screen(text, rows, place=Place.OWN, paper=KeptPaper(shown.id, file_name))


def _state(shown: Issued, words: Words) -> Sequence[str]:
    if shown.state is State.VALID and shown.drawn_at is None:
        return [words.issued.not_drawn()]
    if shown.instead:
        return [words.issued.under_way(shown.instead)]
    return [words.verify.state(shown.state)]


def _facts(shown: Issued, words: Words) -> Iterator[str]:
    say, facts = words.issued, shown.facts
    yield say.holder(facts.name, facts.member_no) if facts else say.erased()
    if facts and facts.name != shown.name:
        yield say.today(shown.name)
    if facts:
        yield say.purpose(words.certificate.purpose(facts.purpose))
    yield say.span(shown.first, shown.last)
    yield say.totals(shown.half_units, shown.codes, len(facts.lines) if facts else 0)


def _history(shown: Issued, words: Words) -> Iterator[str]:
    say = words.issued
    yield from say.history(shown)
    if shown.replaces:
        yield say.replaces(shown.replaces)
    for end in shown.ended:
        yield from ("", *say.ended(end))


def _changes(shown: Issued, words: Words) -> Iterator[str]:
    if shown.changes:
        yield from ("", words.issued.changed(), *(words.issued.change(one) for one in shown.changes[:CHANGES]))
    if len(shown.changes) > CHANGES:
        yield words.issued.more(len(shown.changes) - CHANGES)


def _ways(shown: Issued, number: int, words: Words) -> tuple[Row, ...]:
    """What can be done with it: one that was replaced can still be revoked, if its holder misuses it."""
    say = words.issued
    if shown.instead or any(end.state is State.REVOKED for end in shown.ended):
        return ()
    valid = shown.state is State.VALID
    return (
        *given(row(Button(say.to_replace(), AskReplace(shown.id, number))) if valid and shown.facts else None),
        *given(row(Button(say.to_leave(), AskLeave(shown.id, number))) if valid and shown.changes else None),
        row(Button(say.to_revoke(), AskRevoke(shown.id, number))),
    )
