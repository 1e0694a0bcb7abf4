"""Since when a chat waits for a text, and which link is to be shown after the log-in."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chats", sa.Column("expects_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("chats", sa.Column("target", sa.String(), server_default="", nullable=False))
    op.add_column("chats", sa.Column("target_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
