"""How often each member has logged in: a link to watch is good for one log-in."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("logins", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
