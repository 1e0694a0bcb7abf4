"""Letters to many are queued in rounds, and the letters that somebody asked for go before them."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rounds",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reached", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("kind", "slot", name=op.f("pk_rounds")),
    )
    op.add_column("letters", sa.Column("rank", sa.SmallInteger(), server_default="0", nullable=False))
    open_ones = sa.text("state IN ('waiting', 'claimed', 'sending')")
    op.drop_index("ix_letters_due", "letters")
    op.create_index(
        "ix_letters_due", "letters", ["rank", "due_at", "id"], sqlite_where=open_ones, postgresql_where=open_ones
    )
    op.execute(
        "UPDATE letters SET rank = 2"
        " WHERE state = 'waiting' AND kind IN ('reminder', 'journal_reminder', 'drafts_open')"
    )
    unfinished = sa.text("finished_at IS NULL")
    op.drop_index("ix_enrolments_unfinished", "enrolments")
    op.create_index(
        "ix_enrolments_unfinished",
        "enrolments",
        ["member_id", "touched_at"],
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )
    op.drop_index("ix_journal_sheets_due", "journal_sheets")
    op.create_index("ix_journal_sheets_due", "journal_sheets", ["issue_id", "state", "member_id"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
