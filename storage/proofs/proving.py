"""The proof of the ledgers for some members: what they say, and what it rests on, from one look at the record."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from content.proving.comparing import compared
from content.proving.finding import Finding
from content.proving.ground import Ground
from content.rules import Rulebook
from storage.proofs import courses, declarations, journal, rows, trainings
from storage.proofs.span import Span
from storage.proofs.wordings import Programme


def findings(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> tuple[int, list[Finding]]:
    """How many rows of both ledgers these members have, and every fault in them."""
    credits, common = list(rows.credits(session, span)), list(rows.common(session, span))
    found = list(compared(credits, common, _grounds(session, span, programme, rulebook), rulebook))
    return len(credits) + len(common), found


def _grounds(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Iterator[Ground]:
    yield from courses.grounds(session, span, programme, rulebook)
    yield from journal.grounds(session, span, programme, rulebook)
    yield from trainings.grounds(session, span, rulebook)
    yield from declarations.grounds(session, span, rulebook)
