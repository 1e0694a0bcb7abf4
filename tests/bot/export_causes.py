"""What makes letters about exports be written to a member of staff, by the record alone."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from content.exporting.export import Scope, Standing, Volume, Wanted
from content.keys.export_letters import ExportFile, ExportTold
from content.keys.letter import LetterKey
from content.text.periods import Period
from storage.exporting import exports, volumes
from storage.staff import roles

SCOPE = Scope(Period(date(2026, 4, 1), date(2027, 3, 31)))


def export_told(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is an officer, and has an empty export."""
    return ExportTold(_made(session, me, at).number)


def export_file(session: Session, me: int, at: datetime) -> LetterKey:
    return ExportFile(_made(session, me, at).number, 1)


def _made(session: Session, me: int, at: datetime) -> Standing:
    roles.grant(session, me, "officer", at)
    number = exports.begin(session, Wanted(SCOPE), at)
    volume: Volume = volumes.begun(session, at)
    closed = volumes.closed(session, volume, Wanted(SCOPE).encoding)
    exports.put_volumes(session, number, [closed], {})
    exports.made(session, number, {}, "0" * 64, at)
    return exports.sure(session, number)
