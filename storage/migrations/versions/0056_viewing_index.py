"""Whoever removes or erases a member looks for the chats that show the member's screens: by an index."""

from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_chats_viewing"), "chats", ["viewing"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
