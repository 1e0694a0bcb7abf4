"""How many letters each announcement has had: those on record, and the sums of those that were removed."""

import json
from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None

LETTERS = "SELECT subject, count(*) FROM letters WHERE kind = 'announcement' GROUP BY subject"


def upgrade() -> None:
    op.add_column("announcements", sa.Column("queued", sa.Integer(), server_default="0", nullable=False))
    record = op.get_bind()
    letters: Mapping[str, int] = {row[0]: row[1] for row in record.execute(sa.text(LETTERS))}
    for number, sums in record.execute(sa.text("SELECT id, sums FROM announcements")).all():
        removed = json.loads(sums).get("ended", {}).values() if sums else ()
        queued = letters.get(str(number), 0) + sum(removed)
        record.execute(
            sa.text("UPDATE announcements SET queued = :queued WHERE id = :id"), {"queued": queued, "id": number}
        )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
