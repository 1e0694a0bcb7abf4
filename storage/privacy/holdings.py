"""A part of the registry: journal, trainings, declarations, requests, the second ledger, broadcasts, maintenance."""

from collections.abc import Mapping

from storage.privacy.holding import (
    LEDGER,
    LINK,
    NUMBER,
    PUBLISHED,
    TOLD,
    WORKING,
    Erasure,
    Export,
    Holding,
    because,
    everything,
    gone,
)

CHOSEN_HOLDINGS: Mapping[str, Holding] = {
    "common_credits": Holding(
        "member_id",
        personal={
            **everything(Export.VALUE, Erasure.KEPT, "source", "half_units", "category", "title", why=LEDGER),
            **everything(Export.VALUE, Erasure.KEPT, "organiser", "earned_on", "earned_at", why=LEDGER),
            **everything(Export.VALUE, Erasure.KEPT, "written_at", "reason", why=LEDGER),
        },
        plain={
            **because(NUMBER, "id", "grant_no", "sign"),
            **because(LINK, "member_id", "reverses_id", "author_id"),
            **because("names the rules that held, not a person", "rule_version"),
            **because(PUBLISHED, "sample"),
        },
    ),
    "journal_sheets": Holding(
        "member_id",
        personal=gone("issue_id", "edition_id", "channel", "state", "begun_at", "submitted_at", "graded_at", "right"),
        plain={**because(NUMBER, "id"), **because(LINK, "member_id"), **because(WORKING, "rule_version")},
    ),
    "journal_answers": Holding("sheet_id", personal=gone("question", "ticked", "at"), plain=because(LINK, "sheet_id")),
    "attendances": Holding(
        "member_id",
        personal=gone("training_id", "entered_at", "left_at", "registered_at", "half_units"),
        plain=because(LINK, "member_id"),
    ),
    "awaited_trainings": Holding(
        "member_id", personal=gone("training_id", "asked_at", "opened_for"), plain=because(LINK, "member_id")
    ),
    "late_claims": Holding(
        "member_id",
        personal=gone("training_id", "note", "state", "claimed_at", "decided_at", "reason"),
        plain={**because(NUMBER, "id"), **because(LINK, "member_id", "decided_by")},
    ),
    "declarations": Holding(
        "member_id",
        personal={
            **gone("kind", "what", "held_on", "half_units", "code", "note", "state"),
            **gone("begun_at", "submitted_at", "decided_at", "reason"),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "member_id", "decided_by")},
    ),
    "evidence": Holding(
        "declaration_id",
        personal={
            **gone("name", "mime", "size", "received_at"),
            **everything(Export.FILE, Erasure.ROW, "content"),
            **everything(Export.WITHHELD, Erasure.ROW, "print", "content_key"),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "declaration_id", "file_id")},
    ),
    "files": Holding(
        "member_id", personal=gone("ends_at"), plain={**because(NUMBER, "id"), **because(LINK, "member_id")}
    ),
    "file_parts": Holding(
        "file_id",
        personal=everything(Export.FILE, Erasure.ROW, "content"),
        plain={**because(NUMBER, "id"), **because(LINK, "file_id")},
    ),
    "imports": Holding(
        personal=everything(
            Export.WITHHELD, Erasure.KEPT, "reason", why="staff say it of all who stand in a file, not of one"
        ),
        plain={
            **because(LINK, "by_id", "job_id"),
            **because(
                "an import of the association's: numbers, days and digests, nobody's words",
                *("id", "kind", "state", "digest", "file_id", "shorter", "base", "fault"),
                *("tally", "total", "begun_at", "settled_at"),
            ),
        },
    ),
    "import_rows": Holding(
        "member_id",
        personal=gone("line", "outcome", "before", "after"),
        plain={**because(NUMBER, "id"), **because(LINK, "member_id")},
    ),
    "exports": Holding(
        personal=everything(
            Export.WITHHELD,
            Erasure.KEPT,
            "lacking",
            why="counts characters of a whole file, and cannot be told to be anybody's",
        ),
        plain={
            **because(LINK, "by_id", "follows_id", "job_id"),
            **because(
                "an export of the association's: numbers, days and digests, nobody's words",
                *("id", "scope", "kind", "encoding", "state", "cut", "fault", "tally", "volumes", "digest"),
                *("kept", "begun_at", "settled_at"),
            ),
        },
    ),
    "export_members": Holding(
        "member_id",
        personal=everything(Export.VALUE, Erasure.KEPT, "id", "stands", why=TOLD),
        plain=because(LINK, "member_id"),
    ),
    "export_keys": Holding(
        "member_id",
        personal=everything(Export.WITHHELD, Erasure.KEPT, "token", why=TOLD),
        plain=because(LINK, "member_id"),
    ),
    "coverages": Holding(
        "member_id",
        personal=gone("complete_from"),
        plain={**because(NUMBER, "id"), **because(LINK, "member_id", "import_id")},
    ),
    "withheld_credits": Holding(
        "member_id",
        personal=gone(
            *("kind", "source", "half_units", "code", "title", "organiser", "earned_at"),
            *("category", "common_half_units", "doubtful", "asked_at"),
        ),
        plain={
            **because(NUMBER, "id"),
            **because(LINK, "member_id"),
            **because("names the rules that held, not a person", "rule_version"),
            **because(PUBLISHED, "sample"),
        },
    ),
    "titles": Holding(plain=because(PUBLISHED, "id", "source", "sample", "kind", "code", "title", "since")),
    "activations": Holding(
        plain={
            **because(LINK, "asked_by", "link_for"),
            **because(
                "a batch of letters: whom it is for, how many they are, when it was made and opened",
                *("id", "prefecture", "state", "digest", "people", "refused", "reached", "total", "told", "made"),
                *("begun_at", "ready_at", "opened_at", "ended_at", "fault", "file_id"),
            ),
            **because(WORKING, "link_hash", "pin_hash", "pin_failures", "link_until"),
        },
    ),
    "activation_codes": Holding(
        "member_id",
        personal={**gone("until"), **everything(Export.WITHHELD, Erasure.ROW, "code_hash", "code")},
        plain=because(LINK, "member_id", "activation_id"),
    ),
    "activation_rows": Holding(
        "member_id", personal=gone("line", "why"), plain=because(LINK, "activation_id", "member_id")
    ),
    "requests": Holding(
        "member_id",
        personal={
            **gone("kind", "state", "begun_at", "sent_at", "due_on", "taken_at", "settled_at"),
            **gone("questioned_at", "back_at"),
        },
        plain={
            **because(NUMBER, "id"),
            **because(LINK, "member_id", "taken_by", "declaration_id", "claim_id"),
            **because(WORKING, "told_at"),
        },
    ),
    "request_messages": Holding(
        "request_id",
        personal=gone("said_by", "text", "begun_at", "sent_at"),
        plain={**because(NUMBER, "id"), **because(LINK, "request_id", "author_id")},
    ),
    "request_files": Holding(
        "message_id",
        personal={
            **gone("name", "mime", "size", "received_at"),
            **everything(Export.FILE, Erasure.ROW, "content"),
            **everything(Export.WITHHELD, Erasure.ROW, "print", "content_key"),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "message_id", "file_id")},
    ),
    "journal_issues": Holding(plain=because(PUBLISHED, "id", "slug", "edition_id")),
    "journal_editions": Holding(
        plain=because(PUBLISHED, "id", "issue_id", "number", "document", "fingerprint", "published_at")
    ),
    "broadcasts": Holding(
        plain={
            **because(PUBLISHED, "id", "starts_at", "minutes", "title", "title_en", "reading", "speaker", "link"),
            **because(PUBLISHED, "sample", "withdrawn_at"),
        }
    ),
    "maintenance_periods": Holding(
        plain={
            **because(PUBLISHED, "id", "slug", "concerns", "starts_at", "ends_at", "ja", "en", "sample", "withdrawn"),
            **because(PUBLISHED, "published_at"),
        },
    ),
    "trainings": Holding(
        personal=everything(Export.WITHHELD, Erasure.KEPT, "secret", why="makes the codes of the check-in, of nobody"),
        plain={
            **because(PUBLISHED, "id", "slug", "title", "organiser", "prefecture", "kind", "code", "half_units"),
            **because(PUBLISHED, "common_category", "common_half_units", "held_on", "sample", "starts_at", "ends_at"),
            **because(PUBLISHED, "fingerprint", "published_at", "registered_at", "title_en", "reading", "withdrawn_at"),
        },
    ),
}
