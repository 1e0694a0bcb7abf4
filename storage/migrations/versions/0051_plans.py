"""A member can plan to reach 60 by a day. Its reminders are off for whoever had switched all others off."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plans",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("monthly", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_plans_member_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_plans")),
    )
    op.create_index(op.f("ix_plans_until"), "plans", ["until"])
    op.add_column(
        "preferences", sa.Column("plan_reminders", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    )
    op.execute(
        "UPDATE preferences SET plan_reminders = false"
        " WHERE NOT (reminders OR journal_reminders OR declaration_reminders OR year_end_reminders"
        " OR falling_reminders OR new_courses_reminders)"
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
