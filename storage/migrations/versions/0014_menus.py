"""Which list of commands each chat shows, so that it is renewed when a role changes."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chats", sa.Column("menu", sa.String(), server_default="", nullable=False))
    shown = sa.text("menu <> ''")
    op.create_index("ix_chats_menu", "chats", ["id"], sqlite_where=shown, postgresql_where=shown)


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
