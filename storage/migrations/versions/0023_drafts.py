"""Drafts of declarations by member: April's reminders are found without reading all declarations."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    drafts = sa.text("state = 'draft'")
    op.create_index(
        "ix_declarations_drafts",
        "declarations",
        ["member_id", "held_on"],
        sqlite_where=drafts,
        postgresql_where=drafts,
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
