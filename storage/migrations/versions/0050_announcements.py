"""Announcements of staff to many members, a member's switch for them, and when somebody last logged in in a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("text_ja", sa.LargeBinary(), nullable=False),
        sa.Column("text_en", sa.LargeBinary(), nullable=False),
        sa.Column("button", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.Integer(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reached", sa.Integer(), server_default="0", nullable=False),
        sa.Column("fed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("told", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["written_by"], ["people.id"], name=op.f("fk_announcements_written_by")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["people.id"], name=op.f("fk_announcements_confirmed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
    )
    is_open, announced = sa.text("state IN ('draft', 'going')"), sa.text("kind = 'announcement'")
    op.create_index("ix_announcements_open", "announcements", ["id"], sqlite_where=is_open, postgresql_where=is_open)
    op.create_index(
        "ix_letters_announced",
        "letters",
        ["subject", "state", "outcome", "settled_at"],
        sqlite_where=announced,
        postgresql_where=announced,
    )
    op.add_column("chats", sa.Column("logged_in_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "preferences", sa.Column("announcements", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
