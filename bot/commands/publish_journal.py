"""The journal: its issues, and the postcards that came for them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands.batch import Batch, counted
from bot.commands.found import Found
from content import tables
from content.journal import Issue, JournalIssue, Postcard
from content.package import Fault, postcards
from content.package import journal as files
from content.package import journal_reasons as say
from storage.engine.sessions import Sessions
from storage.journal import issues as journal
from storage.journal import postcards as post
from storage.journal.sheets import Taken

_AT_ONCE = 200


def find(path: Path) -> Batch | None:
    """The issues and the postcards at or below a path."""
    every = Found.at(path)
    described = [one for one in every.ending(".yaml") if files.is_issue(one)]
    sent = [one for one in every.ending(*tables.ENDINGS) if postcards.are_postcards(one)]
    if not described and not sent:
        return None
    faults: list[Fault] = []
    issues = tuple(_issues(described, every, faults))
    cards = tuple(_cards(sent, every, faults))
    handed = {one.slug: one for one in issues if isinstance(one, JournalIssue)}
    faults += [fault for card in cards if card.slug in handed for fault in postcards.against(card, handed)]
    return Batch(
        counted(len(issues), "issue", "issues") + (f", {counted(len(cards), 'postcard', 'postcards')}" if sent else ""),
        tuple(sorted(faults)),
        lambda sessions, now, out: _publish(sessions, issues, cards, now, out),
        lambda session, now: tuple(sorted(post.doubts(session, cards, handed, now))),
    )


def _issues(described: Sequence[Path], every: Found, faults: list[Fault]) -> Iterator[Issue]:
    first: dict[str, Path] = {}
    for file in described:
        shown = every.shown(file)
        issue, wrong = files.read(file, shown)
        faults += wrong
        if issue is None:
            continue
        if first.setdefault(issue.slug, shown) != shown:
            faults.append(Fault(shown, 1, say.slug_taken(issue.slug, first[issue.slug])))
        else:
            yield issue


def _cards(sent: Sequence[Path], every: Found, faults: list[Fault]) -> Iterator[Postcard]:
    for file in sent:
        cards, wrong = postcards.read(file, every.shown(file))
        faults += wrong
        yield from cards


def _publish(sessions: Sessions, issues: Sequence[Issue], cards: Sequence[Postcard], now: datetime, out: TextIO) -> int:
    """An issue is one transaction, and so are some 200 postcards. If it is cut off, the command is typed again."""
    for one in issues:
        with sessions.begin() as session:
            done = journal.publish(session, one, now)
        print(f"{done.slug}: {done.outcome} (edition {done.edition})", file=out)
    for start in range(0, len(cards), _AT_ONCE):
        with sessions.begin() as session:
            became = post.take(session, cards[start : start + _AT_ONCE], now)
        _tell(became, out)
    return 0


def _tell(became: Mapping[Taken, Sequence[Postcard]], out: TextIO) -> None:
    """Print how many postcards were taken, and each that was not."""
    print(f"{counted(len(became[Taken.NEW]), 'postcard', 'postcards')} taken", file=out)
    for taken in (Taken.UNCHANGED, Taken.BY_WEB):
        for card in became[taken]:
            print(f"{card.file}:{card.line}: {card.member_no} for {card.slug}: {taken.value}", file=out)
