"""The proof of the ledgers for some members: what they say, and what it rests on, from one look at the record."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy.orm import Session

from content.proving.comparing import compared
from content.proving.finding import Finding
from content.proving.ground import Ground
from content.rules import Rulebook
from storage.proofs import courses, declarations, grants, journal, rows, trainings
from storage.proofs.span import Span
from storage.proofs.wordings import Programme


class Proof(NamedTuple):
    """What a proof says of some members: how many rows both ledgers have, how many of them nothing but the log of staff
    attests, and every fault.
    """

    rows: int
    attested: int
    faults: list[Finding]


def proof(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Proof:
    """The proof for these members."""
    credits, common = list(rows.credits(session, span)), list(rows.common(session, span))
    attested = list(grants.attested(session, span))
    found = compared(credits, common, _grounds(session, span, programme, rulebook), attested, rulebook)
    said = {one.act for one in attested}
    return Proof(len(credits) + len(common), sum(row.sign == 1 and row.act in said for row in credits), list(found))


def _grounds(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Iterator[Ground]:
    yield from courses.grounds(session, span, programme, rulebook)
    yield from journal.grounds(session, span, programme, rulebook)
    yield from trainings.grounds(session, span, rulebook)
    yield from declarations.grounds(session, span, rulebook)
