"""Whether a credit is of a sample, and whether the record is the demo's. What is on record is marked by its content."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

LEDGERS = {
    "credits": (
        ["member_id", "earned_on", "kind", "code", "half_units", "sample"],
        "id, member_id, kind, source, grant_no, sign, half_units, code, title, organiser, earned_on, earned_at,"
        " written_at, rule_version, reverses_id, author_id, sample",
    ),
    "common_credits": (
        ["member_id", "earned_on", "category", "half_units", "sample"],
        "id, member_id, source, grant_no, sign, half_units, category, title, organiser, earned_on, earned_at,"
        " written_at, rule_version, reverses_id, author_id, sample",
    ),
}
"""The columns of the index from which totals are made, and those that a row may never change."""

EDITIONS = (
    ("course", "courses", "editions", "course_id"),
    ("journal", "journal_issues", "journal_editions", "issue_id"),
)

Span = tuple[str, datetime | None, datetime | None]
"""A source of the ledger that was a sample from a moment on and until another; None: always."""


def upgrade() -> None:
    op.create_table(
        "demo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demo")),
    )
    spans = [*_published(), *_trainings()]
    for ledger, (indexed, kept) in LEDGERS.items():
        op.add_column(ledger, sa.Column("sample", sa.Boolean(), server_default=sa.text("false"), nullable=False))
        _mark(ledger, spans)
        op.drop_index(f"ix_{ledger}_totals", ledger)
        op.create_index(f"ix_{ledger}_totals", ledger, indexed)
        _guard(ledger, kept)


def _published() -> Iterator[Span]:
    """An edition holds until the next one is published, and the first one holds from the beginning."""
    for prefix, contents, editions, content_id in EDITIONS:
        content = sa.table(contents, sa.column("id"), sa.column("slug"))
        edition = sa.table(
            editions,
            sa.column(content_id),
            sa.column("number"),
            sa.column("document", sa.JSON()),
            sa.column("published_at", sa.DateTime(timezone=True)),
        )
        for row in _rows(sa.select(content.c.id, content.c.slug)):
            asked = sa.select(edition.c.document, edition.c.published_at).where(edition.c[content_id] == row.id)
            every = _rows(asked.order_by(edition.c.number))
            for place, (one, following) in enumerate(zip_longest(every, every[1:])):
                if one.document.get("sample"):
                    begins = one.published_at if place else None
                    yield f"{prefix}:{row.slug}", begins, following.published_at if following else None


def _trainings() -> Iterator[Span]:
    training = sa.table("trainings", sa.column("slug"), sa.column("sample", sa.Boolean()))
    for row in _rows(sa.select(training.c.slug).where(training.c.sample)):
        yield f"training:{row.slug}", None, None


def _mark(ledger: str, spans: Sequence[Span]) -> None:
    row = sa.table(
        ledger,
        sa.column("id"),
        sa.column("source"),
        sa.column("sample", sa.Boolean()),
        sa.column("reverses_id"),
        sa.column("written_at", sa.DateTime(timezone=True)),
    )
    for source, begins, ends in spans:
        here = [row.c.source == source]
        here += [row.c.written_at >= begins] if begins else []
        here += [row.c.written_at < ends] if ends else []
        op.execute(sa.update(row).where(*here).values(sample=True))
    # a reversal is what its grant was, or their sum would not be nothing
    grant = row.alias("granted")
    of_grant = sa.select(grant.c.sample).where(grant.c.id == row.c.reverses_id).scalar_subquery()
    op.execute(sa.update(row).where(row.c.reverses_id.is_not(None)).values(sample=of_grant))


def _guard(ledger: str, kept: str) -> None:
    """Replace the triggers that keep a row, so that they keep the new column too."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {ledger}_update")
        op.execute(
            f"CREATE TRIGGER {ledger}_update BEFORE UPDATE OF {kept} ON {ledger}"
            f" BEGIN SELECT RAISE(ABORT, '{ledger} is append-only'); END"
        )
        return
    op.execute(f"DROP TRIGGER {ledger}_kept ON {ledger}")
    op.execute(
        f"CREATE TRIGGER {ledger}_kept BEFORE UPDATE OF {kept} OR DELETE ON {ledger}"
        " FOR EACH ROW EXECUTE FUNCTION append_only()"
    )


def _rows(statement: sa.Select[Any]) -> Sequence[sa.Row[Any]]:
    return op.get_bind().execute(statement).all()


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
