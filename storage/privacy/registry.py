"""The registry of personal data: for every column, how it is exported to the member, and what an erasure does to it.

A test compares it with the tables. It fails for a column that is missing here, for a sealed column that is not called
personal, and for a name that is no column. To erase a member, the row in `members` is cleared. Everything else points
to that row, so what has to stay (the ledger, the log) then points to nobody.

A column that leads to a person names that person: whose row it is, or who acted. It is not cleared by itself. Either
its row goes, as in `letters`, or what it leads to is cleared, as for `staff_acts`: the number then says nothing. A test
looks at every such column for that.
"""

from collections.abc import Iterable, Mapping

from storage.privacy.holding import (
    CHECKED,
    LEDGER,
    LINK,
    LOG,
    NUMBER,
    PROOF,
    PUBLISHED,
    WORKING,
    Erasure,
    Export,
    Holding,
    Personal,
    because,
    everything,
    gone,
)
from storage.privacy.holdings import CHOSEN_HOLDINGS
from storage.privacy.staff_holdings import STAFF_HOLDINGS

HOLDINGS: Mapping[str, Holding] = {
    **CHOSEN_HOLDINGS,
    **STAFF_HOLDINGS,
    "members": Holding(
        "id",
        personal={
            **everything(Export.VALUE, Erasure.CLEARED, "member_no", "mamis_id", "name", "kana", "birth_date"),
            **everything(Export.VALUE, Erasure.CLEARED, "registry_no", "prefecture", "email", "can_earn"),
            **everything(
                Export.WITHHELD, Erasure.CLEARED, "member_no_key", "mamis_key", "password_hash", "one_time_key"
            ),
            **everything(Export.VALUE, Erasure.CLEARED, "one_time_from", "one_time_until", "logins", "imported_at"),
            **everything(Export.VALUE, Erasure.CLEARED, "ended_at", "resumed_at"),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "one_time_by")},
    ),
    "member_keys": Holding(
        "member_id",
        personal=everything(Export.WITHHELD, Erasure.ROW, "key"),
        plain=because(LINK, "member_id"),
    ),
    "chats": Holding(
        "member_id",
        personal={
            **everything(Export.WITHHELD, Erasure.ROW, "telegram_key"),
            **gone("telegram_id", "language", "expects", "expects_at", "note"),
            **gone("accepted_notice", "target", "target_at", "living_message", "living_subject"),
            **gone("answered", "menu", "reachable", "created_at", "logged_in_at", "viewing_until"),
            **gone("held_until", "letter_at"),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "member_id", "staff_id", "viewing")},
    ),
    "consents": Holding(
        "member_id",
        personal=everything(Export.VALUE, Erasure.KEPT, "notice", "accepted_at", why=PROOF),
        plain=because(LINK, "member_id"),
    ),
    "preferences": Holding(
        "member_id",
        personal={
            **gone("reminders", "journal_reminders", "declaration_reminders", "picture_theme"),
            **gone("year_end_reminders", "falling_reminders", "new_courses_reminders", "announcements"),
            **gone("plan_reminders", "training_reminders"),
            **gone("quiet_from", "quiet_until", "nudge_hour", "test_goes_on"),
        },
        plain=because(LINK, "member_id"),
    ),
    "noted": Holding(
        "member_id", personal=gone("filings", "filed_on", "certified_on"), plain=because(LINK, "member_id")
    ),
    "plans": Holding("member_id", personal=gone("until", "set_on", "monthly"), plain=because(LINK, "member_id")),
    "guards": Holding(
        "key",
        personal={**everything(Export.WITHHELD, Erasure.ROW, "key"), **gone("failures", "last_at", "until")},
        plain=because("says only what is counted: IDs, Telegram users or all strangers", "scope"),
    ),
    "enrolments": Holding(
        "member_id",
        personal=gone("course_id", "started_at", "touched_at", "finished_at"),
        plain=because(LINK, "member_id"),
    ),
    "progress": Holding(
        "member_id",
        personal=gone("film_id", "bitmap", "watched", "position", "completed_at"),
        plain={**because(LINK, "member_id"), **because(WORKING, "grace_left_ms", "rule_version")},
    ),
    "viewings": Holding(
        "member_id",
        personal={
            **gone("film_id", "opened_at", "last_at", "ended_at"),
            **everything(Export.WITHHELD, Erasure.ROW, "token"),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "member_id"), **because(WORKING, "seq", "spare_ms")},
    ),
    "attempts": Holding(
        "member_id",
        personal=gone("course_id", "edition_id", "number", "pinned", "state", "started_at", "finished_at", "right"),
        plain={**because(NUMBER, "id"), **because(LINK, "member_id"), **because(WORKING, "rule_version")},
    ),
    "answers": Holding(
        "attempt_id",
        personal=gone("place", "ticked", "at"),
        plain=because(LINK, "attempt_id"),
    ),
    "practice_answers": Holding(
        "attempt_id",
        personal=gone("place", "ticked", "answered_at"),
        plain=because(LINK, "attempt_id"),
    ),
    "credits": Holding(
        "member_id",
        personal={
            **everything(
                Export.VALUE, Erasure.KEPT, "kind", "source", "half_units", "code", "title", "organiser", why=LEDGER
            ),
            **everything(Export.VALUE, Erasure.KEPT, "earned_on", "earned_at", "written_at", "reason", why=LEDGER),
            **everything(Export.VALUE, Erasure.KEPT, "certifiable", why=LEDGER),
        },
        plain={
            **because(NUMBER, "id", "grant_no", "sign"),
            **because(LINK, "member_id", "reverses_id", "author_id", "import_id"),
            **because("names the rules that held, not a person", "rule_version"),
            **because(PUBLISHED, "sample"),
        },
    ),
    "certificates": Holding(
        "member_id",
        personal={
            **everything(Export.VALUE, Erasure.CLEARED, "facts"),
            **everything(Export.FILE, Erasure.CLEARED, "paper"),
            **everything(Export.WITHHELD, Erasure.CLEARED, "facts_key"),
            **everything(Export.VALUE, Erasure.KEPT, "period_from", "period_to", "asked_at", "drawn_at", why=CHECKED),
            **everything(Export.VALUE, Erasure.KEPT, "paper_sha256", why=CHECKED),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "member_id"), **because(WORKING, "numbered_at")},
    ),
    "certificate_replacements": Holding(
        "certificate_id",
        personal=everything(Export.VALUE, Erasure.KEPT, "reason", "asked_at", why=CHECKED),
        plain=because(LINK, "certificate_id", "instead_id", "by_id"),
    ),
    "certificate_doubts": Holding(
        "certificate_id",
        personal=gone("kind", "at", "confirmed_at", "settled_at", "verdict"),
        plain={**because(NUMBER, "id"), **because(LINK, "certificate_id", "credit_id", "by_id")},
    ),
    "certificate_checks": Holding(
        "certificate_id",
        personal={
            **everything(Export.VALUE, Erasure.KEPT, "number", "half_units", "codes", "given_at", why=CHECKED),
            **everything(Export.WITHHELD, Erasure.KEPT, "number_key", "token", "token_key", why=CHECKED),
        },
        plain=because(LINK, "certificate_id"),
    ),
    "certificate_ends": Holding(
        "certificate_id",
        personal=everything(Export.VALUE, Erasure.KEPT, "kind", "reason", "at", why=CHECKED),
        plain={**because(NUMBER, "id"), **because(LINK, "certificate_id", "by_id", "instead_id")},
    ),
    "letters": Holding(
        "member_id",
        personal=gone("kind", "subject", "slot", "written_at", "due_at", "state", "settled_at", "outcome"),
        plain={
            **because(NUMBER, "id", "message_id"),
            **because(LINK, "member_id", "chat_id"),
            **because(WORKING, "tries", "claimed_until", "rank", "parts_sent"),
        },
    ),
    "send_budget": Holding(plain=because(WORKING, "id", "next_at", "base", "cut_at", "held_until")),
    "rounds": Holding(plain=because(WORKING, "kind", "slot", "begun_at", "reached", "ended_at")),
    "updates": Holding(plain=because("counts what Telegram sent, not from whom; kept 48 hours", "id", "at")),
    "deferred": Holding(
        personal=everything(Export.WITHHELD, Erasure.SETTLED, "body", "note"),
        plain=because(WORKING, "update_id", "at", "claimed_until", "expects"),
    ),
    "deletions": Holding(
        personal=everything(Export.WITHHELD, Erasure.SETTLED, "telegram_id", "message_id"),
        plain=because(WORKING, "id", "at"),
    ),
    "log_keys": Holding(
        personal=everything(Export.WITHHELD, Erasure.KEPT, "key", why="proves acts of before a key was replaced"),
        plain=because(WORKING, "id", "mark", "last", "kept_at"),
    ),
    "data_keys": Holding(plain=because(WORKING, "mark", "fingerprint", "added_at", "replaced_at")),
    "pulse": Holding(plain=because(WORKING, "id", "at")),
    "jobs": Holding(
        plain=because(
            "long work of the association: numbers, days and digests, nobody's words",
            *("id", "kind", "only", "about", "state", "done", "total", "tally"),
            *("claim", "claimed_until", "begun_at", "settled_at", "error"),
        )
    ),
    "set_aside": Holding(
        personal=everything(Export.WITHHELD, Erasure.SETTLED, "body", "error"),
        plain=because(WORKING, "update_id", "at"),
    ),
    "staff_acts": Holding(
        "member_id",
        personal={
            **everything(Export.VALUE, Erasure.KEY, "body"),
            **everything(Export.VALUE, Erasure.KEPT, "at", "act", why=LOG),
        },
        plain={**because(NUMBER, "number", "mac"), **because(LINK, "staff_id", "member_id")},
    ),
    "log_heads": Holding(
        plain=because("how long the log is and its seal, of nobody", "day", "number", "mac", "claimed_until", "sent_at")
    ),
    "wordings": Holding(plain=because(PUBLISHED, "id", "text", "printed", "at")),
    "demo": Holding(plain=because(PUBLISHED, "id", "since")),
    "courses": Holding(plain=because(PUBLISHED, "id", "slug", "edition_id")),
    "editions": Holding(
        plain=because(PUBLISHED, "id", "course_id", "number", "document", "fingerprint", "published_at")
    ),
    "films": Holding(
        plain=because(PUBLISHED, "id", "course_id", "chapter", "version", "fingerprint", "seconds", "media")
    ),
    "blobs": Holding(plain=because(PUBLISHED, "sha256", "mime", "size")),
    "blob_parts": Holding(plain=because(PUBLISHED, "sha256", "number", "content")),
}


def personal() -> Iterable[tuple[str, str, Personal]]:
    """Every personal column: its table, its name, and how it is exported and erased."""
    return ((table, column, what) for table, one in HOLDINGS.items() for column, what in one.personal.items())
