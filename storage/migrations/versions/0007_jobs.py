"""Jobs: long work in short steps, and how far each has come."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("only", sa.String(), nullable=True),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("tally", sa.JSON(), nullable=False),
        sa.Column("claim", sa.Integer(), server_default="0", nullable=False),
        sa.Column("claimed_until", moment, nullable=True),
        sa.Column("begun_at", moment, nullable=False),
        sa.Column("settled_at", moment, nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("only", name=op.f("uq_jobs_only")),
    )
    open_ones = sa.text("state IN ('waiting', 'undoing')")
    op.create_index("ix_jobs_open", "jobs", ["id"], sqlite_where=open_ones, postgresql_where=open_ones)


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
