"""The log of staff is read by member, by member of staff and by day."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_staff_acts_staff_id", "staff_acts", ["staff_id", "number"])
    op.create_index("ix_staff_acts_member_id", "staff_acts", ["member_id", "number"])
    op.create_index("ix_staff_acts_at", "staff_acts", ["at"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
