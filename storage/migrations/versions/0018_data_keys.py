"""Which data keys the record is sealed under. A certificate that is drawn may get another keyed hash of its facts."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

# what a drawn certificate never changes; its seals and its keyed hash are renewed when a data key is replaced
KEPT = ("member_id", "period_from", "period_to", "asked_at", "drawn_at", "paper_sha256")
LOST = "NEW.paper IS NULL OR NEW.facts IS NULL"


def upgrade() -> None:
    op.create_table(
        "data_keys",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_data_keys")),
    )
    if op.get_bind().dialect.name == "sqlite":
        changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in KEPT)
        op.execute("DROP TRIGGER certificates_update")
        op.execute(
            "CREATE TRIGGER certificates_update BEFORE UPDATE ON certificates"
            f" WHEN OLD.paper_sha256 IS NOT NULL AND ({changed} OR {LOST})"
            " BEGIN SELECT RAISE(ABORT, 'a certificate never changes'); END"
        )
    else:
        changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in KEPT)
        op.execute("DROP TRIGGER certificates_kept ON certificates")
        op.execute(
            "CREATE TRIGGER certificates_kept BEFORE UPDATE ON certificates FOR EACH ROW"
            f" WHEN (OLD.paper_sha256 IS NOT NULL AND ({changed} OR {LOST}))"
            " EXECUTE FUNCTION certificate_kept()"
        )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
