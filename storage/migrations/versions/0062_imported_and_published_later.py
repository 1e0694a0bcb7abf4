"""A content that is published after a credit of it was imported: its titles, and the credits that are withheld for it.

The titles of all that was published before are put down as this version would have done it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None

UNASKED = sa.text("doubtful AND asked_at IS NULL")
# the name of an issue in Japanese, as UTF-8: year, month and title
ISSUE = bytes.fromhex("e697a5e58cbbe99b91e8aa8c207b7de5b9b47b7de69c88e58fb7e380807b7d").decode()
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
EDITIONS = (
    ("course", "courses", "editions", "course_id"),
    ("journal", "journal_issues", "journal_editions", "issue_id"),
)


def upgrade() -> None:
    titles = op.create_table(
        "titles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_titles")),
        sa.UniqueConstraint(
            "source", "sample", "kind", "code", "title", name=op.f("uq_titles_source_sample_kind_code_title")
        ),
    )
    op.create_table(
        "withheld_credits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("half_units", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("earned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rule_version", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("common_half_units", sa.Integer(), nullable=True),
        sa.Column("doubtful", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_withheld_credits_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withheld_credits")),
        sa.UniqueConstraint("member_id", "source", "sample", name=op.f("uq_withheld_credits_member_id_source_sample")),
    )
    op.create_index(
        "ix_withheld_credits_unasked", "withheld_credits", ["id"], sqlite_where=UNASKED, postgresql_where=UNASKED
    )
    op.create_index("ix_withheld_credits_code", "withheld_credits", ["code"])
    for prefix, contents, editions, content_id in EDITIONS:
        known: set[tuple[object, ...]] = set()
        for row in _editions(contents, editions, content_id):
            for one in _titles(prefix, row):
                key = tuple(one.values())
                if key not in known:
                    known.add(key)
                    op.get_bind().execute(titles.insert().values(**one, since=row.published_at))


def _editions(contents: str, editions: str, content_id: str) -> Iterator[Any]:
    content = sa.table(contents, sa.column("id"), sa.column("slug"))
    edition = sa.table(
        editions,
        sa.column("id"),
        sa.column(content_id),
        sa.column("document", sa.JSON()),
        sa.column("published_at", sa.DateTime(timezone=True)),
    )
    asked = sa.select(content.c.slug, edition.c.document, edition.c.published_at)
    asked = asked.join(edition, edition.c[content_id] == content.c.id).order_by(edition.c.id)
    yield from op.get_bind().execute(asked).all()


def _titles(prefix: str, row: Any) -> Iterator[Mapping[str, object]]:
    """The titles of one edition. A special issue of the journal brings no credit."""
    said, slug = row.document, row.slug.partition("~")[0]
    if not {"title", "code"} <= said.keys():
        return
    titles = [said["title"], said.get("title_en") or said["title"]]
    if prefix == "journal":
        month = date.fromisoformat(said["month"])
        titles += [
            ISSUE.format(month.year, month.month, titles[0]),
            f"Journal, {MONTHS[month.month - 1]} {month.year}: {titles[1]}",
        ]
    kind = said["kind"] if prefix == "course" else "journal"
    for title in dict.fromkeys(titles):
        about = {"kind": kind, "code": said["code"], "title": title}
        yield {"source": f"{prefix}:{slug}", "sample": bool(said.get("sample")), **about}


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
