"""Failures of log-in by the moment of the last one: those that are forgotten are removed."""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_guards_last_at", "guards", ["last_at"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
