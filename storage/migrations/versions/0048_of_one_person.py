"""Finds what one person asked for, the invitations of one account, and all viewings of one member: they belong to the
copy of a record.
"""

from alembic import op

revision = "0048"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_joint_requests_asked_by", "joint_requests", ["asked_by"])
    op.create_index("ix_viewings_member_id", "viewings", ["member_id"])
    op.drop_index("ix_viewings_ended", "viewings")
    op.create_index("ix_staff_invitations_person_id", "staff_invitations", ["person_id"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
