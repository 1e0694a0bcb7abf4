"""Finds the members whose record was changed last: the names that staff search are kept current by it."""

from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_members_imported_at", "members", ["imported_at"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
