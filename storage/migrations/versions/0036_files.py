"""Files in parts: what is sent from now on. What is kept whole stays readable until `rotate-key` cuts it."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_ENDS = sa.text("ends_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_files_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_index("ix_files_member_id", "files", ["member_id"])
    op.create_index("ix_files_ends_at", "files", ["ends_at"], sqlite_where=_ENDS, postgresql_where=_ENDS)
    op.create_table(
        "file_parts",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_file_parts_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_parts")),
    )
    op.create_index("ix_file_parts_file_id", "file_parts", ["file_id"])
    for table in ("evidence", "request_files"):
        with op.batch_alter_table(table) as changed:
            changed.alter_column("content", existing_type=sa.LargeBinary(), nullable=True)
            changed.add_column(sa.Column("file_id", sa.Integer(), nullable=True))
            changed.add_column(sa.Column("print", sa.LargeBinary(), nullable=True))
            changed.create_foreign_key(op.f(f"fk_{table}_file_id"), "files", ["file_id"], ["id"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
