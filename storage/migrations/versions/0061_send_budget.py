"""One budget of sends for all processes, how long a chat is to be sent nothing, and the sums that a report keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "send_budget",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("next_at", sa.Double(), nullable=False),
        sa.Column("base", sa.Double(), nullable=False),
        sa.Column("cut_at", sa.Double(), nullable=False),
        sa.Column("held_until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_send_budget")),
    )
    op.add_column("announcements", sa.Column("sums", sa.String(), server_default="", nullable=False))
    op.add_column("chats", sa.Column("held_until", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
