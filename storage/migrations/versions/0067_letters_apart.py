"""When a chat was last sent a letter, and whose letters are in work: processes together send a chat one a second."""

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chats", sa.Column("letter_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_letters_in_work",
        "letters",
        ["member_id"],
        sqlite_where=sa.text("state IN ('claimed', 'sending')"),
        postgresql_where=sa.text("state IN ('claimed', 'sending')"),
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
