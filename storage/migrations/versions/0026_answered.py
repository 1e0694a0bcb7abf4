"""The presses that a chat has been answered in the last seconds."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chats", sa.Column("answered", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
