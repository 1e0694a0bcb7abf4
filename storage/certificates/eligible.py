"""The credits that a 受講証明書 might show, with what decides whether it does (content.certificates.certifying)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import slug_of
from content.certificates.certifying import Candidate
from content.credits.credit import StandingCredit
from content.rules import Rules
from storage.credits import common as common_ledger
from storage.credits import ledger, samples
from storage.tables import Member
from storage.trainings import published

_MEMBERS = cast(Table, Member.__table__).c
_HOLD_ALONE = select(_MEMBERS.id).where(_MEMBERS.id == bindparam("member")).with_for_update(key_share=True)
_HOLD = (
    select(_MEMBERS.name, _MEMBERS.registry_no, _MEMBERS.member_no, samples.IN_DEMO.label("sample"))
    .where(_MEMBERS.id == bindparam("member"))
    .with_for_update(read=True)
)


@dataclass(frozen=True)
class Holder:
    """Whom a certificate names, by the particulars that it prints. `sample`: in this record samples count."""

    name: str
    registry_no: str
    member_no: str
    sample: bool


def hold(session: Session, member_id: int) -> None:
    """Let nobody change the member's particulars, nor reverse a credit, until this transaction ends: what a certificate
    freezes is read after this. Several transactions may hold a member at once.
    """
    session.execute(_HOLD, {"member": member_id})


def holder(session: Session, member_id: int) -> Holder:
    """Hold the member likewise; gives whom a certificate names. Raises NoResultFound."""
    row = session.execute(_HOLD, {"member": member_id}).one()
    return Holder(row.name, row.registry_no, row.member_no, bool(row.sample))


def hold_alone(session: Session, member_id: int) -> None:
    """Let no certificate of the member be frozen, and no credit be reversed, until this transaction ends."""
    session.execute(_HOLD_ALONE, {"member": member_id})


def candidates(
    session: Session, member_id: int, first_day: date, last_day: date, rules: Rules, *, common: bool = True
) -> tuple[Candidate, ...]:
    """The credits that stand and count and were earned on these days (both included), the latest first. `rules` say
    which prefectures certify by themselves. Not `common`: the second ledger is not read.
    """
    if last_day < first_day:
        return ()
    every = ledger.entries(session, member_id, first_day, last_day)
    return tuple(_candidates(session, member_id, every, first_day, last_day, rules, common=common))


def candidate(session: Session, member_id: int, credit: StandingCredit, rules: Rules) -> Candidate:
    """One standing credit of the member, likewise."""
    (found,) = _candidates(session, member_id, (credit,), credit.earned_on, credit.earned_on, rules, common=True)
    return found


def _candidates(
    session: Session,
    member_id: int,
    credits: Collection[StandingCredit],
    first_day: date,
    last_day: date,
    rules: Rules,
    *,
    common: bool,
) -> list[Candidate]:
    elsewhere = _elsewhere(session, credits, rules)
    lectures = common_ledger.by_source(session, member_id, first_day, last_day) if credits and common else {}
    return [Candidate(one, elsewhere.get(one.source), lectures.get(one.source)) for one in credits]


def _elsewhere(session: Session, credits: Collection[StandingCredit], rules: Rules) -> Mapping[str, str]:
    """By source, the prefecture of each training that another association certifies."""
    slugs = [slug for one in credits if (slug := slug_of(one.source))]
    return {
        one.source: one.prefecture
        for one in published.every(session, slugs)
        if one.prefecture in rules.certified_elsewhere
    }
