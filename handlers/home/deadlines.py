"""What of a member has a deadline in the next days: issues of the journal, a training, drafts of declarations."""

from datetime import timedelta

from content.attendance.training import Form, ListedTraining
from content.declarations.declaring import last_of_year
from content.journal import IssueStanding
from content.rules import begins, day_of, fiscal_year
from handlers import journal
from handlers.screens.home import Deadlines, Drafts
from handlers.screens.journal import MemberIssue
from handlers.turn import Turn
from storage.declarations import declarations
from storage.people import members
from storage.trainings import published

WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
MOST = 2
"""Issues that are named: more are never open at the same time, unless an editor puts a deadline off."""


def deadlines(turn: Turn) -> Deadlines:
    """What ends soon. Who can't earn credits has no deadline: nothing is lost by it."""
    if not turn.member.can_earn:
        return Deadlines(day_of(turn.now))
    return Deadlines(day_of(turn.now), _issues(turn), _training(turn), _drafts(turn))


def _issues(turn: Turn) -> tuple[MemberIssue, ...]:
    """The issues that end within a week and are not submitted, the nearest deadline first."""
    last = day_of(turn.now) + WEEK
    ending = [one for one in journal.to_answer(turn) if day_of(one.issue.deadline) <= last]
    return tuple(sorted(ending, key=lambda one: (one.issue.deadline, one.standing is IssueStanding.NEW)))[:MOST]


def _training(turn: Turn) -> ListedTraining | None:
    """The next training of today or tomorrow in the member's prefecture, or None. The record does not
    know who means to attend: nobody puts down their name here.
    """
    end = begins(day_of(turn.now) + timedelta(days=2)) - timedelta(microseconds=1)
    near = published.until(turn.session, turn.now, end)
    if not near:
        return None
    mine = members.prefecture(turn.session, turn.member.id)
    return next((one for one in near if one.training.prefecture == mine and _is_attended(one)), None)


def _is_attended(listed: ListedTraining) -> bool:
    return listed.training.form is not Form.WEB_RECORDED


def _drafts(turn: Turn) -> Drafts | None:
    """The drafts about the fiscal year that can be declared for a month or less, or None."""
    today = day_of(turn.now)
    year = fiscal_year(today) - 1
    until = last_of_year(year, turn.rules)
    if not today <= until <= today + MONTH:
        return None
    every = declarations.drafts(turn.session, turn.member.id)
    open_ones = [one for one in every if one.held_on is None or fiscal_year(one.held_on) == year]
    return Drafts(len(open_ones), until) if open_ones else None
