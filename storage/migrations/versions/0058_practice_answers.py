"""What members answer when they practise the wrong questions of a failed test."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "practice_answers",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("ticked", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempts.id"], name=op.f("fk_practice_answers_attempt_id_attempts")),
        sa.PrimaryKeyConstraint("attempt_id", "place", name=op.f("pk_practice_answers")),
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
