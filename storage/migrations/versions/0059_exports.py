"""Exports of credits: what was exported, of whom, and by which random text their credits are known."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("encoding", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("cut", sa.Integer(), server_default="0", nullable=False),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("fault", sa.String(), server_default="", nullable=False),
        sa.Column("tally", sa.JSON(), nullable=False),
        sa.Column("volumes", sa.JSON(), nullable=False),
        sa.Column("lacking", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.String(), server_default="", nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_exports_by_id")),
        sa.ForeignKeyConstraint(["follows_id"], ["exports.id"], name=op.f("fk_exports_follows_id")),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_exports_job_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exports")),
    )
    op.create_index(op.f("ix_exports_by_id"), "exports", ["by_id"])
    op.create_index("ix_exports_scope_state", "exports", ["scope", "state"])
    op.create_table(
        "export_members",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_export_members_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_members")),
    )
    op.create_index(op.f("ix_export_members_member_id"), "export_members", ["member_id"])
    op.create_table(
        "export_keys",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_export_keys_member_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_export_keys")),
    )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
