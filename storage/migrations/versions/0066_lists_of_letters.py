"""Activation letters: lists of members, how far a batch is, and how one ends that nobody decides about."""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("activations", sa.Column("digest", sa.String(), server_default="", nullable=False))
    op.add_column("activations", sa.Column("file_id", sa.Integer(), nullable=True))
    op.add_column("activations", sa.Column("people", sa.Integer(), server_default="0", nullable=False))
    op.add_column("activations", sa.Column("refused", sa.Integer(), server_default="0", nullable=False))
    op.add_column("activations", sa.Column("total", sa.Integer(), server_default="0", nullable=False))
    op.add_column("activations", sa.Column("told", sa.Integer(), server_default="0", nullable=False))
    op.add_column("activations", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("activations", sa.Column("fault", sa.String(), server_default="", nullable=False))
    op.create_table(
        "activation_rows",
        sa.Column("activation_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["activation_id"], ["activations.id"], name=op.f("fk_activation_rows_activation_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_activation_rows_member_id")),
        sa.PrimaryKeyConstraint("activation_id", "line", name=op.f("pk_activation_rows")),
    )
    op.create_index("ix_activation_rows_member", "activation_rows", ["activation_id", "member_id"], unique=True)
    op.create_index("ix_activation_rows_of_member", "activation_rows", ["member_id"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
