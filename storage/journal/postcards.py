"""Postcards: answers to the journal that came by post, and were typed into a list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.access import login_id
from content.journal import JournalIssue, Postcard
from content.package import Fault
from content.package import journal_reasons as say
from content.package.postcards import against
from content.rules import begins
from storage.engine.base import cipher_of
from storage.journal import issues as journal
from storage.journal import sheets
from storage.journal.sheets import Taken
from storage.tables import Member

_MEMBERS = select(Member.id, Member.member_no_key).where(Member.member_no_key.in_(bindparam("keys", expanding=True)))
_AT_ONCE = 500  # databases limit the parameters of one statement


def doubts(
    session: Session, cards: Sequence[Postcard], handed: Mapping[str, JournalIssue], now: datetime
) -> Iterator[Fault]:
    """The faults of these postcards that only the record shows. `handed`: the issues that are published with them."""
    issues = {**{issue.issue.slug: issue.issue for issue in journal.listed(session).issues}, **handed}
    members = _members(session, cards)
    for card in cards:
        yield from against(card, issues)
        if card.slug in issues and begins(card.received_on) > issues[card.slug].deadline:
            yield Fault(card.file, card.line, say.late(card.slug))
        if begins(card.received_on) > now:
            yield Fault(card.file, card.line, say.early(card.received_on.isoformat()))
        if card.member_no not in members:
            yield Fault(card.file, card.line, say.no_member(card.member_no))


def take(session: Session, cards: Sequence[Postcard], now: datetime) -> Mapping[Taken, Sequence[Postcard]]:
    """Take postcards without faults, and say what became of each. A postcard counts from the beginning of its day."""
    issues = {issue.issue.slug: issue for issue in journal.listed(session).issues}
    members = _members(session, cards)
    became: dict[Taken, list[Postcard]] = {taken: [] for taken in Taken}
    for card in cards:
        received_at = begins(card.received_on)
        listed, member_id = issues[card.slug], members[card.member_no]
        taken = sheets.put_postcard(session, member_id, listed, card.ticked, received_at, now)
        became[taken].append(card)
    return became


def _members(session: Session, cards: Iterable[Postcard]) -> Mapping[str, int]:
    """The members' ids by their number as the list writes it. Unknown numbers are left out."""
    cipher = cipher_of(session.get_bind().dialect)
    keys = {cipher.find(login_id.read(card.member_no).text, "members.member_no"): card.member_no for card in cards}
    every = list(keys)
    parts = (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
    return {keys[row.member_no_key]: row.id for some in parts for row in session.execute(_MEMBERS, {"keys": some})}
