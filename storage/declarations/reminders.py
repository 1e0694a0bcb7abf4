"""April's reminder of drafts that are not submitted.

Only a draft shows that a member has something to declare. Who has submitted everything needs no reminder, and what the
others learned elsewhere the record can't know: to write to all of them would be noise.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, literal, literal_column, or_, select

from content.declarations.declaring import State, last_of_year
from content.keys.letters import DraftsOpen
from content.rules import Rules, begins, day_of, fiscal_year, year_span
from storage.post import rounds
from storage.post.rounds import Round
from storage.tables import Chat, Declaration, Preference

SLOT = "1"
_QUEUE = rounds.queues(
    DraftsOpen,
    select(Declaration)
    .join(Chat, Chat.member_id == Declaration.member_id)
    .outerjoin(Preference, Preference.member_id == Declaration.member_id)
    .where(
        Declaration.state == literal_column(f"'{State.DRAFT.value}'"),  # so SQLite sees that the index of drafts serves
        or_(Declaration.held_on.is_(None), Declaration.held_on.between(bindparam("first"), bindparam("last"))),
        or_(Preference.declaration_reminders.is_(None), Preference.declaration_reminders.is_(True)),
    )
    .distinct(),
    Declaration.member_id,
    rounds.given("subject"),
    literal(SLOT),
    hourly=True,
)


def due(now: datetime, rules: Rules) -> Sequence[Round]:
    """The round about the fiscal year that ended last: from the day of the rule to the last day for it."""
    year = fiscal_year(day_of(now)) - 1
    first, last = year_span(year)
    subject, until = DraftsOpen(year).pack(), last_of_year(year, rules) + timedelta(days=1)
    due_at = rounds.opens(date(year + 1, *rules.declared_reminder))
    values = {"subject": subject, "first": first, "last": last}
    return [Round(DraftsOpen, subject, due_at, begins(until), _QUEUE, values)]
