"""Finds what was begun in a request and never sent, which the clock removes when it is old."""

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None


def upgrade() -> None:
    unsent = sa.text("sent_at IS NULL")
    op.create_index(
        "ix_request_messages_begun_at", "request_messages", ["begun_at"], sqlite_where=unsent, postgresql_where=unsent
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
