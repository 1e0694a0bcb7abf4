"""A picture or a PDF that goes with an announcement, and how many messages of a letter have gone."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("announcements", sa.Column("file_id", sa.Integer(), nullable=True))
    op.add_column("announcements", sa.Column("file_name", sa.LargeBinary(), nullable=True))
    op.add_column("announcements", sa.Column("file_print", sa.LargeBinary(), nullable=True))
    op.add_column("announcements", sa.Column("file_mime", sa.String(), nullable=True))
    op.add_column("announcements", sa.Column("file_size", sa.Integer(), nullable=True))
    op.add_column("announcements", sa.Column("uploaded", sa.String(), nullable=True))
    op.add_column("letters", sa.Column("parts_sent", sa.SmallInteger(), server_default="0", nullable=False))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
