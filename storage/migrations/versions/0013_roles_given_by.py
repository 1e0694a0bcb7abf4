"""Who gave a role.

The roles themselves stay as they are. What `support` could do besides helping members (decide, show check-in codes)
belongs to `officer` and `organiser` from now on: an owner gives these, with a line in the log.
"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # in plain SQL, which both databases understand: alembic knows no reference in a column that is added to SQLite
    reference = "CONSTRAINT fk_staff_granted_by_members REFERENCES members (id)"
    op.execute(f"ALTER TABLE staff ADD COLUMN granted_by INTEGER {reference}")


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
