"""A member can ask to hear of a training to come. Its switch is off for whoever had switched all reminders off."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "awaited_trainings",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_for", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_awaited_trainings_member_id")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_awaited_trainings_training_id")),
        sa.PrimaryKeyConstraint("member_id", "training_id", name=op.f("pk_awaited_trainings")),
    )
    op.create_index(op.f("ix_awaited_trainings_training_id"), "awaited_trainings", ["training_id"])
    op.add_column(
        "preferences", sa.Column("training_reminders", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    )
    op.execute(
        "UPDATE preferences SET training_reminders = false"
        " WHERE NOT (reminders OR journal_reminders OR declaration_reminders OR year_end_reminders"
        " OR falling_reminders OR new_courses_reminders OR plan_reminders)"
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
