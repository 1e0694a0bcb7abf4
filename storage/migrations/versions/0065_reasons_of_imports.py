"""Why credits are granted by a file, or taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("imports", sa.Column("reason", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
