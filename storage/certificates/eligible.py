"""The credits that a 受講証明書 might show, with what decides whether it does (content.certificates.certifying)."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import slug_of
from content.certificates.certifying import Candidate
from content.credits.credit import StandingCredit
from content.rules import Rules
from storage.credits import common, ledger
from storage.tables import Member
from storage.trainings import published

_HOLD_ALONE = select(Member.id).where(Member.id == bindparam("member")).with_for_update(key_share=True)
_HOLD = select(Member.id).where(Member.id == bindparam("member")).with_for_update(read=True)


def hold(session: Session, member_id: int) -> None:
    """Let nobody change the member's particulars, nor reverse a credit, until this transaction ends: what a certificate
    freezes is read after this. Several transactions may hold a member at once.
    """
    session.execute(_HOLD, {"member": member_id})


def hold_alone(session: Session, member_id: int) -> None:
    """Let no certificate of the member be frozen, and no credit be reversed, until this transaction ends."""
    session.execute(_HOLD_ALONE, {"member": member_id})


def candidates(
    session: Session, member_id: int, first_day: date, last_day: date, rules: Rules
) -> tuple[Candidate, ...]:
    """The credits that stand and count and were earned on these days (both included), the latest first. `rules` say
    which prefectures certify by themselves.
    """
    if last_day < first_day:
        return ()
    every = ledger.entries(session, member_id, first_day, last_day)
    return tuple(_candidates(session, member_id, every, first_day, last_day, rules))


def candidate(session: Session, member_id: int, credit: StandingCredit, rules: Rules) -> Candidate:
    """One standing credit of the member, likewise."""
    (found,) = _candidates(session, member_id, (credit,), credit.earned_on, credit.earned_on, rules)
    return found


def _candidates(
    session: Session,
    member_id: int,
    credits: Collection[StandingCredit],
    first_day: date,
    last_day: date,
    rules: Rules,
) -> list[Candidate]:
    elsewhere = _elsewhere(session, credits, rules)
    lectures = common.by_source(session, member_id, first_day, last_day) if credits else {}
    return [Candidate(one, elsewhere.get(one.source), lectures.get(one.source)) for one in credits]


def _elsewhere(session: Session, credits: Collection[StandingCredit], rules: Rules) -> Mapping[str, str]:
    """By source, the prefecture of each training that another association certifies."""
    slugs = [slug for one in credits if (slug := slug_of(one.source))]
    return {
        one.source: one.prefecture
        for one in published.every(session, slugs)
        if one.prefecture in rules.certified_elsewhere
    }
