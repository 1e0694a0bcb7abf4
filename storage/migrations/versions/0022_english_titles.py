"""English titles of trainings and broadcasts. Courses and issues of the journal have theirs in their documents."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("trainings", "broadcasts"):
        op.add_column(table, sa.Column("title_en", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
