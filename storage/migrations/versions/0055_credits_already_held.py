"""Credits that an import brings: which import, and from which day on the record of a member is complete by it."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None

KEPT = "import_id, certifiable"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":  # which takes a foreign key only with its column
        key = "CONSTRAINT fk_credits_import_id REFERENCES imports (id)"
        op.execute(f"ALTER TABLE credits ADD COLUMN import_id INTEGER {key}")
    else:
        op.add_column("credits", sa.Column("import_id", sa.Integer(), nullable=True))
        op.create_foreign_key("fk_credits_import_id", "credits", "imports", ["import_id"], ["id"])
    op.add_column("credits", sa.Column("certifiable", sa.Boolean(), nullable=True))
    op.create_table(
        "coverages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("complete_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_coverages_member_id")),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name=op.f("fk_coverages_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverages")),
        sa.UniqueConstraint("member_id", "import_id", name=op.f("uq_coverages_member_id_import_id")),
    )
    # the ledger is only added to: its other columns are guarded likewise since the first tables
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER credits_origin BEFORE UPDATE OF {KEPT} ON credits"
            " BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END"
        )
    else:
        op.execute(
            f"CREATE TRIGGER credits_origin BEFORE UPDATE OF {KEPT} ON credits"
            " FOR EACH ROW EXECUTE FUNCTION append_only()"
        )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
