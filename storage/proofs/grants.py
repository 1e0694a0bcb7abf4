"""The credits that staff granted, as the log of staff says them. Its chain proves the log (verify-log)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.proving.ground import Attested, Terms
from content.rules import begins
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.proofs.span import Span, among
from storage.staff.log import ERASE_KEY, body_of
from storage.tables import MemberKey, StaffAct

_GRANTED = (
    select(StaffAct.member_id, StaffAct.at, StaffAct.staff_id, StaffAct.number, StaffAct.body, MemberKey.key)
    .outerjoin(MemberKey, MemberKey.member_id == StaffAct.member_id)
    .where(among(StaffAct.member_id), StaffAct.act == "grant_credit", StaffAct.staff_id.is_not(None))
)
_ERASED = select(StaffAct.member_id).where(among(StaffAct.member_id), StaffAct.act == ERASE_KEY).distinct()


def attested(session: Session, span: Span) -> Iterator[Attested]:
    """Every act that granted these members a credit. One that came to nothing is left out."""
    for row in session.execute(_GRANTED, span.values):
        said = body_of(row.key or b"", row.number, row.body)
        after = said["after"] if said else None
        if after is not None and after["outcome"] != "done":
            continue
        source = str(after["source"]) if after else ""
        yield Attested(row.member_id, row.at, row.staff_id, source, _terms(after) if after else None)


def erased(session: Session, span: Span) -> frozenset[int]:
    """The members of the span who were erased, by the log's own word. An import adds such a person as a new member."""
    return frozenset(one for one in session.execute(_ERASED, span.values).scalars() if one is not None)


def _terms(after: Mapping[str, Any]) -> Terms:
    lecture = CommonLecture(after["category"], after["common_half_units"]) if after["category"] else None
    return Terms(
        kind=CreditKind(after["credit_kind"]),
        half_units=after["half_units"],
        code=after["curriculum_code"],
        title=after["title"],
        organiser=after["organiser"],
        earned_at=begins(date.fromisoformat(after["day"])),
        rule_version=after["rules"],
        common=lecture,
    )
