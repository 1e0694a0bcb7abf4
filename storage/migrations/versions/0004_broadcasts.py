"""Broadcasts say whether they are samples, and stay when they leave the schedule."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("sample", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("broadcasts", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
