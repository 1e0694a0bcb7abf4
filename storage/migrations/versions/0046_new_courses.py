"""Reminders of new courses have a switch. Whoever had switched all reminders off is sent none of these."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "preferences",
        sa.Column("new_courses_reminders", sa.Boolean(), server_default=sa.text("true"), nullable=False),
    )
    op.execute(
        "UPDATE preferences SET new_courses_reminders = false"
        " WHERE NOT (reminders OR journal_reminders OR declaration_reminders OR year_end_reminders"
        " OR falling_reminders)"
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
