"""What /why lists: what waits for a credit or a certificate, and everything of a kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from content.attendance.attending import Mine
from content.attendance.training import ListedTraining
from content.certificates.unlisted import NotUntil
from content.credits import why
from content.credits.credit import StandingCredit
from content.credits.explaining import Past
from content.declarations.declaring import Declared
from content.rules import day_of
from content.study.course import ListedCourse
from content.values import CreditKind
from handlers import journal
from handlers.credits import explained
from handlers.credits.naming import named as in_words
from handlers.presses.credits.why import OfCourse, OfCredit, OfDeclaration, OfIssue, OfTraining
from handlers.screens.credits.why import Item
from handlers.screens.journal import MemberIssue
from handlers.turn import Turn
from storage.credits import history, ledger
from storage.credits.history import Gone
from storage.credits.ledger import Content
from storage.declarations import declarations
from storage.journal import issues
from storage.programme import courses
from storage.study import enrolments
from storage.trainings import attendances

_QUIET = (
    why.EarnedOnce,
    why.BroughtBefore,
    why.OnlySample,
    why.NotHeldYet,
    why.RecordedViewing,
    why.TakenBack,
    why.ImportUndone,
)
"""Reasons for which the first list shows nothing: nothing waits, or not yet. (What was taken back is in that list by
its row of the ledger.)
"""
_OVER = (
    why.NotInTime,
    why.MarkMissed,
    why.NotAttended,
    why.OneDoorOnly,
    why.ClaimRefused,
    why.DeclaredTooLate,
    why.Declined,
)
"""Reasons that end the matter without a credit. They are shown for a while."""


def pending(turn: Turn) -> list[Item]:
    """All that waits: begun courses, sheets of the journal, trainings, declarations, reversed credits, and today's
    credits, which no certificate shows yet.
    """
    look = Look.of(turn)
    kinds = (_begun, _sheets, _attended, _declared)
    items = [one for kind in kinds for one in kind(look) if not isinstance(one.reason, _QUIET)]
    return [*items, *_gone(turn), *_today(turn)]


def every(turn: Turn, kind: CreditKind) -> list[Item]:
    """Everything of a kind that the member has to do with: begun courses, issues with questions, trainings,
    declarations.
    """
    look = Look.of(turn)
    if kind is CreditKind.LECTURE:
        return list(_begun(look))
    if kind is CreditKind.JOURNAL:
        return [look.issue(one) for one in journal.entries(turn, issues.listed(turn.session).issues)]
    if kind is CreditKind.TRAINING:
        return [look.training(one) for one in look.mine()]
    return [look.declaration(one) for one in declarations.every(turn.session, turn.member.id)]


@dataclass(frozen=True)
class Look:
    """One member's record, asked about one thing after another; each answer is an item of a list.

    `known` is the ledger's past by content, read once for all of them.
    """

    turn: Turn
    known: Mapping[Content, Past]

    @classmethod
    def of(cls, turn: Turn) -> "Look":
        return cls(turn, history.every(turn.session, turn.member.id))

    def past(self, source: str, *, sample: bool = False) -> Past:
        return self.known.get((source, sample), Past())

    def mine(self) -> Sequence[Mine]:
        """The trainings that the record has for this member, the latest first."""
        return attendances.mine(self.turn.session, self.turn.member.id, self.turn.now, self.turn.rules)

    def course(self, one: ListedCourse) -> Item:
        # A course with nothing missing gives a reason too (passed without earning), so there is always a first one. The
        # weightiest reason comes first.
        weightiest, *_ = explained.course_reasons(self.turn, one, self.past(one.source, sample=one.course.sample))
        return Item(self.turn.words.titled(one.course), weightiest, OfCourse(one.id))

    def issue(self, one: MemberIssue) -> Item:
        reason = explained.issue_reason(self.turn, one, self.past(one.issue.source, sample=one.issue.sample))
        title = self.turn.words.journal.name(one.issue.month, self.turn.words.titled(one.issue))
        return Item(title, reason, OfIssue(one.id))

    def training(self, mine: Mine) -> Item:
        one = mine.listed.training
        reason = explained.training_reason(self.turn, mine, self.past(one.source, sample=one.sample))
        title = f"{self.turn.words.common.short_day(one.held_on)} {self.turn.words.titled(one)}"
        return Item(title, reason, OfTraining(mine.listed.id))

    def listed(self, one: ListedTraining) -> Item:
        """A training as an item, whether the record has anything of it for this member or not."""
        turn = self.turn
        return self.training(attendances.of_training(turn.session, turn.member.id, one.id, turn.now, turn.rules))

    def declaration(self, one: Declared) -> Item:
        reason = explained.declaration_reason(self.turn, one, self.past(one.source))
        title = one.what or self.turn.words.declare_steps.kind(one.kind)
        return Item(title, reason, OfDeclaration(one.id))

    def too_old(self, day: date) -> bool:
        """Whether something that ended without a credit on that day is no longer shown."""
        return day_of(self.turn.now) - day > timedelta(days=self.turn.rules.missed_shown_days)


def _begun(look: Look) -> Iterator[Item]:
    """Courses that were begun: first those under way, the latest touched first; then the others."""
    session, member = look.turn.session, look.turn.member.id
    states = enrolments.states(session, member)
    order = {one.course_id: place for place, one in enumerate(enrolments.under_way(session, member))}
    begun = [one for one in courses.listed(session) if one.id in states]
    return (look.course(one) for one in sorted(begun, key=lambda one: order.get(one.id, len(order))))


def _sheets(look: Look) -> Iterator[Item]:
    """Issues that the member has begun or submitted. What ended without a credit is shown for a while."""
    for one in journal.entries(look.turn, issues.listed(look.turn.session).issues):
        item = look.issue(one)
        over = isinstance(item.reason, _OVER) and look.too_old(day_of(one.issue.deadline))
        if (one.answered or one.submitted) and not over:
            yield item


def _attended(look: Look) -> Iterator[Item]:
    for mine in look.mine():
        item = look.training(mine)
        if not (isinstance(item.reason, _OVER) and look.too_old(mine.listed.training.held_on)):
            yield item


def _declared(look: Look) -> Iterator[Item]:
    """Declarations that were not withdrawn. One that was refused or not submitted in time is shown for a while."""
    for one in declarations.every(look.turn.session, look.turn.member.id):
        item = look.declaration(one)
        over = isinstance(item.reason, _OVER) and look.too_old(day_of(one.decided_at or one.begun_at))
        if not (over or isinstance(item.reason, why.Withdrawn)):
            yield item


def _gone(turn: Turn) -> Iterator[Item]:
    """Reversed credits, also those whose course, issue or training is no longer published."""
    for one in in_words(turn, history.gone(turn.session, turn.member.id)):
        yield Item(_marked(turn, one), one.taken_back, OfCredit(one.id))


def _today(turn: Turn) -> Iterator[Item]:
    """Credits of today, which a certificate shows from tomorrow on."""
    today = day_of(turn.now)
    for one in in_words(turn, ledger.entries(turn.session, turn.member.id, today, today)):
        reason = explained.line(turn, one)
        if isinstance(reason, NotUntil):
            yield Item(_marked(turn, one), reason, OfCredit(one.id))


def _marked(turn: Turn, one: StandingCredit | Gone) -> str:
    return turn.words.common.marked(one.title, sample=one.sample)
