"""Finds the receipts of erasures, which go with their chats once they are sent; and what the clock removes when it is
old: drafts, evidence, letters.
"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    receipts, ended, drafts = sa.text("kind = 'erased'"), sa.text("rank != 2"), sa.text("state = 'draft'")
    op.create_index("ix_letters_erased", "letters", ["id"], sqlite_where=receipts, postgresql_where=receipts)
    op.create_index("ix_letters_settled_at", "letters", ["settled_at"], sqlite_where=ended, postgresql_where=ended)
    for table in ("declarations", "requests"):
        op.create_index(f"ix_{table}_begun_at", table, ["begun_at"], sqlite_where=drafts, postgresql_where=drafts)
    op.create_index("ix_evidence_received_at", "evidence", ["received_at"])


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
