"""From when a one-time code is good, and who of staff gave it."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("one_time_from", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("members") as members:
        members.add_column(sa.Column("one_time_by", sa.Integer(), nullable=True))
        members.create_foreign_key("fk_members_one_time_by_members", "members", ["one_time_by"], ["id"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
