"""Late claims are decided by staff: the reason that they give, and the queue of those that wait."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("late_claims", sa.Column("reason", sa.LargeBinary(), nullable=True))
    waiting = sa.text("state = 'open'")
    op.create_index(
        "ix_late_claims_open", "late_claims", ["claimed_at"], sqlite_where=waiting, postgresql_where=waiting
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
