"""Postcards: answers to the journal that came by post, and were typed into a list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.journal import JournalIssue, Postcard
from content.package import Fault
from content.package import journal_reasons as say
from content.package.postcards import against
from content.rules import begins
from storage.engine.base import cipher_of
from storage.journal import issues as journal
from storage.journal import sheets
from storage.journal.sheets import Taken
from storage.people import ids


def doubts(
    session: Session, cards: Sequence[Postcard], handed: Mapping[str, JournalIssue], now: datetime
) -> Iterator[Fault]:
    """The faults of these postcards that only the record shows. `handed`: the issues that are published with them."""
    issues = {**{issue.issue.slug: issue.issue for issue in journal.listed(session).issues}, **handed}
    known = _members(session, cards)
    for card in cards:
        yield from against(card, issues)
        if card.slug in issues and begins(card.received_on) > issues[card.slug].deadline:
            yield Fault(card.file, card.line, say.late(card.slug))
        if begins(card.received_on) > now:
            yield Fault(card.file, card.line, say.early(card.received_on.isoformat()))
        if card.member_no not in known:
            yield Fault(card.file, card.line, say.no_member(card.member_no))


def take(session: Session, cards: Sequence[Postcard], now: datetime) -> Mapping[Taken, Sequence[Postcard]]:
    """Take postcards without faults, and say what became of each. A postcard counts from the beginning of its day."""
    issues = {issue.issue.slug: issue for issue in journal.listed(session).issues}
    known = _members(session, cards)
    became: dict[Taken, list[Postcard]] = {taken: [] for taken in Taken}
    for card in cards:
        received_at = begins(card.received_on)
        listed, member_id = issues[card.slug], known[card.member_no]
        taken = sheets.put_postcard(session, member_id, listed, card.ticked, received_at, now)
        became[taken].append(card)
    return became


def _members(session: Session, cards: Iterable[Postcard]) -> Mapping[str, int]:
    """The members' ids by their number as the list writes it. Unknown numbers are left out."""
    cipher = cipher_of(session.get_bind().dialect)
    found = ids.by_numbers(session, cipher, (card.member_no for card in cards))
    return {member_no: member_id for member_no, (member_id, _) in found.items()}
