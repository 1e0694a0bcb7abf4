"""How the titles of trainings and broadcasts are read, for whoever types that into the search."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("trainings", "broadcasts"):
        op.add_column(table, sa.Column("reading", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
