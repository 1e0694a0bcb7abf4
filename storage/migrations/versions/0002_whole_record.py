"""The whole record: journal, trainings, declarations, the second ledger, the broadcasting schedule."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEPT = (
    "id, member_id, source, grant_no, sign, half_units, category, title, organiser, earned_on, earned_at, written_at,"
    " rule_version, reverses_id, author_id"
)


def upgrade() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sa.UniqueConstraint("starts_at", name=op.f("uq_broadcasts_starts_at")),
    )
    op.create_table(
        "journal_issues",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_issues")),
        sa.UniqueConstraint("slug", name=op.f("uq_journal_issues_slug")),
    )
    op.create_table(
        "trainings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("prefecture", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("half_units", sa.Integer(), nullable=False),
        sa.Column("common_category", sa.String(), nullable=True),
        sa.Column("common_half_units", sa.Integer(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
        sa.UniqueConstraint("slug", name=op.f("uq_trainings_slug")),
    )
    op.create_index(op.f("ix_trainings_starts_at"), "trainings", ["starts_at"], unique=False)
    op.create_table(
        "attendances",
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("half_units", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_attendances_member_id")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_attendances_training_id")),
        sa.PrimaryKeyConstraint("training_id", "member_id", name=op.f("pk_attendances")),
    )
    op.create_index(op.f("ix_attendances_member_id"), "attendances", ["member_id"], unique=False)
    op.create_table(
        "common_credits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("grant_no", sa.Integer(), nullable=False),
        sa.Column("sign", sa.Integer(), nullable=False),
        sa.Column("half_units", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("earned_on", sa.Date(), nullable=False),
        sa.Column("earned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rule_version", sa.String(), nullable=False),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk_common_credits_author_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_common_credits_member_id")),
        sa.ForeignKeyConstraint(["reverses_id"], ["common_credits.id"], name=op.f("fk_common_credits_reverses_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_common_credits")),
        sa.UniqueConstraint(
            "member_id", "source", "grant_no", "sign", name=op.f("uq_common_credits_member_id_source_grant_no_sign")
        ),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_common_credits_reverses_id")),
    )
    op.create_index(
        "ix_common_credits_totals", "common_credits", ["member_id", "earned_on", "category", "half_units"], unique=False
    )
    op.create_table(
        "declarations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("half_units", sa.Integer(), nullable=True),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["members.id"], name=op.f("fk_declarations_decided_by")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_declarations_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declarations")),
    )
    op.create_index(op.f("ix_declarations_member_id"), "declarations", ["member_id"], unique=False)
    op.create_table(
        "journal_editions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["journal_issues.id"], name=op.f("fk_journal_editions_issue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_editions")),
        sa.UniqueConstraint("issue_id", "number", name=op.f("uq_journal_editions_issue_id_number")),
    )
    op.create_table(
        "late_claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["members.id"], name=op.f("fk_late_claims_decided_by")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_late_claims_member_id")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_late_claims_training_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_late_claims")),
        sa.UniqueConstraint("training_id", "member_id", name=op.f("uq_late_claims_training_id_member_id")),
    )
    op.create_index(op.f("ix_late_claims_member_id"), "late_claims", ["member_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("declaration_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["declaration_id"], ["declarations.id"], name=op.f("fk_evidence_declaration_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_declaration_id"), "evidence", ["declaration_id"], unique=False)
    op.create_table(
        "journal_sheets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("graded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("right", sa.Integer(), nullable=True),
        sa.Column("rule_version", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["edition_id"], ["journal_editions.id"], name=op.f("fk_journal_sheets_edition_id")),
        sa.ForeignKeyConstraint(["issue_id"], ["journal_issues.id"], name=op.f("fk_journal_sheets_issue_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_journal_sheets_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_sheets")),
        sa.UniqueConstraint("member_id", "issue_id", name=op.f("uq_journal_sheets_member_id_issue_id")),
    )
    op.create_index("ix_journal_sheets_due", "journal_sheets", ["issue_id", "state"], unique=False)
    op.create_table(
        "journal_answers",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("ticked", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["journal_sheets.id"], name=op.f("fk_journal_answers_sheet_id")),
        sa.PrimaryKeyConstraint("sheet_id", "question", name=op.f("pk_journal_answers")),
    )
    op.add_column(
        "preferences", sa.Column("picture_theme", sa.String(), server_default=sa.text("'light'"), nullable=False)
    )
    op.drop_index("ix_credits_totals", "credits")
    op.create_index("ix_credits_totals", "credits", ["member_id", "earned_on", "kind", "code", "half_units"])

    if op.get_bind().dialect.name == "sqlite":
        for event in (f"UPDATE OF {KEPT}", "DELETE"):
            op.execute(
                f"CREATE TRIGGER common_credits_{event[:6].lower()} BEFORE {event} ON common_credits"
                " BEGIN SELECT RAISE(ABORT, 'common_credits is append-only'); END"
            )
    else:
        op.execute(
            f"CREATE TRIGGER common_credits_kept BEFORE UPDATE OF {KEPT} OR DELETE ON common_credits"
            " FOR EACH ROW EXECUTE FUNCTION append_only()"
        )


def downgrade() -> None:
    raise RuntimeError("a record is not thrown away")
