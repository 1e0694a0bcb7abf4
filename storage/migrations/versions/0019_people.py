"""Staff need not be members: a person is a member or has a staff account, and whoever acts or is told is a person.

A member's number stays what it was, and is the number of the person too. So every row stays as it is, and so does the
chain of the log, whose seals cover these numbers. Only what the columns point to changes.
"""

import re
from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

PERSONS: Mapping[str, tuple[str, ...]] = {
    "common_credits": ("author_id",),
    "credits": ("author_id",),
    "declarations": ("decided_by",),
    "joint_requests": ("asked_by", "decided_by"),
    "late_claims": ("decided_by",),
    "letters": ("member_id",),
    "member_keys": ("member_id",),
    "members": ("one_time_by",),
    "staff": ("person_id", "granted_by"),
    "staff_acts": ("staff_id", "member_id"),
    "staff_pins": ("person_id",),
}
"""The columns that pointed to a member and point to a person from now on."""

_MAKE = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :name"
_REMAKE = "UPDATE sqlite_schema SET sql = :sql WHERE type = 'table' AND name = :name"


def upgrade() -> None:
    op.create_table(
        "people", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f("pk_people"))
    )
    op.execute("INSERT INTO people (id) SELECT id FROM members")
    for table in ("staff", "staff_pins"):
        op.execute(f"ALTER TABLE {table} RENAME COLUMN member_id TO person_id")
    if op.get_bind().dialect.name == "sqlite":
        _point_in_sqlite()
    else:
        _point_in_postgresql()
    _make_accounts()


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")


def _make_accounts() -> None:
    op.create_table(
        "staff_accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["people.id"], name=op.f("fk_staff_accounts_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_accounts")),
    )
    # in plain SQL, which both databases understand: alembic knows no reference in a column that is added to SQLite
    reference = "CONSTRAINT fk_chats_staff_id REFERENCES staff_accounts (id)"
    op.execute(f"ALTER TABLE chats ADD COLUMN staff_id INTEGER {reference}")
    op.create_index("uq_chats_staff_id", "chats", ["staff_id"], unique=True)
    op.create_table(
        "staff_invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_key", sa.String(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("invited_by", sa.Integer(), nullable=True),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=True),
        sa.Column("opener", sa.LargeBinary(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("turned_away", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_staff_invitations_chat_id")),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name=op.f("fk_staff_invitations_invited_by")),
        sa.ForeignKeyConstraint(["person_id"], ["staff_accounts.id"], name=op.f("fk_staff_invitations_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_invitations")),
        sa.UniqueConstraint("token_key", name=op.f("uq_staff_invitations_token_key")),
    )
    waiting = sa.text("state IN ('sent', 'opened')")
    op.create_index(
        "ix_staff_invitations_waiting",
        "staff_invitations",
        ["until"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )


def _point_in_postgresql() -> None:
    inspector = sa.inspect(op.get_bind())
    for table, columns in PERSONS.items():
        known = {tuple(one["constrained_columns"]): one["name"] for one in inspector.get_foreign_keys(table)}
        for column in columns:
            op.drop_constraint(str(known[(column,)]), table, type_="foreignkey")
            op.create_foreign_key(f"fk_{table}_{column}", table, "people", [column], ["id"])
    op.create_foreign_key("fk_members_id", "members", "people", ["id"], ["id"])
    # a member's number is drawn from the people's from now on
    op.execute("ALTER TABLE members ALTER COLUMN id DROP DEFAULT")
    op.execute("DROP SEQUENCE members_id_seq")
    counted = "(SELECT coalesce(max(id), 1) FROM people), (SELECT count(*) > 0 FROM people)"
    op.execute(f"SELECT setval('people_id_seq', {counted})")


def _point_in_sqlite() -> None:
    """SQLite can't alter a reference. Its manual (ALTER TABLE, section 7) says how to do it without making the table
    anew, as long as no row changes: rewrite the statement that made the table. No row, index or trigger is touched, and
    the tables that point to `members` stay as they are.
    """
    connection = op.get_bind()
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    for table, columns in PERSONS.items():
        made = connection.execute(sa.text(_MAKE), {"name": table}).scalar_one()
        for column in columns:
            made = _pointing(made, column)
        if table == "members":
            made = (
                f"{made.rstrip().removesuffix(')')}, CONSTRAINT fk_members_id FOREIGN KEY(id) REFERENCES people (id))"
            )
        connection.execute(sa.text(_REMAKE), {"sql": made, "name": table})
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))
    for table, columns in PERSONS.items():
        known = connection.execute(sa.text(f"PRAGMA foreign_key_list({table})"))
        found = {row._mapping["from"]: row._mapping["table"] for row in known}
        if {found[column] for column in columns} != {"people"}:
            raise RuntimeError(f"SQLite did not take the new references of {table}")
    if connection.execute(sa.text("PRAGMA foreign_key_check")).first() is not None:
        raise RuntimeError("a row points to nobody: nothing was changed")


def _pointing(made: str, column: str) -> str:
    """The statement with this column's reference turned from members to people, in either way of writing it."""
    apart = rf"(FOREIGN KEY\({column}\) REFERENCES )members( ?\(id\))"
    within = rf"(\b{column} INTEGER CONSTRAINT \w+ REFERENCES )members( ?\(id\))"
    for pattern in (apart, within):
        turned, times = re.subn(pattern, r"\1people\2", made)
        if times == 1:
            return turned
    raise RuntimeError(f"no reference of {column} in: {made}")
