"""A part of the registry: people, roles and accounts of staff, and what takes two persons."""

from collections.abc import Mapping

from storage.privacy.holding import LINK, NUMBER, WORKING, Erasure, Export, Holding, because, everything, gone

STAFF_HOLDINGS: Mapping[str, Holding] = {
    "people": Holding(plain=because(NUMBER, "id")),
    "staff": Holding("person_id", personal=gone("role", "granted_at"), plain=because(LINK, "person_id", "granted_by")),
    "refused_attempts": Holding("person_id", personal=gone("act", "day", "times"), plain=because(LINK, "person_id")),
    "staff_accounts": Holding(
        "id",
        personal=everything(Export.VALUE, Erasure.CLEARED, "name", "made_at"),
        plain=because(NUMBER, "id"),
    ),
    "staff_invitations": Holding(
        "person_id",
        personal={
            **gone("name", "role", "why", "again", "invited_at", "until", "state"),
            **gone("opener", "opened_at", "turned_away", "decided_at"),
            **everything(Export.WITHHELD, Erasure.ROW, "token_key"),
        },
        plain={**because(NUMBER, "id"), **because(LINK, "person_id", "invited_by", "chat_id")},
    ),
    "joint_requests": Holding(
        "asked_by",
        personal=gone("kind", "subject", "why", "asked_at", "until", "state", "decided_at"),
        plain={**because(NUMBER, "id"), **because(LINK, "asked_by", "decided_by")},
    ),
    "announcements": Holding(
        personal=everything(
            Export.WITHHELD,
            Erasure.KEPT,
            *("text_ja", "text_en", "file_name", "file_print"),
            why="the association must know what it sent to members",
        ),
        plain={
            **because(NUMBER, "id"),
            **because(LINK, "written_by", "confirmed_by"),
            **because("what the association sent to many, of nobody", "audience", "value", "button", "counted", "sums"),
            **because("what the association sent to many, of nobody", "file_mime", "file_size"),
            **because(
                "what the association sent to many, of nobody", "written_at", "starts_at", "begun_at", "ended_at"
            ),
            **because(WORKING, "state", "counted_at", "reached", "fed", "queued", "told", "file_id", "uploaded"),
        },
    ),
    "staff_pins": Holding(
        "person_id",
        personal={**everything(Export.WITHHELD, Erasure.ROW, "hashed"), **gone("set_at", "failures", "locked_until")},
        plain=because(LINK, "person_id"),
    ),
}
