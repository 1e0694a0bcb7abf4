"""What /why lists: what waits for a credit or a certificate, everything of a kind, and what a name means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from content import curriculum, why
from content.declaring import Declared
from content.finding import find
from content.folding import fold
from content.rules import day_of
from content.values import CreditKind
from content.why import NotUntil, Reason
from content.words import EN, JA
from handlers import explained, journal
from handlers.screens.why import Item
from handlers.screens.why_ways import OfCourse, OfCredit, OfDeclaration, OfIssue, OfSpecial, OfTraining
from handlers.turn import Turn
from storage import attendances, declarations, enrolments, ledger, pasts, programme, trainings
from storage import journal as issues
from storage.attendances import Mine
from storage.programme import Listed

MOST = 30
"""So many trainings of one name are looked at."""
_CODE = re.compile(r"(?:cc)? ?([0-9]{1,3})", re.IGNORECASE)
_QUIET = (why.EarnedOnce, why.NotHeldYet, why.RecordedViewing, why.TakenBack)
"""Nothing waits here, or not yet; what was taken back is listed by its row in the ledger."""
_OVER = (
    why.NotInTime,
    why.MarkMissed,
    why.NotAttended,
    why.OneDoorOnly,
    why.ClaimRefused,
    why.DeclaredTooLate,
    why.Declined,
)
"""What came to nothing, and is shown for a while."""


def pending(turn: Turn) -> list[Item]:
    """What waits: begun courses, sheets of the journal, trainings, reversed credits, and today's certificate lines."""
    items = [
        one
        for kind in (_begun, _sheets, _attended, _declared)
        for one in kind(turn)
        if not isinstance(one.reason, _QUIET)
    ]
    return [*items, *_gone(turn), *_today(turn)]


def every(turn: Turn, kind: CreditKind) -> list[Item]:
    """All of a kind that the member has to do with: begun courses, issues with questions, trainings."""
    if kind is CreditKind.LECTURE:
        return list(_begun(turn))
    if kind is CreditKind.JOURNAL:
        return [_issue(turn, one) for one in issues.listed(turn.session).issues]
    if kind is CreditKind.TRAINING:
        return [_training(turn, one) for one in _attendances(turn)]
    return [_declaration(turn, one) for one in declarations.every(turn.session, turn.member.id)]


def named(turn: Turn, text: str) -> list[Item]:
    """The courses, issues and trainings that a text means."""
    kinds = (_courses_named, _issues_named, _trainings_named, _declarations_named)
    return [one for kind in kinds for one in kind(turn, text)]


def _begun(turn: Turn) -> Iterator[Item]:
    """Courses that were begun, those under way first and the latest touched of them before the others."""
    states = enrolments.states(turn.session, turn.member.id)
    order = {one.course_id: place for place, one in enumerate(enrolments.under_way(turn.session, turn.member.id))}
    begun = [one for one in programme.listed(turn.session) if one.id in states]
    return (_course(turn, one) for one in sorted(begun, key=lambda one: order.get(one.id, len(order))))


def _sheets(turn: Turn) -> Iterator[Item]:
    """Issues that the member has begun or submitted."""
    for one in issues.listed(turn.session).issues:
        entry = journal.entry(turn, one)
        too_old = day_of(turn.now) - day_of(one.issue.deadline) > _shown_for(turn)
        item = _issue(turn, one)
        if (entry.answered or entry.submitted) and not (too_old and isinstance(item.reason, _OVER)):
            yield item


def _attended(turn: Turn) -> Iterator[Item]:
    for mine in attendances.mine(turn.session, turn.member.id, turn.now, turn.rules):
        too_old = day_of(turn.now) - mine.listed.training.held_on > _shown_for(turn)
        item = _training(turn, mine)
        if not (too_old and isinstance(item.reason, _OVER)):
            yield item


def _declared(turn: Turn) -> Iterator[Item]:
    """Declarations that are not withdrawn; what was refused or not submitted in time, for a while."""
    for one in declarations.every(turn.session, turn.member.id):
        too_old = day_of(turn.now) - day_of(max((one.begun_at, *one.decided_at))) > _shown_for(turn)
        item = _declaration(turn, one)
        if not (isinstance(item.reason, why.Withdrawn) or (too_old and isinstance(item.reason, _OVER))):
            yield item


def _attendances(turn: Turn) -> Sequence[Mine]:
    """Trainings with a record of the member, and those of late of which there is none; the latest first."""
    mine = attendances.mine(turn.session, turn.member.id, turn.now, turn.rules)
    known = {one.listed.id for one in mine}
    late = timedelta(days=turn.rules.registration_told_days)
    others = trainings.around(turn.session, turn.now, late, timedelta())
    absent = [_mine(turn, listed.id) for listed, _ in others if listed.id not in known]
    return sorted([*mine, *absent], key=lambda one: one.listed.training.starts_at, reverse=True)


def _gone(turn: Turn) -> Iterator[Item]:
    """Reversed credits, whether their course, issue or training is still published or not."""
    for one in pasts.gone(turn.session, turn.member.id):
        yield Item(one.title, one.taken_back, OfCredit(one.id))


def _today(turn: Turn) -> Iterator[Item]:
    """Credits that a certificate shows from tomorrow on."""
    today = day_of(turn.now)
    for one in ledger.entries(turn.session, turn.member.id, today, today):
        for reason in explained.line(turn, one):
            if isinstance(reason, NotUntil):
                yield Item(one.title, reason, OfCredit(one.id))


def _courses_named(turn: Turn, text: str) -> Iterable[Item]:
    by_slug = {one.course.slug: one for one in programme.listed(turn.session)}
    hits = find(" ".join(map(str, codes_of(text))) or text, [one.course for one in by_slug.values()])
    return (_course(turn, by_slug[hit.course.slug]) for hit in hits)


def _issues_named(turn: Turn, text: str) -> Iterator[Item]:
    published, folded = issues.listed(turn.session), fold(text)
    codes = codes_of(text)
    for one in published.issues:
        names = (words.journal.name(one.issue.month, one.issue.title) for words in (JA, EN))
        if one.issue.slug == text or one.issue.code in codes or _holds(names, folded):
            yield _issue(turn, one)
    for special in published.specials:
        names = (words.journal.special_name(special.month, special.title) for words in (JA, EN))
        if special.slug == text or _holds(names, folded):
            title = turn.words.journal.special_name(special.month, special.title)
            yield Item(title, why.NoQuestions(), OfSpecial(special.slug))


def _trainings_named(turn: Turn, text: str) -> Iterator[Item]:
    codes = codes_of(text)
    mine = attendances.mine(turn.session, turn.member.id, turn.now, turn.rules)
    found = {one.listed.id: one for one in mine if one.listed.training.code in codes}
    for listed in trainings.named(turn.session, text, MOST) if not codes else ():
        found.setdefault(listed.id, _mine(turn, listed.id))
    return (_training(turn, one) for one in found.values())


def _declarations_named(turn: Turn, text: str) -> Iterator[Item]:
    codes, folded = codes_of(text), fold(text)
    for one in declarations.every(turn.session, turn.member.id):
        if codes & set(one.code) or (not codes and _holds([one.what], folded)):
            yield _declaration(turn, one)


def _course(turn: Turn, one: Listed) -> Item:
    reasons = explained.course_reasons(turn, one, pasts.of(turn.session, turn.member.id, one.source))
    return Item(one.course.title, _weightiest(reasons), OfCourse(one.id))


def _issue(turn: Turn, one: issues.Listed) -> Item:
    reasons = explained.issue_reasons(turn, one, pasts.of(turn.session, turn.member.id, one.issue.source))
    title = turn.words.journal.name(one.issue.month, one.issue.title)
    return Item(title, _weightiest(reasons), OfIssue(one.id))


def _training(turn: Turn, mine: Mine) -> Item:
    one = mine.listed.training
    reasons = explained.training_reasons(turn, mine, pasts.of(turn.session, turn.member.id, one.source))
    title = f"{turn.words.common.short_day(one.held_on)} {one.title}"
    return Item(title, _weightiest(reasons), OfTraining(mine.listed.id))


def _declaration(turn: Turn, one: Declared) -> Item:
    reasons = explained.declaration_reasons(turn, one, pasts.of(turn.session, turn.member.id, one.source))
    return Item(one.what or turn.words.declare_steps.kind(one.kind), _weightiest(reasons), OfDeclaration(one.id))


def _mine(turn: Turn, training_id: int) -> Mine:
    return attendances.of_training(turn.session, turn.member.id, training_id, turn.now, turn.rules)


def _weightiest(reasons: Sequence[Reason]) -> Reason:
    """The first: every course, issue and training has a reason, if only that it is earned."""
    return reasons[0]


def codes_of(text: str) -> frozenset[int]:
    """The code that a number means (CC 74, 74); a name of a code means none, for it may be in a training's title."""
    number = _CODE.fullmatch(text)
    known = {code.number for code in curriculum.load().codes}
    return frozenset({int(number[1])} & known) if number else frozenset()


def _holds(names: Iterable[str], folded: str) -> bool:
    return bool(folded) and any(folded in fold(name) for name in names)


def _shown_for(turn: Turn) -> timedelta:
    return timedelta(days=turn.rules.missed_shown_days)
