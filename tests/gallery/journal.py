"""Screens of the journal: as its sample issues are, and as long as they may be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from content.absence import given
from content.credits import why
from content.journal import Channel, IssueStanding, JournalIssue, ListedIssue, SheetState, SpecialIssue, Ticks
from content.package import journal as package
from content.sheet import Chosen, Sheet
from content.study.course import Item
from content.words import Words
from handlers.presses.credits.credits import Credits
from handlers.screens import journal, journal_sheet
from handlers.screens.trainings import calendar
from tests.gallery.facts import NOW, NUMBER, TODAY, entries
from tests.gallery.hanging import Exhibit, hang
from tests.house.source import ROOT

SPECIAL = SpecialIssue("2026-11-special", date(2026, 11, 1), "名" * 60, True)
MARK = journal.Mark(12, 60)


@cache
def published() -> tuple[JournalIssue, ...]:
    """The issues with questions of the repository."""
    files = sorted((ROOT / "content" / "journal").glob("*.yaml"))
    every = [one for file in files for one in given(package.read(file, Path(file.name))[0])]
    return tuple(one for one in every if isinstance(one, JournalIssue))


@cache
def largest() -> JournalIssue:
    """As much of everything as content/README.md allows."""
    choices = tuple(f"{number}" + "肢" * 130 for number in range(9))
    items = tuple(Item(number, "文" * 300, choices, frozenset(range(1, 9)), "説" * 1000) for number in range(1, 21))
    deadline = datetime(2026, 12, 25, 8, 30, tzinfo=UTC)
    told = datetime(2027, 12, 25, 8, 30, tzinfo=UTC)
    return JournalIssue("2026-12", date(2026, 12, 1), "名" * 60, True, "企" * 80, 83, 3, deadline, told, items)


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield from _lists(words)
    yield from _issues(words)
    yield from _sheets(words)
    yield from _letters(words)
    yield from _held_before(words)


def _lists(words: Words) -> Iterator[Exhibit]:
    real = [journal.MemberIssue(number, one, IssueStanding.NEW) for number, one in enumerate(published(), start=1)]
    full = [journal.MemberIssue(NUMBER, largest(), standing, 19, 20) for standing in IssueStanding] * 3
    yield hang("as published", journal.issues, [*real, replace(SPECIAL, title="特集")], 1, words, can_earn=True)
    yield hang("full, and cannot earn", journal.issues, [SPECIAL, *full], 2, words, can_earn=False)
    yield hang("only special ones", journal.issues, [SPECIAL], 1, words, can_earn=True)
    yield hang("nothing", journal.issues, [], 1, words, can_earn=True)


def _issues(words: Words) -> Iterator[Exhibit]:
    for number, one in enumerate(published(), start=1):
        entry = journal.MemberIssue(number, one, IssueStanding.NEW)
        yield hang(one.slug, journal.issue, entry, journal.Mark(3, 60), words, can_earn=True, told=False)
        for place in range(1, len(one.questions) + 1):
            ticks = Ticks(one, (1,) * len(one.questions))
            yield hang(f"{one.slug} {place}", journal.explanation, number, ticks, place, words)
    for channel in Channel:
        for standing in IssueStanding:
            entry = journal.MemberIssue(NUMBER, largest(), standing, 19, 20, journal.Submitted(channel, NOW))
            for told in (True, False):
                name = f"{standing} by {channel}, told {told}"
                yield hang(name, journal.issue, entry, MARK, words, can_earn=False, told=told, toast="")
    yield hang("largest", journal.explanation, NUMBER, Ticks(largest(), (1,) * 20), 10, words)


def _sheets(words: Words) -> Iterator[Exhibit]:
    for one in published():
        for place in range(1, len(one.questions) + 1):
            yield hang(f"{one.slug} {place}", journal_sheet.question, _sheet(one), place, words)
    full, half = _sheet(largest(), 511), replace(_sheet(largest()), ticks=Ticks(largest(), (511,) * 10 + (0,) * 10))
    yield hang("largest", journal_sheet.question, full, 10, words)
    yield hang("saved", journal_sheet.chosen, Chosen(full, changed=True), 10, words)
    yield hang("saved before", journal_sheet.chosen, Chosen(half, changed=False), 20, words)
    for name, sheet in (("answered", full), ("half answered", half)):
        toast = words.journal.not_submittable(range(1, 21))
        yield hang(name, journal_sheet.review, sheet, words, toast=toast)
        yield hang(name, journal_sheet.now, sheet, words)
    yield hang("largest", journal_sheet.confirm, full, words)
    yield hang("largest", journal_sheet.receipt, full, words)
    yield hang("as published", journal_sheet.confirm, _sheet(published()[0], 1), words)
    yield hang("as published", journal_sheet.receipt, _sheet(published()[0], 1), words)


def _letters(words: Words) -> Iterator[Exhibit]:
    for standing in (IssueStanding.CREDITED, IssueStanding.PASSED, IssueStanding.FAILED):
        entry = journal.MemberIssue(NUMBER, largest(), standing, 20, 20, journal.Submitted(Channel.WEB, NOW))
        credit = entries(1)[0] if standing is IssueStanding.CREDITED else None
        yield hang(standing.value, journal.result, entry, MARK, credit, Credits(), words)
    entry = journal.MemberIssue(NUMBER, largest(), IssueStanding.UNDER_WAY, 19)
    yield hang("before the deadline", journal.reminder, entry, words)
    yield hang("longest", calendar.deadline, largest(), NOW, words)


def _held_before(words: Words) -> Iterator[Exhibit]:
    for before in (why.BroughtBefore(TODAY, "名" * 60), why.MayBeBrought(TODAY, "名" * 60)):
        named, sent = type(before).__name__, journal.Submitted(Channel.WEB, NOW)
        new = journal.MemberIssue(NUMBER, largest(), IssueStanding.NEW, before=before)
        yield hang(f"held before, {named}", journal.issue, new, MARK, words, can_earn=True, told=False)
        passed = journal.MemberIssue(NUMBER, largest(), IssueStanding.CREDITED, 20, 20, sent, before)
        yield hang(f"held before, {named}, passed", journal.issue, passed, MARK, words, can_earn=True, told=True)
        yield hang(f"held before, {named}", journal.result, passed, MARK, None, Credits(), words)
        yield hang(f"held before, {named}", journal.issues, [new, passed], 1, words, can_earn=True)


def _sheet(issue: JournalIssue, ticked: int = 0) -> Sheet:
    ticks = Ticks(issue, (ticked,) * len(issue.questions))
    listed = ListedIssue(NUMBER, NUMBER, issue)
    return Sheet(NUMBER, NUMBER, listed, NUMBER, Channel.WEB, SheetState.SUBMITTED, NOW, None, ticks)
