"""Announced periods of maintenance: publishing, changing and withdrawing them, and finding those that are not over."""

from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.maintenance import Concerned, Maintenance
from storage.tables import MaintenancePeriod

_BY_SLUG = select(MaintenancePeriod).where(MaintenancePeriod.slug == bindparam("slug")).with_for_update()
_COMING = (
    select(MaintenancePeriod)
    .where(MaintenancePeriod.ends_at > bindparam("now"), MaintenancePeriod.withdrawn.is_(False))
    .order_by(MaintenancePeriod.starts_at, MaintenancePeriod.id)
)

Outcome = Literal["new", "unchanged", "revised"]


def publish(session: Session, period: Maintenance, at: datetime) -> Outcome:
    """Announce a period, or update the period with its slug."""
    row = session.execute(_BY_SLUG, {"slug": period.slug}).scalar_one_or_none()
    if row is None:
        session.add(MaintenancePeriod(slug=period.slug, published_at=at, **_fields(period)))
        session.flush()
        return "new"
    if _period(row) == period:
        return "unchanged"
    for name, value in (_fields(period) | {"published_at": at}).items():
        setattr(row, name, value)
    session.flush()
    return "revised"


def coming(session: Session, now: datetime) -> tuple[Maintenance, ...]:
    """The periods that are not over, in the order in which they begin."""
    return tuple(map(_period, session.execute(_COMING, {"now": now}).scalars()))


def _period(row: MaintenancePeriod) -> Maintenance:
    return Maintenance(
        slug=row.slug,
        concerns=Concerned(row.concerns),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        ja=row.ja,
        en=row.en,
        sample=row.sample,
        withdrawn=row.withdrawn,
    )


def _fields(period: Maintenance) -> dict[str, str | bool | datetime]:
    return {
        "concerns": period.concerns.value,
        "starts_at": period.starts_at,
        "ends_at": period.ends_at,
        "ja": period.ja,
        "en": period.en,
        "sample": period.sample,
        "withdrawn": period.withdrawn,
    }
