"""By which number and token a certificate is checked, and since when one does not hold any more."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

# the seals and keyed hashes of a check are renewed when a data key is replaced; nothing else ever changes
KEPT = {
    "certificate_checks": "certificate_id, half_units, codes, given_at",
    "certificate_ends": "id, certificate_id, kind, reason, at, by_id, instead_id",
}


def upgrade() -> None:
    op.create_table(
        "certificate_checks",
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.LargeBinary(), nullable=False),
        sa.Column("number_key", sa.String(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("token_key", sa.String(), nullable=False),
        sa.Column("half_units", sa.Integer(), nullable=False),
        sa.Column("codes", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificates.id"], name=op.f("fk_certificate_checks_certificate_id")
        ),
        sa.PrimaryKeyConstraint("certificate_id", name=op.f("pk_certificate_checks")),
        sa.UniqueConstraint("number_key", name=op.f("uq_certificate_checks_number_key")),
        sa.UniqueConstraint("token_key", name=op.f("uq_certificate_checks_token_key")),
    )
    op.create_table(
        "certificate_ends",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("instead_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_certificate_ends_by_id")),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificates.id"], name=op.f("fk_certificate_ends_certificate_id")
        ),
        sa.ForeignKeyConstraint(["instead_id"], ["certificates.id"], name=op.f("fk_certificate_ends_instead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_ends")),
        sa.UniqueConstraint("certificate_id", "kind", name=op.f("uq_certificate_ends_certificate_id_kind")),
    )
    # a file that somebody sends is found by its hash
    op.create_index("ix_certificates_paper_sha256", "certificates", ["paper_sha256"])
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table, columns in KEPT.items():
        for statement in _in_sqlite(table, columns) if sqlite else _in_postgresql(table, columns):
            op.execute(statement)


def _in_sqlite(table: str, columns: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_{event[:6].lower()} BEFORE {event} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for event in (f"UPDATE OF {columns}", "DELETE")
    ]


def _in_postgresql(table: str, columns: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OF {columns} OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION append_only()"
    ]


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
