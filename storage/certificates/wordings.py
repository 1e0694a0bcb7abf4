"""How papers word what stands on record with a character that they can't print.

The ledger is never edited, and a paper once issued never changes: a wording is a row beside them, which the papers that
are asked for from then on follow. The latest row of a text holds.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, insert, select
from sqlalchemy.orm import Session

from content.certificates.certificate import CertificateFacts
from storage.tables import Wording

_WORDINGS = cast(Table, Wording.__table__).c
_EVERY = select(_WORDINGS.text, _WORDINGS.printed).order_by(_WORDINGS.id)
_WORDED = select(Wording.printed).where(Wording.text == bindparam("said"))
_PUT = insert(Wording)


def put(session: Session, text: str, printed: str, at: datetime) -> None:
    """From now on papers say `printed` for `text`."""
    session.execute(_PUT, {"text": text, "printed": printed, "at": at})


def every(session: Session) -> Mapping[str, str]:
    """What papers say, by what stands on record."""
    return {row.text: row.printed for row in session.execute(_EVERY)}


def ways(session: Session, text: str) -> frozenset[str]:
    """How papers ever printed a text: as it stands on record, and as it was worded since."""
    return frozenset({text, *session.execute(_WORDED, {"said": text}).scalars()})


def worded(facts: CertificateFacts, wordings: Mapping[str, str]) -> CertificateFacts:
    """The facts as a paper words them. The member's own particulars are corrected in the record itself."""
    lines = tuple(
        replace(
            line,
            title=wordings.get(line.title, line.title),
            organiser=wordings.get(line.organiser, line.organiser),
        )
        for line in facts.lines
    )
    return replace(facts, lines=lines)
