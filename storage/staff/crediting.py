"""Credits that staff grant: which published contents can be chosen, and the row of the ledger."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import Form, ListedTraining
from content.credits.credit import By, StandingCredit
from content.journal import ListedIssue
from content.refusals import StaleButton
from content.rules import Rulebook, Rules, begins
from content.staff.crediting import Content, Grant, Of
from content.study.course import CommonLecture, ListedCourse
from content.values import CreditKind
from content.words import JA
from storage.credits import ledger, samples
from storage.journal import issues
from storage.people import callers
from storage.programme import courses
from storage.tables import Credit
from storage.trainings import looked_up, published

Listed = ListedCourse | ListedIssue | ListedTraining
_WHY = select(Credit.reason).where(Credit.id == bindparam("credit"))


def of_courses(session: Session) -> Sequence[ListedCourse]:
    """The courses that can be granted: all that are published, samples in the demo alone."""
    demo = samples.count_here(session)
    return [one for one in courses.listed(session) if demo or not one.course.sample]


def of_issues(session: Session, now: datetime) -> Sequence[ListedIssue]:
    """The issues of the journal whose answers are published: before that nobody may see a result."""
    demo = samples.count_here(session)
    every = (one for one in issues.listed(session).issues if one.issue.tells(now))
    return [one for one in every if demo or not one.issue.sample]


def of_trainings(session: Session, now: datetime) -> Sequence[ListedTraining]:
    """The trainings that are over. A recorded viewing brings no credit to anybody."""
    demo = samples.count_here(session)
    return [
        one
        for one in looked_up.every(session)
        if one.training.ends_at <= now
        and one.training.form is not Form.WEB_RECORDED
        and (demo or not one.training.sample)
    ]


def content(session: Session, of: Of, number: int, now: datetime, rules: Rules) -> Content:
    """The content that a button names. Raises StaleButton if it can't be granted, or NoSuchCourse and its kin."""
    if of is Of.COURSE:
        found: Listed = courses.course(session, number)
        can = True
    elif of is Of.JOURNAL:
        issue = issues.issue(session, number)
        found, can = issue, issue.issue.tells(now)
    else:
        held = published.training(session, number)
        found, can = held, held.training.ends_at <= now and held.training.form is not Form.WEB_RECORDED
    one = as_content(found, rules)
    if not can or (one.sample and not samples.count_here(session)):
        raise StaleButton
    return one


def as_content(listed: Listed, rules: Rules) -> Content:
    """A published content as far as a grant needs it."""
    if isinstance(listed, ListedCourse):
        one = listed.course
        kind = CreditKind(one.kind.value)
        lecture = one.common_lecture
        return Content(kind, listed.id, one.source, one.sample, one.title, one, None, one.planning, one.code,
                       one.half_units, None, lecture)  # fmt: skip
    if isinstance(listed, ListedIssue):
        issue = listed.issue
        title = JA.journal.name(issue.month, issue.title)
        return Content(CreditKind.JOURNAL, listed.id, issue.source, issue.sample, title, issue, issue.month,
                       issue.planning, issue.code, issue.half_units, None, None)  # fmt: skip
    held = listed.training
    away = held.prefecture if held.prefecture in rules.certified_elsewhere else ""
    return Content(CreditKind.TRAINING, listed.id, held.source, held.sample, held.title, held, None, held.organiser,
                   held.code, held.half_units, held.held_on, held.common_lecture, away)  # fmt: skip


def can_earn(session: Session, member_id: int) -> bool:
    return callers.caller(session, member_id).can_earn


def grant(session: Session, one: Grant, by: By, at: datetime, rulebook: Rulebook) -> StandingCredit | None:
    """Write the credit; None if a credit of this content stands already, whoever wrote it."""
    written = ledger.award(
        session,
        member_id=one.member_id,
        kind=one.kind,
        source=one.source,
        half_units=one.half_units,
        code=one.code,
        title=one.title,
        organiser=one.organiser,
        earned_at=begins(one.day),
        rules=rulebook.at(one.day),
        common=one.common,
        written_at=at,
        sample=one.sample,
        by=by,
    )
    return ledger.of_source(session, one.member_id, one.source, sample=one.sample) if written else None


def facts(credit: StandingCredit, common: Sequence[CommonLecture]) -> dict[str, object]:
    """What the log keeps of a credit: all that the proof needs to derive the credit again (storage/proofs/grants)."""
    lecture = common[0] if common else CommonLecture("", 0)
    return {
        "credit": credit.id,
        "source": credit.source,
        "credit_kind": credit.kind.value,
        "half_units": credit.half_units,
        "curriculum_code": credit.code,
        "title": credit.title,
        "organiser": credit.organiser,
        "day": credit.earned_on.isoformat(),
        "rules": credit.rule_version,
        "category": lecture.category,
        "common_half_units": lecture.half_units,
        "outcome": "done",
    }


def why(session: Session, credit_id: int) -> str:
    """Why staff granted the credit of this row; empty if nobody of staff did."""
    return session.execute(_WHY, {"credit": credit_id}).scalar_one_or_none() or ""
