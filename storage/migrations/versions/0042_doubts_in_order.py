"""The officers' queue is read from its beginning: certificates that are in doubt, in the order of their first doubt."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    waits = sa.text("settled_at IS NULL")
    op.create_index(
        "ix_certificate_doubts_in_order", "certificate_doubts", ["id"], sqlite_where=waits, postgresql_where=waits
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
