"""/journal: the questions of 日医雑誌, answered tap by tap and submitted once. The result comes with the answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from content.credits.why import BroughtBefore
from content.journal import GRADED, IssueStanding, ListedIssue, SheetState, SpecialIssue, Ticks, slug_said
from content.keys.letters import JournalDeadline, JournalResult
from content.refusals import AnswersNotPublished, NoSuchIssue, StaleButton
from content.rules import Rulebook
from content.sheet import Sheet
from handlers.due import Due, Rounds
from handlers.presses import journal as presses
from handlers.presses.credits.credits import Credits
from handlers.screens import journal as screens
from handlers.screens import journal_sheet as sheets
from handlers.screens.journal import MemberIssue
from handlers.screens.paging import page_with
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, On, Turn, Unwanted, Writes
from storage.credits import history, ledger
from storage.journal import due
from storage.journal import issues as journal
from storage.journal import sheets as journal_sheets
from storage.post import nudges
from storage.post.letters import Letter
from storage.post.rounds import Round


def asked(turn: Turn, argument: str) -> Screen:
    """The list of issues. `/journal 2026-12` shows that issue."""
    if argument.strip():
        return _card(turn, journal.by_slug(turn.session, slug_said(argument)))
    return _issues(turn, 1)


def issues(turn: Turn, press: presses.Issues) -> Screen:
    return _issues(turn, press.page)


def open_issue(turn: Turn, press: presses.OpenIssue) -> Screen:
    return _card(turn, journal.issue(turn.session, press.issue))


def begin(turn: Turn, press: presses.Begin) -> Screen:
    """Begin a sheet, or go on with the open one. If the sheet is submitted, show the issue. Raises JournalClosed."""
    listed = journal.issue(turn.session, press.issue)
    sheet = journal_sheets.begin(turn.session, turn.member.id, listed, turn.now)
    if sheet.state is not SheetState.OPEN:
        return _card(turn, listed, toast=turn.words.journal.submitted_before())
    return sheets.now(sheet, turn.words)


def choose(turn: Turn, press: presses.Choose) -> Screen:
    outcome = journal_sheets.choose(turn.session, turn.member.id, press.sheet, press.question, press.choice, turn.now)
    return sheets.chosen(outcome, press.question, turn.words)


def untick(turn: Turn, press: presses.Untick) -> Screen:
    outcome = journal_sheets.choose(
        turn.session, turn.member.id, press.sheet, press.question, press.choice, turn.now, off=True
    )
    return sheets.chosen(outcome, press.question, turn.words)


def show(turn: Turn, press: presses.Show) -> Screen:
    sheet = journal_sheets.answering(turn.session, turn.member.id, press.sheet, turn.now)
    try:
        return sheets.question(sheet, press.question, turn.words)
    except LookupError:
        raise StaleButton from None


def review(turn: Turn, press: presses.Review) -> Screen:
    return sheets.review(journal_sheets.answering(turn.session, turn.member.id, press.sheet, turn.now), turn.words)


def leave(turn: Turn, press: presses.Leave) -> Screen:
    """Show the issue. Every answer is saved already."""
    sheet = journal_sheets.answering(turn.session, turn.member.id, press.sheet, turn.now)
    return _card(turn, sheet.listed, toast=turn.words.journal.left())


def confirm(turn: Turn, press: presses.Confirm) -> Screen:
    sheet = journal_sheets.answering(turn.session, turn.member.id, press.sheet, turn.now)
    if sheet.ticks.unanswered:
        toast = turn.words.journal.not_submittable(sheet.ticks.unanswered)
        return sheets.review(sheet, turn.words, toast=toast)
    return sheets.confirm(sheet, turn.words)


def submit(turn: Turn, press: presses.Submit) -> Screen:
    """Submit, and show the issue with a receipt that stays. A second tap shows the issue alone."""
    first = journal_sheets.submit(turn.session, turn.member.id, press.sheet, turn.now)
    sheet = journal_sheets.own(turn.session, turn.member.id, press.sheet)
    if not first:
        return _card(turn, sheet.listed, toast=turn.words.journal.submitted_before())
    return replace(_card(turn, sheet.listed), also=(sheets.receipt(sheet, turn.words),))


def explain(turn: Turn, press: presses.Explain) -> Screen:
    """Show the key, which everybody may read once it is published. Raises AnswersNotPublished."""
    listed = journal.issue(turn.session, press.issue)
    if not listed.issue.tells(turn.now):
        raise AnswersNotPublished(listed.issue.answers_published_at)
    sheet = journal_sheets.of(turn.session, turn.member.id, listed.id)
    # Someone who has not answered sees the key too: beside a sheet with no ticks.
    ticks = sheet.ticks if sheet else Ticks(listed.issue, (0,) * len(listed.issue.questions))
    try:
        return screens.explanation(listed.id, ticks, press.question, turn.words)
    except LookupError:
        raise StaleButton from None


def write_result(turn: Turn, letter: Letter[JournalResult]) -> Screen | Unwanted:
    listed = journal.issue(turn.session, letter.key.issue)
    sheet = journal_sheets.of(turn.session, turn.member.id, listed.id)
    if sheet is None or sheet.state not in GRADED:
        return Unwanted("there is no result")
    source, sample = listed.issue.source, listed.issue.sample
    credit, one = ledger.of_source(turn.session, turn.member.id, source, sample=sample), _entry(turn, listed, sheet)
    return screens.result(one, mark(turn, one), None if one.before else credit, Credits(), turn.words)


def write_reminder(turn: Turn, letter: Letter[JournalDeadline]) -> Screen | Unwanted:
    """Write the reminder by the record of now. It is not sent if the sheet was submitted, or the issue was closed, or
    its deadline put off, in the meantime.
    """
    try:
        listed = journal.issue(turn.session, letter.key.issue)
    except NoSuchIssue:
        return Unwanted("the issue is withdrawn")
    one = _entry(turn, listed, journal_sheets.of(turn.session, turn.member.id, listed.id))
    if one.standing is not IssueStanding.UNDER_WAY or nudges.first_slot(letter.slot) != due.slot_of(listed.issue):
        return Unwanted("there is nothing to remember")
    return screens.reminder(one, turn.words)


def open_special(turn: Turn, press: presses.OpenSpecial) -> Screen:
    """The page of the list on which this special issue stands: there is no more of it."""
    slugs = [_slug(one) for one in _ordered(turn)]
    return _issues(turn, page_with(slugs.index(press.slug)) if press.slug in slugs else 1)


def _issues(turn: Turn, page: int) -> Screen:
    return screens.issues(_ordered(turn), page, turn.words, can_earn=turn.member.can_earn)


def _ordered(turn: Turn) -> list[MemberIssue | SpecialIssue]:
    """First the issues that can be answered, by their deadlines; then the others, the latest first."""
    every = journal.listed(turn.session)
    known = entries(turn, every.issues)
    ahead = [one for one in known if one.standing in screens.OPEN]
    others: list[MemberIssue | SpecialIssue] = [*(one for one in known if one not in ahead), *every.specials]
    # a slug begins with the month
    return [*sorted(ahead, key=lambda one: one.issue.deadline), *sorted(others, key=_slug, reverse=True)]


def to_answer(turn: Turn) -> list[MemberIssue]:
    """The issues that the member can answer now, without those whose credit was imported."""
    every = (one for one in entries(turn, journal.listed(turn.session).issues) if one.standing in screens.OPEN)
    return [one for one in every if not isinstance(one.before, BroughtBefore)]


def entries(turn: Turn, every: Sequence[ListedIssue]) -> list[MemberIssue]:
    """How the member stands with each of these issues now."""
    mine, before = journal_sheets.every(turn.session, turn.member.id), history.before(turn.session, turn.member.id)
    return [_entry(turn, one, _graded(turn, mine.get(one.id)), before) for one in every]


def entry(turn: Turn, listed: ListedIssue) -> MemberIssue:
    """How the member stands with this issue now."""
    return _entry(turn, listed, _graded(turn, journal_sheets.of(turn.session, turn.member.id, listed.id)))


def mark(turn: Turn, one: MemberIssue) -> screens.Mark:
    """What passes, by the rules of the day of submission; before it, by the rules of now."""
    rules = turn.house.rulebook.now(one.submitted.at if one.submitted else turn.now)
    return screens.Mark(rules.journal_right_needed(len(one.issue.questions)), rules.journal_pass_pct)


def _card(turn: Turn, listed: ListedIssue, toast: str = "") -> Screen:
    one, told = entry(turn, listed), listed.issue.tells(turn.now)
    return screens.issue(one, mark(turn, one), turn.words, can_earn=turn.member.can_earn, told=told, toast=toast)


def _graded(turn: Turn, sheet: Sheet | None) -> Sheet | None:
    """The sheet, graded now if its answers are published and the schedule has not graded it yet."""
    return due.grade(turn.session, sheet, turn.house.rulebook, turn.now) if sheet else None


def _entry(turn: Turn, listed: ListedIssue, sheet: Sheet | None, known: history.Known | None = None) -> MemberIssue:
    standing = journal_sheets.standing(sheet, listed.issue, turn.now)
    known = history.before(turn.session, turn.member.id) if known is None else known
    before = known.get((listed.issue.source, listed.issue.sample))
    if sheet is None:
        return MemberIssue(listed.id, listed.issue, standing, before=before)
    return MemberIssue(
        listed.id,
        listed.issue,
        standing,
        answered=sheet.ticks.asked - len(sheet.ticks.unanswered),
        right=sheet.right or 0,
        submitted=screens.Submitted(sheet.channel, sheet.submitted_at) if sheet.submitted_at else None,
        before=before,
    )


def _slug(one: MemberIssue | SpecialIssue) -> str:
    return one.slug if isinstance(one, SpecialIssue) else one.issue.slug


def to_remind(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return due.to_remind(session, rulebook.now(now))


def find_ungraded(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[tuple[int, int]]:
    return due.find_ungraded(session, now)


def grade(session: Session, found: Sequence[tuple[int, int]], now: datetime, rulebook: Rulebook) -> int:
    return due.grade_all(session, found, rulebook, now)


ROUTES = (
    Command("journal", asked, MEMBER),
    On(presses.Issues, issues, MEMBER),
    On(presses.OpenIssue, open_issue, MEMBER),
    On(presses.OpenSpecial, open_special, MEMBER),
    On(presses.Begin, begin, MEMBER),
    On(presses.Explain, explain, MEMBER),
    On(presses.Choose, choose, MEMBER),
    On(presses.Untick, untick, MEMBER),
    On(presses.Show, show, MEMBER),
    On(presses.Review, review, MEMBER),
    On(presses.Leave, leave, MEMBER),
    On(presses.Confirm, confirm, MEMBER),
    On(presses.Submit, submit, MEMBER),
)
LETTERS = (
    Writes(JournalResult, write_result),
    Writes(JournalDeadline, write_reminder),
)
DUE = (
    Rounds("answers not submitted", JournalDeadline, to_remind),
    Due("sheets to grade", find_ungraded, grade, whole=True),
)
