"""Declarations and late claims that wait get a request: who has them, until when they are due, and what is asked."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None

LINKS = {"declaration_id": "declarations", "claim_id": "late_claims"}
DAYS = 3


def upgrade() -> None:
    for column, table in LINKS.items():
        name = f"fk_requests_{column}"
        if op.get_bind().dialect.name == "sqlite":  # which takes a foreign key only with its column
            op.execute(f"ALTER TABLE requests ADD COLUMN {column} INTEGER CONSTRAINT {name} REFERENCES {table} (id)")
        else:
            op.add_column("requests", sa.Column(column, sa.Integer(), nullable=True))
            op.create_foreign_key(name, "requests", table, [column], ["id"])
        op.create_index(f"uq_requests_{column}", "requests", [column], unique=True)
    op.create_index("ix_request_files_received_at", "request_files", ["received_at"])
    for moment in ("questioned_at", "back_at"):
        op.add_column("requests", sa.Column(moment, sa.DateTime(timezone=True), nullable=True))
    _open("declaration", "declaration_id", "submitted_at", "submitted")
    _open("claim", "claim_id", "claimed_at", "open")


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")


def _open(kind: str, link: str, moment: str, state: str) -> None:
    """What waits gets a request. What was decided needs none: its row says by whom and why."""
    at = sa.DateTime(timezone=True)
    cases = sa.table(LINKS[link], sa.column("id"), sa.column("member_id"), sa.column(moment, at), sa.column("state"))
    names = ("member_id", "kind", "state", link)
    requests = sa.table(
        "requests",
        *(sa.column(name) for name in names),
        *(sa.column(name, at) for name in ("begun_at", "sent_at")),
        sa.column("due_on", sa.Date()),
    )
    waiting = sa.select(cases.c.id, cases.c.member_id, cases.c[moment]).where(cases.c.state == state)
    found = op.get_bind().execute(waiting.order_by(cases.c.id)).all()
    for number, member, since in found:
        sent = since if since.tzinfo else since.replace(tzinfo=ZoneInfo("UTC"))
        values = {"member_id": member, "kind": kind, "state": "received", link: number}
        op.get_bind().execute(sa.insert(requests).values(**values, begun_at=sent, sent_at=sent, due_on=_due(sent)))


def _due(since: datetime) -> date:
    """Three weekdays after the day in Japan. Holidays are left out of account, so it may be a little early."""
    day, left = since.astimezone(ZoneInfo("Asia/Tokyo")).date(), DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day
