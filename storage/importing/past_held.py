"""The credits of some members, in the form in which those of an import are compared with them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.credits.credit import is_undone
from content.importing.past_record import KEYED, same
from storage.credits import alike
from storage.tables import Credit

_ROWS = (
    select(
        Credit.id,
        Credit.member_id,
        Credit.source,
        Credit.sample,
        Credit.earned_on,
        Credit.code,
        Credit.title,
        Credit.reverses_id,
        Credit.sign,
        Credit.import_id,
        Credit.author_id,
    )
    .where(Credit.member_id.in_(bindparam("members", expanding=True)))
    .order_by(Credit.member_id, Credit.id)
)


@dataclass
class Held:
    """A member's credits. `sources`: the contents of those that stand. `same`: their day, code and folded title, by
    which equal credits are found. `not_exported`: the same of those that did not come from an export of Tan'i, in which
    two credits may agree. `taken_back`: the contents whose last credit staff took back.
    `stands_for`: the contents published since for which an imported credit stands; `may_be`: those for which one may.
    """

    sources: set[tuple[str, bool]] = field(default_factory=set)
    same: set[tuple[date, int, str]] = field(default_factory=set)
    not_exported: set[tuple[date, int, str]] = field(default_factory=set)
    taken_back: set[tuple[str, bool]] = field(default_factory=set)
    stands_for: set[tuple[str, bool]] = field(default_factory=set)
    may_be: set[tuple[str, bool]] = field(default_factory=set)


def of(session: Session, members: Sequence[int]) -> dict[int, Held]:
    """What each of these members has; members without a credit too."""
    found: defaultdict[int, Held] = defaultdict(Held)
    if not members:
        return found
    rows = session.execute(_ROWS, {"members": members}).all()
    gone = {row.reverses_id: row for row in rows if row.reverses_id is not None}
    for row in rows:
        mine, content = found[row.member_id], (row.source, row.sample)
        if row.reverses_id is not None:
            continue
        mine.taken_back.discard(content)  # rows come in their order, so the last grant tells
        if row.id not in gone:
            mine.sources.add(content)
            mine.same.add(same(row.earned_on, row.code, row.title))
            if not row.source.startswith(KEYED):
                mine.not_exported.add(same(row.earned_on, row.code, row.title))
        elif not is_undone(gone[row.id], row):
            mine.taken_back.add(content)
    for member, contents in alike.of_members(session, members).items():
        found[member].stands_for |= {content for content, one in contents.items() if one.sure}
        found[member].may_be |= {content for content, one in contents.items() if not one.sure}
    return found
