"""Reminders of the end of a fiscal year have switches. Whoever had switched all reminders off is sent none of these."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("year_end_reminders", "falling_reminders"):
        op.add_column("preferences", sa.Column(name, sa.Boolean(), server_default=sa.text("true"), nullable=False))
    op.execute(
        "UPDATE preferences SET year_end_reminders = false, falling_reminders = false"
        " WHERE NOT (reminders OR journal_reminders OR declaration_reminders)"
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
