"""What is kept no longer than the rules of the day say (content/privacy/retention.py), removed by the clock.

Viewings, counters of failures and numbers of updates end by the same rules, beside their features.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.rules import Rulebook, day_of
from handlers.due import Due
from storage.announcing import reports
from storage.credits import plans
from storage.declarations import ending as declarations
from storage.post import ending as post
from storage.privacy import erasing
from storage.requests import ending as requests
from storage.trainings import awaited


def find_drafts(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return declarations.find_drafts(session, now - rulebook.now(now).retention.drafts)


def drop_drafts(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    erasing.note(session)
    return declarations.drop_drafts(session, found, now - rulebook.now(now).retention.drafts)


def find_unsent(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return requests.find_drafts(session, now - rulebook.now(now).retention.drafts)


def drop_unsent(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    erasing.note(session)
    return requests.drop_drafts(session, found, now - rulebook.now(now).retention.drafts)


def find_left(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[tuple[int, int]]:
    return requests.find_unsent(session, now - rulebook.now(now).retention.drafts)


def drop_left(session: Session, found: Sequence[tuple[int, int]], _now: datetime, _rulebook: Rulebook) -> int:
    erasing.note(session)
    return requests.drop_unsent(session, found)


def find_evidence(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return declarations.find_evidence(session, now - rulebook.now(now).retention.evidence)


def drop_evidence(session: Session, found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    erasing.note(session)
    return declarations.drop_evidence(session, found)


def find_answers(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return requests.find_files(session, now - rulebook.now(now).retention.evidence)


def drop_answers(session: Session, found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    erasing.note(session)
    return requests.drop_files(session, found)


def find_letters(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return post.find_letters(session, now - rulebook.now(now).retention.letters)


def drop_letters(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    """The reports of announcements keep the sums of theirs."""
    gone = post.drop_letters(session, found, now - rulebook.now(now).retention.letters)
    reports.keep(session, gone)
    return len(gone)


def find_aside(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return post.find_aside(session, now - rulebook.now(now).retention.set_aside)


def drop_aside(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    erasing.note(session)
    return post.drop_aside(session, found, now - rulebook.now(now).retention.set_aside)


def find_plans(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return plans.find_old(session, day_of(now - rulebook.now(now).retention.plans))


def drop_plans(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    return plans.drop_old(session, found, day_of(now - rulebook.now(now).retention.plans))


def find_awaited(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[tuple[int, int]]:
    return awaited.find_over(session, now - rulebook.now(now).retention.awaited)


def drop_awaited(session: Session, found: Sequence[tuple[int, int]], _now: datetime, _rulebook: Rulebook) -> int:
    return awaited.drop_over(session, found)


ROUTES = ()
DUE = (
    Due("old drafts of declarations", find_drafts, drop_drafts, whole=True, says=True),
    Due("old drafts of requests", find_unsent, drop_unsent, whole=True, says=True),
    Due("what was begun in requests and not sent", find_left, drop_left, whole=True, says=True),
    Due("evidence of what was decided long ago", find_evidence, drop_evidence, whole=True, says=True),
    Due("files of requests that ended long ago", find_answers, drop_answers, whole=True, says=True),
    Due("letters that ended long ago", find_letters, drop_letters, whole=True, says=True),
    Due("trainings that were asked about", find_awaited, drop_awaited, whole=True, says=True),
    Due("plans that ended long ago", find_plans, drop_plans, whole=True, says=True),
    Due("updates set aside long ago", find_aside, drop_aside, whole=True, says=True),
)
