"""How often a person attempted an act of staff that was refused, by act and day."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "refused_attempts",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_refused_attempts_person_id")),
        sa.PrimaryKeyConstraint("person_id", "act", name=op.f("pk_refused_attempts")),
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
