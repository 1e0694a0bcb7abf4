"""The imported credits of members that stand, or may stand, for contents that were published after the import.

It is asked anew each time, so it is right after any publication, import or undoing: whoever writes a credit holds the
member's row first (storage.credits.earning), and the steps of an import hold it too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import slug_of, source_of
from content.importing import alike as rule
from content.importing.alike import Alike, Content, Imported, folded
from content.importing.matching import Published
from content.importing.past_record import OWN, PastCredit
from content.values import CreditKind
from storage.credits import samples
from storage.tables import Credit, Titled, Training

_C = cast(Table, Credit.__table__).c
_ROWS = (
    select(
        _C.id,
        _C.member_id,
        _C.kind,
        _C.source,
        _C.code,
        _C.title,
        _C.organiser,
        _C.half_units,
        _C.earned_on,
        _C.written_at,
        _C.reverses_id,
    )
    .where(_C.source.startswith(OWN))
    .order_by(_C.id)
)
_MINE = _ROWS.where(_C.member_id == bindparam("member"))
_THEIRS = _ROWS.where(_C.member_id.in_(bindparam("members", expanding=True)))
_TITLES = select(Titled.source, Titled.sample, Titled.kind, Titled.code, Titled.title, Titled.since).order_by(Titled.id)
_OF_SOURCE = _TITLES.where(Titled.source == bindparam("source"))
_EVERY_TRAINING = select(
    Training.slug,
    Training.sample,
    Training.code,
    Training.held_on,
    Training.title,
    Training.title_en,
    Training.published_at,
).order_by(Training.id)
_TRAININGS = _EVERY_TRAINING.where(Training.held_on.in_(bindparam("days", expanding=True)))
_TRAINING = _EVERY_TRAINING.where(Training.slug == bindparam("slug"))


def of(session: Session, member_id: int) -> Mapping[Content, Alike]:
    """By content the credit of this member that stands, or may stand, for it."""
    return _among(session, session.execute(_MINE, {"member": member_id}).all()).get(member_id, {})


def of_members(session: Session, members: Sequence[int]) -> Mapping[int, Mapping[Content, Alike]]:
    """The same for several members; those without such a credit are left out."""
    return _among(session, session.execute(_THEIRS, {"members": members}).all()) if members else {}


def of_content(session: Session, member_id: int, source: str, *, sample: bool) -> Alike | None:
    """The credit of this member that stands, or may stand, for this content. Only then all contents are looked at."""
    rows = _standing(session.execute(_MINE, {"member": member_id}).all())
    if not rows:
        return None
    own = [*_titles(session.execute(_OF_SOURCE, {"source": source}).all())]
    if slug := slug_of(source):
        own += _trainings(session.execute(_TRAINING, {"slug": slug}).all())
    near = [row for row in rows if rule.touches(_imported(row), own)]
    return _among(session, near).get(member_id, {}).get((source, sample)) if near else None


def _among(session: Session, rows: Iterable[Any]) -> Mapping[int, Mapping[Content, Alike]]:
    standing = _standing(rows)
    if not standing:
        return {}
    credits = defaultdict[int, list[Imported]](list)
    for row in standing:
        credits[row.member_id].append(_imported(row))
    published = _published(session, [row for row in standing if row.kind == CreditKind.TRAINING.value])
    return {member: rule.alike(mine, published) for member, mine in credits.items()}


def _standing(rows: Iterable[Any]) -> list[Any]:
    every = list(rows)
    gone = {row.reverses_id for row in every}
    return [row for row in every if row.reverses_id is None and row.id not in gone]


def _imported(row: Any) -> Imported:
    record = PastCredit(row.earned_on, row.title, row.organiser, CreditKind(row.kind), row.code, row.half_units)
    return Imported(row.id, row.source, record, row.written_at)


def _published(session: Session, of_trainings: Sequence[Any]) -> Sequence[Published]:
    """Everything that was ever published, each title by itself. Outside the demo samples are left out, because they
    bring no credit.
    """
    days = sorted({row.earned_on for row in of_trainings})
    held = session.execute(_TRAININGS, {"days": days}).all() if days else []
    found = [*_titles(session.execute(_TITLES).all()), *_trainings(held)]
    demo = samples.count_here(session)
    return [one for one in found if demo or not one.sample]


def _titles(rows: Iterable[Any]) -> Iterator[Published]:
    return (_titled(*row) for row in rows)


@lru_cache(maxsize=8_192)
def _titled(source: str, sample: bool, kind: str, code: int, title: str, since: datetime) -> Published:
    return Published("", source, sample, CreditKind(kind), code, frozenset({folded(title)}), None, since)


def _trainings(rows: Iterable[Any]) -> Iterator[Published]:
    return (
        Published("", source_of(row.slug.partition("~")[0]), row.sample, CreditKind.TRAINING, row.code,
                  frozenset({folded(title)}), row.held_on, row.published_at)
        for row in rows
        for title in (row.title, row.title_en)
        if title
    )  # fmt: skip
