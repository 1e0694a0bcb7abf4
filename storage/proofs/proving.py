"""The proof of the ledgers for some members: what they say, and what it rests on, from one look at the record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy.orm import Session

from content.importing.alike import Alike
from content.importing.past_record import OWN
from content.proving.comparing import compared
from content.proving.finding import Finding
from content.proving.ground import Ground
from content.proving.written import Written
from content.rules import Rulebook
from storage.credits import alike
from storage.proofs import courses, declarations, grants, imported, journal, rows, trainings
from storage.proofs.span import Span
from storage.proofs.wordings import Programme


class Proof(NamedTuple):
    """What a proof says of some members: how many rows both ledgers have, how many of them nothing but the log of staff
    or an import attests, of how many the ground was erased with their member, and every fault.
    """

    rows: int
    attested: int
    erased: int
    faults: list[Finding]


def proof(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Proof:
    """The proof for these members."""
    erased = grants.erased(session, span)
    every, common = list(rows.credits(session, span)), list(rows.common(session, span))
    read = len(every) + len(common)
    credits = [row for row in every if row.member_id not in erased]
    common = [row for row in common if row.member_id not in erased]
    attested = [one for one in grants.attested(session, span) if one.member_id not in erased]
    grounds = (one for one in _grounds(session, span, programme, rulebook) if one.member_id not in erased)
    brought = imported.imports(session, span, rulebook)
    brought = replace(brought, rows={key: one for key, one in brought.rows.items() if key[0] not in erased})
    found = compared(credits, common, grounds, attested, rulebook, brought, _alike(session, credits))
    said = {one.act for one in attested}
    granted = sum(row.sign == 1 and (row.act in said or row.import_id in brought.states) for row in credits)
    return Proof(
        read, granted, sum(row.sign == 1 for row in every) - sum(row.sign == 1 for row in credits), list(found)
    )


def _alike(session: Session, rows: Sequence[Written]) -> Mapping[tuple[int, str, bool], Alike]:
    """The imported credits that stand, or may stand, for a content under another name, by member and content."""
    members = sorted({row.member_id for row in rows if row.source.startswith(OWN)})
    found = alike.of_members(session, members)
    return {(member, *content): one for member, contents in found.items() for content, one in contents.items()}


def _grounds(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Iterator[Ground]:
    yield from courses.grounds(session, span, programme, rulebook)
    yield from journal.grounds(session, span, programme, rulebook)
    yield from trainings.grounds(session, span, rulebook)
    yield from declarations.grounds(session, span, rulebook)
