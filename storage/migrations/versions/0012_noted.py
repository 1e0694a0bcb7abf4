"""What members note of their papers: filings for 地域包括診療, and the last 認定証."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "noted",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("filings", sa.Integer(), nullable=True),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("certified_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_noted_member_id_members")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_noted")),
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
