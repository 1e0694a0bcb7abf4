"""What makes letters about batches of activation letters be written to a member of staff."""

from datetime import datetime

from sqlalchemy.orm import Session

from content.activating.batch import LATE, State
from content.keys.activation_letters import LettersRefused, LettersTold
from content.keys.letter import LetterKey
from storage.activating import batches, ending
from storage.staff import roles
from storage.tables import ActivationRow


def letters_told(session: Session, me: int, at: datetime) -> LetterKey:
    """Nobody confirmed what the member, who is an officer, has ordered."""
    number = _ended(session, me, at)
    return LettersTold(number, State.ENDED.value)


def letters_refused(session: Session, me: int, at: datetime) -> LetterKey:
    number = _ended(session, me, at)
    session.add(ActivationRow(activation_id=number, line=2, member_id=None, why="is no member of the record"))
    session.flush()
    return LettersRefused(number)


def _ended(session: Session, me: int, at: datetime) -> int:
    roles.grant(session, me, "officer", at)
    number = batches.order(session, "東京都", me, at)
    ending.end(session, number, LATE, at, told=False)
    return number
