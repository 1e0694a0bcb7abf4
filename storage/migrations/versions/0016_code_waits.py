"""From when a one-time code is good, and who of staff gave it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("one_time_from", sa.DateTime(timezone=True), nullable=True))
    # in plain SQL: SQLite would otherwise make the table anew, and can't, for the other tables point to it
    reference = "CONSTRAINT fk_members_one_time_by_members REFERENCES members (id)"
    op.execute(f"ALTER TABLE members ADD COLUMN one_time_by INTEGER {reference}")


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
