"""The imported credits of members that stand, or may stand, for contents that were published after the import.

It is asked anew each time, so it is right after any publication, import or undoing: whoever writes a credit holds the
member's row first (storage.credits.earning), and the steps of an import hold it too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import source_of
from content.importing import alike as rule
from content.importing.alike import Alike, Content, Imported
from content.importing.matching import Published
from content.importing.past_record import OWN, PastCredit
from content.text.folding import fold
from content.values import CreditKind
from storage.credits import samples
from storage.tables import Credit, Titled, Training

_IMPORTED = (
    select(
        Credit.id,
        Credit.member_id,
        Credit.kind,
        Credit.source,
        Credit.code,
        Credit.title,
        Credit.organiser,
        Credit.half_units,
        Credit.earned_on,
        Credit.written_at,
        Credit.reverses_id,
    )
    .where(Credit.member_id.in_(bindparam("members", expanding=True)), Credit.source.startswith(OWN))
    .order_by(Credit.id)
)
_TITLES = select(Titled.source, Titled.sample, Titled.kind, Titled.code, Titled.title, Titled.since).order_by(Titled.id)
_TRAININGS = (
    select(
        Training.slug,
        Training.sample,
        Training.code,
        Training.held_on,
        Training.title,
        Training.title_en,
        Training.published_at,
    )
    .where(Training.held_on.in_(bindparam("days", expanding=True)))
    .order_by(Training.id)
)
_folded = lru_cache(maxsize=8_192)(fold)


def of(session: Session, member_id: int) -> Mapping[Content, Alike]:
    """By content the credit of this member that stands, or may stand, for it."""
    return of_members(session, [member_id]).get(member_id, {})


def of_members(session: Session, members: Sequence[int]) -> Mapping[int, Mapping[Content, Alike]]:
    """The same for several members; those without such a credit are left out."""
    rows = session.execute(_IMPORTED, {"members": members}).all() if members else []
    return among(session, rows)


def among(session: Session, rows: Iterable[Any]) -> Mapping[int, Mapping[Content, Alike]]:
    """The same for these rows of the ledger, grants and reversals."""
    every = [row for row in rows if row.source.startswith(OWN)]
    gone = {row.reverses_id for row in every}
    standing = [row for row in every if row.reverses_id is None and row.id not in gone]
    if not standing:
        return {}
    credits = defaultdict[int, list[Imported]](list)
    for row in standing:
        credits[row.member_id].append(_imported(row))
    published = _published(session, [row for row in standing if row.kind == CreditKind.TRAINING.value])
    return {member: rule.alike(mine, published) for member, mine in credits.items()}


def _imported(row: Any) -> Imported:
    record = PastCredit(row.earned_on, row.title, row.organiser, CreditKind(row.kind), row.code, row.half_units)
    return Imported(row.id, row.source, record, row.written_at)


def _published(session: Session, of_trainings: Sequence[Any]) -> Sequence[Published]:
    """Everything that was ever published, each title by itself. Outside the demo samples are left out, because they
    bring no credit.
    """
    found = [
        Published("", row.source, row.sample, CreditKind(row.kind), row.code, frozenset({_folded(row.title)}), None,
                  row.since)
        for row in session.execute(_TITLES)
    ]  # fmt: skip
    days = sorted({row.earned_on for row in of_trainings})
    held = session.execute(_TRAININGS, {"days": days}).all() if days else []
    found += [
        Published("", source_of(row.slug.partition("~")[0]), row.sample, CreditKind.TRAINING, row.code,
                  frozenset({_folded(title)}), row.held_on, row.published_at)
        for row in held
        for title in (row.title, row.title_en)
        if title
    ]  # fmt: skip
    demo = samples.count_here(session)
    return [one for one in found if demo or not one.sample]
