"""Who gave a role.

The roles themselves stay as they are. What `support` could do besides helping members (decide, show check-in codes)
belongs to `officer` and `organiser` from now on: an owner gives these, with a line in the log.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("staff") as staff:
        staff.add_column(sa.Column("granted_by", sa.Integer(), nullable=True))
        staff.create_foreign_key("fk_staff_granted_by_members", "members", ["granted_by"], ["id"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
