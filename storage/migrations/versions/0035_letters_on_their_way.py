"""Letters on their way by the end of their claim: each claim looks for those that were cut off, and need not read all
that wait for a later day for it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    sending = sa.text("state = 'sending'")
    op.create_index("ix_letters_sending", "letters", ["claimed_until"], sqlite_where=sending, postgresql_where=sending)


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
