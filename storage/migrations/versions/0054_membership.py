"""Since when a membership has ended, and when it was last resumed."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("members", sa.Column("resumed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
