"""Ended viewings by their member: each opening forgets those before the last one."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    ended = sa.text("ended_at IS NOT NULL")
    op.create_index("ix_viewings_ended", "viewings", ["member_id"], sqlite_where=ended, postgresql_where=ended)


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
