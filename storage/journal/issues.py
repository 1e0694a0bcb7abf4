"""The journal's issues as they are published, in editions that never change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.orm import Session

from content.journal import Issue, JournalIssue, ListedIssue, SpecialIssue, from_document, to_document
from content.refusals import NoSuchIssue
from content.values import CreditKind
from content.words import EN, JA
from storage.engine.documents import Shelf
from storage.engine.statements import insert_new, run
from storage.programme import editions, titles
from storage.programme.courses import Outcome, Published, former
from storage.tables import JournalEdition
from storage.tables import JournalIssue as IssueRow

_SHELF = Shelf(from_document, most=200)
_SHOWN = select(IssueRow.id, IssueRow.edition_id).where(IssueRow.edition_id.is_not(None))
_ONE = _SHOWN.where(IssueRow.id == bindparam("wanted"))
_SLUG = _SHOWN.where(IssueRow.slug == bindparam("wanted"))
_PRINTS = select(JournalEdition.id, JournalEdition.fingerprint).where(
    JournalEdition.id.in_(bindparam("ids", expanding=True))
)
_DOCUMENTS = select(JournalEdition.fingerprint, JournalEdition.document).where(
    JournalEdition.id.in_(bindparam("ids", expanding=True))
)
_HOLD = select(IssueRow.id, IssueRow.edition_id).where(IssueRow.slug == bindparam("slug")).with_for_update()
_RETIRE = update(IssueRow).where(IssueRow.id == bindparam("number")).values(slug=bindparam("former"), edition_id=None)
_NEW = insert_new(IssueRow)


@dataclass(frozen=True)
class Journal:
    """Every issue that is shown now, the latest month first; special issues have no questions."""

    issues: tuple[ListedIssue, ...]
    specials: tuple[SpecialIssue, ...]


def publish(session: Session, issue: Issue, at: datetime) -> Published:
    """Make this the shown edition of the issue with its slug. Its dates apply to everybody from now on; a member that
    has begun to answer keeps the questions. A real issue that takes the name of a sample is another issue: it has none
    of the answers to the sample.
    """
    row, replaces = _hold(session, issue)
    edition_id, number = editions.put(session, JournalEdition, row.id, to_document(issue), at)
    if isinstance(issue, JournalIssue):
        named = (issue.title, issue.title_en, *names(issue))
        titles.note(session, issue.source, CreditKind.JOURNAL, issue.code, named, at, sample=issue.sample)
    if edition_id == row.edition_id:
        return Published(issue.slug, "unchanged", number)
    session.execute(update(IssueRow).where(IssueRow.id == row.id).values(edition_id=edition_id))
    first: Outcome = "new in place of a sample" if replaces else "new"
    return Published(issue.slug, first if row.edition_id is None else "revised", number)


def names(issue: JournalIssue) -> tuple[str, ...]:
    """The names with the month, in both languages, by which the issue is called too."""
    return tuple(words.journal.name(issue.month, words.titled(issue)) for words in (JA, EN))


def withdraw_samples(session: Session) -> tuple[str, ...]:
    """Show no sample any more. What members answered stays in the record. Returns their names as in the ledger."""
    shown = {row.id: row.edition_id for row in session.execute(_SHOWN)}
    read = by_edition(session, frozenset(shown.values()))
    samples = {number: read[edition] for number, edition in shown.items() if read[edition].sample}
    for number, one in samples.items():
        session.execute(_RETIRE, {"number": number, "former": former(one.slug, number)})
    return tuple(f"journal:{one.slug}" for one in samples.values())


def listed(session: Session) -> Journal:
    """All issues that are shown now."""
    shown = {row.id: row.edition_id for row in session.execute(_SHOWN)}
    read = by_edition(session, frozenset(shown.values()))
    latest = sorted(shown, key=lambda issue_id: read[shown[issue_id]].slug, reverse=True)
    every = [(issue_id, shown[issue_id], read[shown[issue_id]]) for issue_id in latest]
    return Journal(
        tuple(ListedIssue(id_, edition_id, one) for id_, edition_id, one in every if isinstance(one, JournalIssue)),
        tuple(one for _, _, one in every if isinstance(one, SpecialIssue)),
    )


def issue(session: Session, issue_id: int) -> ListedIssue:
    """The issue as it is shown now. Raises NoSuchIssue."""
    return _one(session, {"wanted": issue_id}, by_slug=False)


def by_slug(session: Session, slug: str) -> ListedIssue:
    """The issue with this slug, as it is shown now. Raises NoSuchIssue."""
    return _one(session, {"wanted": slug}, by_slug=True)


def by_edition(session: Session, edition_ids: Collection[int]) -> Mapping[int, Issue]:
    """The issues in the wording of these editions, by edition id."""
    prints = {row.id: row.fingerprint for row in session.execute(_PRINTS, {"ids": sorted(edition_ids)})}
    readings = _SHELF.take(
        {fingerprint: edition_id for edition_id, fingerprint in prints.items()},
        lambda ids: [(row.fingerprint, row.document) for row in session.execute(_DOCUMENTS, {"ids": ids})],
    )
    return {edition_id: readings[fingerprint] for edition_id, fingerprint in prints.items()}


def _hold(session: Session, issue: Issue) -> tuple[Row[int, int | None], bool]:
    """The row of the issue with this slug, locked, and whether it takes the place of a sample."""
    row = _locked(session, issue.slug)
    edition = row.edition_id
    if edition is None or issue.sample or not by_edition(session, [edition])[edition].sample:
        return row, False
    session.execute(_RETIRE, {"number": row.id, "former": former(issue.slug, row.id)})
    return _locked(session, issue.slug), True


def _locked(session: Session, slug: str) -> Row[int, int | None]:
    # insert, then lock: two processes that publish the same issue take turns from here on
    run(session, _NEW, {"slug": slug})
    return session.execute(_HOLD, {"slug": slug}).one()


def _one(session: Session, wanted: Mapping[str, int | str], *, by_slug: bool) -> ListedIssue:
    row = session.execute(_SLUG if by_slug else _ONE, wanted).one_or_none()
    found = by_edition(session, [row.edition_id])[row.edition_id] if row is not None else None
    if row is None or not isinstance(found, JournalIssue):
        raise NoSuchIssue
    return ListedIssue(row.id, row.edition_id, found)
