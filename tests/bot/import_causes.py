"""What makes letters about imports be written to a member of staff, by the record alone."""

from datetime import datetime

from sqlalchemy.orm import Session

from content.importing.report import Kind
from content.keys.import_letters import ImportReport, ImportTold
from content.keys.letter import LetterKey
from storage.importing import imports
from storage.staff import roles


def import_told(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is an officer, and has sent a file that can't be read."""
    return ImportTold(_an_import(session, me, at))


def import_report(session: Session, me: int, at: datetime) -> LetterKey:
    return ImportReport(_an_import(session, me, at))


def _an_import(session: Session, me: int, at: datetime) -> int:
    roles.grant(session, me, "officer", at)
    return imports.begin(session, Kind.MEMBERS, "0" * 64, at, by=me)
