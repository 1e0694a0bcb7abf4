"""Declarations are waited for by staff, their evidence is kept once, and a deferred file knows what it is for."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    waiting = sa.text("state = 'submitted'")
    op.create_index(
        "ix_declarations_waiting",
        "declarations",
        ["submitted_at", "id"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    with op.batch_alter_table("evidence") as evidence:  # nothing wrote there before: no row lacks a key
        evidence.add_column(sa.Column("content_key", sa.String(), nullable=False))
        evidence.create_unique_constraint(
            op.f("uq_evidence_declaration_id_content_key"), ["declaration_id", "content_key"]
        )
    op.add_column("deferred", sa.Column("expects", sa.String(), server_default="", nullable=False))
    op.add_column("deferred", sa.Column("note", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
