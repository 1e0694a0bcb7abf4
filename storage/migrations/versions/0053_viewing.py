"""Whose screens a chat of staff shows, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # as text: SQLite adds a column with its reference, but no constraint to a table that exists
    op.execute("ALTER TABLE chats ADD COLUMN viewing INTEGER CONSTRAINT fk_chats_viewing REFERENCES members (id)")
    op.add_column("chats", sa.Column("viewing_until", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
