"""The credits that a 受講証明書 may show: certain kinds, and none that another association certifies."""

from datetime import date

from sqlalchemy.orm import Session

from content.credit import StandingCredit
from content.rules import Rules
from content.values import CERTIFIED
from storage.credits import ledger
from storage.trainings import published


def entries(
    session: Session, member_id: int, first_day: date, last_day: date, rules: Rules
) -> tuple[StandingCredit, ...]:
    """The credits of these days (both included) that a certificate may show, the latest first. The caller must make
    sure that the last day is far enough in the past (`certificate_after_days`).
    """
    every = ledger.entries(session, member_id, first_day, last_day)
    shown = [credit for credit in every if credit.kind in CERTIFIED]
    elsewhere = published.held_elsewhere(session, [credit.source for credit in shown], rules)
    return tuple(credit for credit in shown if credit.source not in elsewhere)
