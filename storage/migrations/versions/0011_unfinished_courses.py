"""Unfinished courses by when they were last touched: the reminders of a day are found without reading all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    unfinished = sa.text("finished_at IS NULL")
    op.create_index(
        "ix_enrolments_unfinished",
        "enrolments",
        ["touched_at"],
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
