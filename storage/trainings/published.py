"""Published trainings: announcing them, changing them until they are registered, and finding them."""

import os
from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import Form, ListedTraining, Training, slug_of
from content.refusals import NoSuchTraining
from content.rules import Rules
from content.study.course import CommonLecture
from storage.engine.documents import digest
from storage.engine.statements import insert_row
from storage.programme import titles
from storage.programme.courses import Outcome, former, own_name
from storage.tables import Training as TrainingRow

SECRET_BYTES = 32
_BY_SLUG = select(TrainingRow).where(TrainingRow.slug == bindparam("slug"))
_EVERY = select(TrainingRow).where(TrainingRow.slug.in_(bindparam("slugs", expanding=True)))
_HOLD = _BY_SLUG.with_for_update()
_BY_ID = select(TrainingRow).where(TrainingRow.id == bindparam("id"))
# FOR NO KEY UPDATE: check-ins, which only refer to the row, go on. The row is read anew, because the session may still
# have it as it was before the wait for the lock
_HOLD_ID = _BY_ID.with_for_update(key_share=True).execution_options(populate_existing=True)
_COMING = (
    select(TrainingRow)
    .where(TrainingRow.ends_at > bindparam("now"), TrainingRow.withdrawn_at.is_(None))
    .order_by(TrainingRow.starts_at, TrainingRow.id)
)
_UNTIL = _COMING.where(TrainingRow.starts_at <= bindparam("last"))
_BETWEEN = (
    select(TrainingRow)
    .where(TrainingRow.starts_at.between(bindparam("first"), bindparam("last")), TrainingRow.withdrawn_at.is_(None))
    .order_by(TrainingRow.starts_at, TrainingRow.id)
)
_ELSEWHERE = select(TrainingRow.slug).where(
    TrainingRow.slug.in_(bindparam("slugs", expanding=True)),
    TrainingRow.prefecture.in_(bindparam("prefectures", expanding=True)),
)
_LATER = ("title_en", "reading")
"""Fields that came later, and that may be empty."""
FIXED = ("prefecture", "form", "code", "half_units", "held_on", "common_lecture")
"""What can't change after a registration: the credits on record say it."""


_SAMPLES = select(TrainingRow).where(TrainingRow.sample, TrainingRow.withdrawn_at.is_(None)).order_by(TrainingRow.id)


def publish(session: Session, training: Training, at: datetime) -> Outcome:
    """Announce a training, or update the training with its slug. Its check-in secret stays. A real training that takes
    the name of a sample is another training.

    After a registration only fields that are not in `FIXED` may change: registration.doubts_of_training checks that.
    """
    row = session.execute(_HOLD, {"slug": training.slug}).scalar_one_or_none()
    replaces = row is not None and is_replaced(row.sample, training)
    if row is not None and replaces:
        _retire(session, row, at)
        row = None
    fields = _fields(training)
    # an English title or a reading that there is not is left out, as before there were any: nothing counts as revised
    fingerprint = digest({name: str(value) for name, value in fields.items() if value or name not in _LATER})
    if row is None:
        secret = os.urandom(SECRET_BYTES)
        new = {"slug": training.slug, "secret": secret, "fingerprint": fingerprint, "published_at": at}
        insert_row(session, TrainingRow, fields | new)
        titles.look_again(session, training.code)
        return "new in place of a sample" if replaces else "new"
    if row.fingerprint == fingerprint:
        return "unchanged"
    for name, value in (fields | {"fingerprint": fingerprint, "published_at": at}).items():
        setattr(row, name, value)
    session.flush()
    titles.look_again(session, training.code)
    return "revised"


def is_replaced(sample: bool, by: Training) -> bool:
    """Whether the training of that name, which is a sample or not, gives way to this one."""
    return sample and not by.sample


def withdraw_samples(session: Session, at: datetime) -> tuple[str, ...]:
    """Announce no sample any more. Attendances stay in the record. Returns the sources of these trainings."""
    samples = session.execute(_SAMPLES).scalars().all()
    sources = tuple(listed(row).training.source for row in samples)
    for row in samples:
        _retire(session, row, at)
    return sources


def _retire(session: Session, row: TrainingRow, at: datetime) -> None:
    row.slug, row.withdrawn_at = former(row.slug, row.id), at
    session.flush()


def training(session: Session, training_id: int) -> ListedTraining:
    """The training with this number. Raises NoSuchTraining."""
    row = session.execute(_BY_ID, {"id": training_id}).scalar_one_or_none()
    if row is None:
        raise NoSuchTraining
    return listed(row)


def hold(session: Session, training_id: int) -> ListedTraining:
    """The same, locked until this transaction ends, so that registering attendances and accepting a late claim take
    turns. Raises NoSuchTraining.
    """
    row = session.execute(_HOLD_ID, {"id": training_id}).scalar_one_or_none()
    if row is None:
        raise NoSuchTraining
    return listed(row)


def by_slug(session: Session, slug: str) -> ListedTraining:
    """The training with this slug. Raises NoSuchTraining."""
    row = session.execute(_BY_SLUG, {"slug": slug}).scalar_one_or_none()
    if row is None:
        raise NoSuchTraining
    return listed(row)


def known(session: Session, slug: str) -> Training | None:
    """The training with this slug; None if it was never published."""
    row = session.execute(_BY_SLUG, {"slug": slug}).scalar_one_or_none()
    return None if row is None else listed(row).training


def every(session: Session, slugs: Collection[str]) -> tuple[Training, ...]:
    """The trainings with these slugs, in any order."""
    return tuple(listed(row).training for row in session.execute(_EVERY, {"slugs": slugs}).scalars()) if slugs else ()


def secret(session: Session, training_id: int) -> bytes:
    """The secret from which a training's check-in codes are made. Raises NoSuchTraining."""
    row = session.execute(_BY_ID, {"id": training_id}).scalar_one_or_none()
    if row is None:
        raise NoSuchTraining
    return row.secret


def coming(session: Session, now: datetime) -> tuple[ListedTraining, ...]:
    """The trainings that are not over, the next one first."""
    return tuple(map(listed, session.execute(_COMING, {"now": now}).scalars()))


def until(session: Session, now: datetime, last: datetime) -> tuple[ListedTraining, ...]:
    """Those of them that begin by then."""
    return tuple(map(listed, session.execute(_UNTIL, {"now": now, "last": last}).scalars()))


def around(
    session: Session, now: datetime, before: timedelta, after: timedelta
) -> tuple[tuple[ListedTraining, bytes], ...]:
    """The trainings that begin within this time before and after now, each with its secret."""
    rows = session.execute(_BETWEEN, {"first": now - before, "last": now + after}).scalars()
    return tuple((listed(row), row.secret) for row in rows)


def held_elsewhere(session: Session, sources: Collection[str], rules: Rules) -> frozenset[str]:
    """The sources among these that are trainings which another association certifies (大阪府)."""
    wanted = {slug_of(source): source for source in sources if slug_of(source)}
    if not wanted:
        return frozenset()
    values = {"slugs": list(wanted), "prefectures": list(rules.certified_elsewhere)}
    return frozenset(wanted[slug] for slug in session.execute(_ELSEWHERE, values).scalars())


def listed(row: TrainingRow) -> ListedTraining:
    """A row of the table as a value."""
    common = None
    if row.common_category is not None and row.common_half_units is not None:
        common = CommonLecture(row.common_category, row.common_half_units)
    training = Training(
        slug=own_name(row.slug),
        title=row.title,
        organiser=row.organiser,
        prefecture=row.prefecture,
        form=Form(row.kind),
        code=row.code,
        half_units=row.half_units,
        sample=row.sample,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        common_lecture=common,
        title_en=row.title_en,
        reading=row.reading,
    )
    return ListedTraining(row.id, training, row.registered_at is not None)


def _fields(training: Training) -> dict[str, str | int | bool | date | datetime | None]:
    common = training.common_lecture
    return {
        "title": training.title,
        "title_en": training.title_en,
        "reading": training.reading,
        "organiser": training.organiser,
        "prefecture": training.prefecture,
        "sample": training.sample,
        "kind": training.form.value,
        "code": training.code,
        "half_units": training.half_units,
        "common_category": common.category if common else None,
        "common_half_units": common.half_units if common else None,
        "held_on": training.held_on,
        "starts_at": training.starts_at,
        "ends_at": training.ends_at,
    }
