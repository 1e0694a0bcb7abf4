"""Ended viewings by their moment: the tick removes those of an hour ago, and need not read all of them for it."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    ended = sa.text("ended_at IS NOT NULL")
    op.create_index("ix_viewings_ended_at", "viewings", ["ended_at"], sqlite_where=ended, postgresql_where=ended)


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
