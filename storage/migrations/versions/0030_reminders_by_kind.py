"""Each kind of reminder has a switch of its own. Whoever had switched reminders off is sent none of any kind."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("journal_reminders", "declaration_reminders"):
        op.add_column("preferences", sa.Column(name, sa.Boolean(), server_default=sa.text("true"), nullable=False))
    op.execute("UPDATE preferences SET journal_reminders = reminders, declaration_reminders = reminders")


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
