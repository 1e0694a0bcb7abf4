"""A test goes on to the next question by itself, unless the member has switched that off."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column: sa.Column[bool] = sa.Column("test_goes_on", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    op.add_column("preferences", column)


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
