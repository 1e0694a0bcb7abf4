"""Taking back what a file granted, credit by credit: each as from the member's card, with its line in the log."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.credits.credit import By, StandingCredit
from content.importing.report import KEPT, TAKEN_BACK, Outcome, Planned
from content.keys.credit_letters import CreditGranted, CreditReversed
from content.words import JA
from storage.credits import earning, history, ledger, reversals
from storage.importing import imports
from storage.importing.staged import Rows
from storage.post import held_back, letters
from storage.staff import crediting
from storage.staff.granting.writing import Act, author_of, hold, write_acts

Shown = Callable[[Session, int, StandingCredit], Sequence[str]]
"""The numbers of the certificates of a member that show a credit. It is handed in from above."""


def take_back(session: Session, number: int, rows: Rows, at: datetime, shown: Shown) -> Counter[str]:
    """Reverse the credits of these rows that stand; what was reversed before is kept. Whoever was not told of the grant
    yet is not told of the reversal either.
    """
    new = [plan for _, plan in rows if plan.outcome is Outcome.NEW]
    author, given = author_of(session, number), imports.sure(session, number).reason
    by, stopped = By(given or JA.grants.stopped(), author), None if given else number
    members = sorted(hold(session, new))
    acts = []
    for plan in reversed(new):
        credit = _standing(session, plan)
        act = None if credit is None else _reversed(session, plan.member or 0, credit, by, at, shown, stopped)
        acts += [] if act is None else [Act(act.member, act.why, {**act.facts, "import": number}, at)]
    earning.release(session, members, at)  # what waited because of one of these alone
    write_acts(session, "reverse_credit", author, acts)
    return Counter({TAKEN_BACK: len(acts), KEPT: len(new) - len(acts)})


def _standing(session: Session, plan: Planned) -> StandingCredit | None:
    every: Sequence[StandingCredit] = ledger.standing(session, plan.member or 0) if plan.member else ()
    return next((one for one in every if one.id == plan.after.get("credit")), None)


def _reversed(
    session: Session, member: int, credit: StandingCredit, by: By, at: datetime, shown: Shown, stopped: int | None
) -> Act | None:
    numbers = list(shown(session, member, credit))
    lectures = history.common(session, member, credit.source, sample=credit.sample)
    if not reversals.take_back(session, credit.id, by, at, stopped):
        return None
    if not held_back.drop(session, member, CreditGranted(credit.id)):
        letters.put(session, member_id=member, key=CreditReversed(credit.id), slot="1", at=at)
    return Act(member, by.reason, {**crediting.facts(credit, lectures), "certificates": numbers}, at)
