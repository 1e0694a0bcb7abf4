"""Each member chooses the quiet hours, and the hour of the day's reminders. All begin with those of before."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, hour in (("quiet_from", "21"), ("quiet_until", "8"), ("nudge_hour", "8")):
        op.add_column("preferences", sa.Column(name, sa.SmallInteger(), server_default=hour, nullable=False))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
