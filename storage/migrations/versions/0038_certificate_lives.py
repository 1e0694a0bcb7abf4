"""The life of a certificate after its issue: what puts it in doubt, what replaces it, and which has no number yet.

Triggers write the doubts: so no way of changing a name or of reversing a credit can forget them, nor can a process of
an earlier version during an upgrade. They name candidates only, because facts are sealed; the product looks which of
them show it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

PRINTED = ("name", "registry_no", "member_no")
"""The columns of a member that certificates print. A correction sets `imported_at` with them, and seals anew what it
changes; `rotate-key` seals anew too, and leaves `imported_at` out.
"""
_PUT = "INSERT INTO certificate_doubts (certificate_id, kind, credit_id, at)"
STANDS = "NOT EXISTS (SELECT 1 FROM certificate_ends e WHERE e.certificate_id = c.id)"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.add_column("certificates", sa.Column("numbered_at", moment, nullable=True))
    # those of before version 0.5 have no check yet; so have those that such a process issues during the upgrade
    op.execute(
        "UPDATE certificates SET numbered_at ="
        " (SELECT k.given_at FROM certificate_checks k WHERE k.certificate_id = certificates.id)"
    )
    bare = sa.text("numbered_at IS NULL")
    op.create_index(
        "ix_certificates_unnumbered", "certificates", ["numbered_at", "id"], sqlite_where=bare, postgresql_where=bare
    )
    op.create_table(
        "certificate_replacements",
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("instead_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_certificate_replacements_by_id")),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificates.id"], name=op.f("fk_certificate_replacements_certificate_id")
        ),
        sa.ForeignKeyConstraint(
            ["instead_id"], ["certificates.id"], name=op.f("fk_certificate_replacements_instead_id")
        ),
        sa.PrimaryKeyConstraint("certificate_id", name=op.f("pk_certificate_replacements")),
    )
    op.create_index("ix_certificate_replacements_instead_id", "certificate_replacements", ["instead_id"])
    op.create_table(
        "certificate_doubts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("credit_id", sa.Integer(), nullable=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("confirmed_at", moment, nullable=True),
        sa.Column("settled_at", moment, nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_certificate_doubts_by_id")),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificates.id"], name=op.f("fk_certificate_doubts_certificate_id")
        ),
        sa.ForeignKeyConstraint(["credit_id"], ["credits.id"], name=op.f("fk_certificate_doubts_credit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_doubts")),
    )
    op.create_index("ix_certificate_doubts_certificate_id", "certificate_doubts", ["certificate_id"])
    # SQLite looks for rows that lead to a new credit whenever one is written
    op.create_index("ix_certificate_doubts_credit_id", "certificate_doubts", ["credit_id"])
    for name, columns, where in (
        ("ix_certificate_doubts_open", ["certificate_id", "id"], "settled_at IS NULL"),
        ("ix_certificate_doubts_new", ["confirmed_at", "id"], "confirmed_at IS NULL AND settled_at IS NULL"),
    ):
        op.create_index(
            name, "certificate_doubts", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )
    for statement in _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgresql():
        op.execute(statement)
    _of_before()


def _sqlite() -> list[str]:
    on_members = [
        f"CREATE TRIGGER members_doubt_{column} AFTER UPDATE OF imported_at ON members"
        f" WHEN NEW.{column} IS NOT OLD.{column} BEGIN {_of_member(column)}; END"
        for column in PRINTED
    ]
    return [
        *on_members,
        "CREATE TRIGGER credits_doubt AFTER INSERT ON credits WHEN NEW.reverses_id IS NOT NULL BEGIN"
        f" {_of_credit()}; END",
    ]


def _postgresql() -> list[str]:
    """A certificate that is being issued at this moment holds its member's row: the triggers wait for it."""
    on_members = [
        statement
        for column in PRINTED
        for statement in (
            f"CREATE FUNCTION doubt_{column}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" {_of_member(column)}; RETURN NULL; END $$",
            f"CREATE TRIGGER members_doubt_{column} AFTER UPDATE OF imported_at ON members FOR EACH ROW"
            f" WHEN (NEW.{column} IS DISTINCT FROM OLD.{column}) EXECUTE FUNCTION doubt_{column}()",
        )
    ]
    return [
        *on_members,
        "CREATE FUNCTION doubt_credit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " PERFORM 1 FROM members WHERE id = NEW.member_id FOR NO KEY UPDATE;"
        f" {_of_credit()}; RETURN NULL; END $$",
        "CREATE TRIGGER credits_doubt AFTER INSERT ON credits FOR EACH ROW"
        " WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION doubt_credit()",
    ]


def _of_member(kind: str) -> str:
    what = "CAST(NULL AS INTEGER), NEW.imported_at FROM certificates c"
    return " ".join((_PUT, "SELECT c.id,", f"'{kind}',", what, "WHERE c.member_id = NEW.id AND", STANDS))


def _of_credit() -> str:
    what = "SELECT c.id, 'credit', NEW.id, NEW.written_at FROM certificates c WHERE c.member_id = NEW.member_id"
    return " ".join((_PUT, what, "AND NEW.earned_on BETWEEN c.period_from AND c.period_to AND", STANDS))


def _of_before() -> None:
    """What was changed after a certificate was asked for, before there were these triggers."""
    reversed_ = (
        "SELECT c.id, 'credit', r.id, r.written_at FROM certificates c JOIN credits r ON r.member_id = c.member_id"
    )
    inside = "WHERE r.reverses_id IS NOT NULL AND r.earned_on BETWEEN c.period_from AND c.period_to"
    op.execute(" ".join((_PUT, reversed_, inside, "AND r.written_at >= c.asked_at AND", STANDS)))
    for kind in PRINTED:
        corrected = f"'{kind}', CAST(NULL AS INTEGER), m.imported_at FROM certificates c"
        later = "JOIN members m ON m.id = c.member_id WHERE m.imported_at >= c.asked_at AND"
        op.execute(" ".join((_PUT, "SELECT c.id,", corrected, later, STANDS)))


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
