"""Letters that are being sent stand apart from those that are only claimed."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A claimed letter of an earlier version may have been on its way: only that is what "sending" means now.
    op.execute("UPDATE letters SET state = 'sending' WHERE state = 'claimed'")
    open_ones = sa.text("state IN ('waiting', 'claimed', 'sending')")
    op.drop_index("ix_letters_due", "letters")
    op.create_index("ix_letters_due", "letters", ["due_at"], sqlite_where=open_ones, postgresql_where=open_ones)


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
