"""Reads from the record why a credit is missing: of a course, an issue, a training or a declaration, or on a paper."""

from collections.abc import Sequence
from datetime import date

from content.absence import given
from content.attendance import checkin as doors
from content.attendance.attending import Mine
from content.attendance.training import AttendanceStanding, slug_of
from content.certificates import certifying
from content.certificates.certifying import Reading
from content.certificates.unlisted import LineReason
from content.credits import explaining
from content.credits.counting import Counted, counted
from content.credits.credit import StandingCredit
from content.credits.explaining import CourseFacts, IssueFacts, LineFacts, Past, TrainingFacts
from content.credits.why import Left, NoQuestions, Reason
from content.declarations.declaring import Declared
from content.journal import ListedIssue, SpecialIssue
from content.refusals import NoSuchCourse, NoSuchDeclaration, NoSuchIssue, NoSuchTraining
from content.rules import day_of
from content.study import watching
from content.study.course import ListedCourse
from content.values import CertificatePurpose, CreditKind
from handlers import journal
from handlers.credits import goal
from handlers.credits.naming import named
from handlers.press import Press
from handlers.presses.declarations.declare import OpenDeclaration
from handlers.presses.journal import OpenIssue
from handlers.presses.study.course import OpenCourse
from handlers.presses.trainings.trainings import OpenTraining
from handlers.screens.credits.why import Credited, Explained
from handlers.screens.journal import MemberIssue
from handlers.turn import Turn
from storage.certificates import asked, eligible
from storage.credits import history, ledger
from storage.credits.history import Gone
from storage.credits.ledger import Content
from storage.declarations import declarations
from storage.journal import issues
from storage.people import noted
from storage.programme import courses
from storage.study import attempts, progress
from storage.trainings import attendances, checkin, claims, published


def course(turn: Turn, listed: ListedCourse) -> Explained:
    """Explain a course that is published."""
    one = listed.course
    kind = CreditKind(one.kind.value)
    content = (listed.source, one.sample)
    reasons = course_reasons(turn, listed, _past(turn, content))
    title = turn.words.course.title(turn.words.titled(one), one.code, one.half_units)
    return _explained(turn, title, kind, content, reasons, OpenCourse(listed.id))


def course_reasons(turn: Turn, listed: ListedCourse, past: Past) -> tuple[Reason, ...]:
    """Why a course has no credit. Chapters and tests are read only if the ledger does not tell it already."""
    if past.reason:
        return (past.reason,)
    member = turn.member
    tests = progress.tests(turn.session, member.id, listed.id)
    sittings = attempts.taken(turn.session, member.id, listed.id).sittings
    test = explaining.Assessed.FAILED if sittings else explaining.Assessed.NONE
    # An open test outweighs a failed one, and a passed test outweighs both.
    if tests.open:
        test = explaining.Assessed.UNDER_WAY
    if tests.passed_at:
        test = explaining.Assessed.PASSED
    left = tuple(
        Left(one.number, max(1, watching.needed(one.seconds, turn.rules.watch_threshold_pct) - one.watched))
        for one in progress.chapters(turn.session, member.id, listed)
        if not one.done
    )
    passed_on = day_of(tests.passed_at) if tests.passed_at else None
    return explaining.of_course(CourseFacts(past, member.can_earn, left, test, passed_on), turn.rules)


def issue(turn: Turn, listed: ListedIssue) -> Explained:
    """Explain an issue of the journal with questions."""
    one = listed.issue
    content = (one.source, one.sample)
    reason = issue_reason(turn, journal.entry(turn, listed), _past(turn, content))
    title = turn.words.course.title(
        turn.words.journal.name(one.month, turn.words.titled(one)), one.code, one.half_units
    )
    return _explained(turn, title, CreditKind.JOURNAL, content, (reason,), OpenIssue(listed.id))


def issue_reason(turn: Turn, one: MemberIssue, past: Past) -> Reason:
    facts = IssueFacts(past, turn.member.can_earn, one.issue, one.standing, one.right, journal.mark(turn, one).pct)
    return explaining.of_issue(facts)


def special(turn: Turn, one: SpecialIssue) -> Explained:
    """Explain a special issue of the journal, which has no questions."""
    say, past = turn.words, _past(turn, (f"journal:{one.slug}", one.sample))
    title = say.journal.special_name(one.month, say.titled(one))
    kind = CreditKind.JOURNAL
    reason = past.reason or NoQuestions()
    return Explained(title, say.ledger.kind(kind), kind, (reason,), None, None, f"why:{one.slug}")


def training(turn: Turn, mine: Mine) -> Explained:
    """Explain a training that is announced."""
    one = mine.listed.training
    content = (one.source, one.sample)
    reason = training_reason(turn, mine, _past(turn, content))
    title = turn.words.course.title(turn.words.titled(one), one.code, one.half_units)
    return _explained(turn, title, CreditKind.TRAINING, content, (reason,), OpenTraining(mine.listed.id))


def training_reason(turn: Turn, mine: Mine, past: Past) -> Reason:
    one, rules = mine.listed.training, turn.rules
    facts = TrainingFacts(
        past,
        turn.member.can_earn,
        one,
        mine.standing,
        doors.hours(one.starts_at, one.ends_at, rules),
        checkin.may_claim(mine, turn.now, rules),
        claims.refused_for(turn.session, turn.member.id, mine.listed.id)
        if mine.standing is AttendanceStanding.REFUSED
        else "",
    )
    return explaining.of_training(facts)


def declaration(turn: Turn, declared: Declared) -> Explained:
    """Explain a declaration that the member made."""
    kind = CreditKind.DECLARATION
    content = (declared.source, False)
    reason = declaration_reason(turn, declared, _past(turn, content))
    name = turn.words.declare_steps.kind(declared.kind)
    about = f"{turn.words.ledger.kind(kind)}　{name}"
    title = declared.what or name
    return _explained(turn, title, kind, content, (reason,), OpenDeclaration(declared.id), about=about)


def declaration_reason(turn: Turn, declared: Declared, past: Past) -> Reason:
    """Why a declaration has no credit, by the rules of the day on which it was held."""
    day = declared.held_on or day_of(turn.now)  # a draft may have no day yet
    return explaining.of_declaration(declared, past, turn.now, turn.house.rulebook.at(day))


def credit(turn: Turn, entry: StandingCredit | Gone) -> Explained:
    """Explain a credit, standing or reversed, as its course, issue, training or declaration. If that is withdrawn, or a
    real content took the name of the sample, the credit's own row has to tell it.
    """
    try:
        content = _content(turn, entry)
    except (NoSuchCourse, NoSuchIssue, NoSuchTraining, NoSuchDeclaration):
        content = None
    if content is not None:
        return content
    title = turn.words.course.title(entry.title, entry.code, entry.half_units)
    own = (entry.source, entry.sample)
    return _explained(turn, title, entry.kind, own, given(_past(turn, own).reason))


def _content(turn: Turn, entry: StandingCredit | Gone) -> Explained | None:
    """The content of a credit; None if its name is another's now. Raises NoSuchCourse and its kin."""
    kind, _, slug = entry.source.partition(":")
    if kind == "course":
        lecture = courses.by_slug(turn.session, slug)
        return course(turn, lecture) if lecture.course.sample is entry.sample else None
    if kind == "journal":
        printed = issues.by_slug(turn.session, slug)
        return issue(turn, printed) if printed.issue.sample is entry.sample else None
    if slug_of(entry.source):
        held = published.by_slug(turn.session, slug)
        mine = attendances.of_training(turn.session, turn.member.id, held.id, turn.now, turn.rules)
        return training(turn, mine) if held.training.sample is entry.sample else None
    return (
        declaration(turn, declarations.own(turn.session, turn.member.id, int(slug))) if kind == "declaration" else None
    )


def counts(turn: Turn) -> Sequence[Counted[StandingCredit]]:
    """Every credit that stands, the earliest first, with the numbers of /credits that each is part of."""
    certified_on = noted.get(turn.session, turn.member.id).certified_on
    entries = named(turn, ledger.standing(turn.session, turn.member.id))
    return counted(entries, day_of(turn.now), turn.rules, certified_on)


def line(turn: Turn, entry: StandingCredit) -> LineReason | None:
    """Why no certificate shows a credit; None if one can."""
    one = eligible.candidate(turn.session, turn.member.id, entry, turn.rules)
    paper = asked.last(turn.session, turn.member.id)
    not_of_paper = certifying.of_purpose(one, reading(turn, paper.purpose, paper.last)) if paper else None
    brought = certifying.brought_along(entry, turn.profile.certifies_brought)
    facts = LineFacts(entry.kind, entry.earned_on, entry.written_at, one.elsewhere, paper, not_of_paper, brought)
    return explaining.of_line(facts, turn.now, turn.rules)


def reading(turn: Turn, purpose: CertificatePurpose, last: date) -> Reading:
    """How the member's credits of a period that ends on `last` are read for a certificate of this purpose."""
    chronic = purpose is CertificatePurpose.CHRONIC
    filings = noted.get(turn.session, turn.member.id).filings if chronic else 0
    return Reading(purpose, turn.house.rulebook.at(last), filings or 0, turn.profile.certifies_brought)


def _past(turn: Turn, content: Content) -> Past:
    source, sample = content
    return history.of(turn.session, turn.member.id, source, sample=sample)


def _explained(
    turn: Turn,
    title: str,
    kind: CreditKind,
    content: Content,
    reasons: tuple[Reason, ...],
    opens: Press | None = None,
    *,
    about: str = "",
) -> Explained:
    """All that is explained, together with how the credit of this content counts, if one stands."""
    here = next((one for one in counts(turn) if (one.credit.source, one.credit.sample) == content), None)
    credit = _credited(turn, here) if here else None
    return Explained(title, about or turn.words.ledger.kind(kind), kind, reasons, credit, opens, f"why:{content[0]}")


def _credited(turn: Turn, one: Counted[StandingCredit]) -> Credited:
    standing = goal.standing(turn, ledger.history(turn.session, turn.member.id))
    common = history.common(turn.session, turn.member.id, one.credit.source, sample=one.credit.sample)
    return Credited(one, standing, common, line(turn, one.credit))
