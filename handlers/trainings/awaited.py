"""A member asks to be reminded of a training to come: on the day before, and when its doors open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from content.attendance import reminding
from content.attendance.attending import Mine
from content.keys.training_letters import CheckInOpens, TrainingTomorrow
from content.refusals import NoSuchTraining
from content.rules import Rulebook
from content.values import Reminder
from handlers.due import Due, Rounds
from handlers.presses.trainings.trainings import TellBefore, TellNot
from handlers.screens.screen import Screen
from handlers.screens.trainings import awaited as screens
from handlers.trainings import trainings
from handlers.turn import MEMBER, On, Turn, Unwanted, Writes
from storage.people import preferences
from storage.post.letters import Letter
from storage.post.rounds import Round
from storage.trainings import attendances, awaited

Opened = Sequence[tuple[int, int, datetime]]


def ask(turn: Turn, press: TellBefore) -> Screen:
    """Say when the reminders come. A second tap changes nothing. Raises NoSuchTraining."""
    mine = _mine(turn, press.training)
    if not reminding.may_ask(mine, turn.now):
        return trainings.card(turn, press.training)
    said = expect(turn, mine)
    return replace(trainings.card(turn, press.training), toast=said)


def expect(turn: Turn, mine: Mine) -> str:
    """Remind the member of this training. Returns the sentence that says when."""
    hours = preferences.get(turn.session, turn.member.id).hours
    awaited.ask(turn.session, turn.member.id, mine.listed, hours, turn.now)
    return _when(turn, mine)


def reminded(turn: Turn, mine: Mine) -> str | None:
    """The sentence that says when the member is reminded of this training; None if the member is not."""
    if not preferences.get(turn.session, turn.member.id).wants(Reminder.TRAINING):
        return None
    return _when(turn, mine) if awaited.is_asked(turn.session, turn.member.id, mine.listed.id) else None


def take_back(turn: Turn, press: TellNot) -> Screen:
    """Take the reminders back. Raises NoSuchTraining."""
    awaited.take_back(turn.session, turn.member.id, press.training)
    return replace(trainings.card(turn, press.training), toast=turn.words.awaited.taken_back())


def write_tomorrow(turn: Turn, letter: Letter[TrainingTomorrow]) -> Screen | Unwanted:
    """Write it by the record of now: it may have been put off, withdrawn or taken back since."""
    mine = _awaited(turn, letter.key.training)
    if isinstance(mine, Unwanted):
        return mine
    if not reminding.is_told(mine, turn.now, turn.rules):
        return Unwanted("the training is not tomorrow, or the member has checked in")
    return screens.tomorrow(mine.listed, turn.now, turn.rules, turn.words)


def write_opened(turn: Turn, letter: Letter[CheckInOpens]) -> Screen | Unwanted:
    """Write it while the doors are open: an hour later it is worthless. The switch of these reminders holds too."""
    if not preferences.get(turn.session, turn.member.id).wants(Reminder.TRAINING):
        return Unwanted("reminders are switched off")
    mine = _awaited(turn, letter.key.training)
    if isinstance(mine, Unwanted):
        return mine
    if not reminding.is_open(mine, turn.now, turn.rules):
        return Unwanted("the doors are closed, or the member has checked in")
    return screens.opened(mine.listed, turn.rules, turn.words)


def find_tomorrow(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[Round]:
    return awaited.due(session, now)


def find_opened(session: Session, now: datetime, rulebook: Rulebook) -> Opened:
    return awaited.find_opened(session, now, rulebook.now(now))


def tell_opened(session: Session, found: Opened, now: datetime, _rulebook: Rulebook) -> int:
    return awaited.tell_opened(session, found, now)


def _when(turn: Turn, mine: Mine) -> str:
    at = reminding.told_at(mine.listed.training, preferences.get(turn.session, turn.member.id).hours)
    return turn.words.awaited.asked(at if turn.now < at else None)


def _awaited(turn: Turn, training_id: int) -> Mine | Unwanted:
    """The training as it stands with this member, if the member still wants the reminders."""
    if not awaited.is_asked(turn.session, turn.member.id, training_id):
        return Unwanted("taken back")
    try:
        return _mine(turn, training_id)
    except NoSuchTraining:
        return Unwanted("there is no such training")


def _mine(turn: Turn, training_id: int) -> Mine:
    return attendances.of_training(turn.session, turn.member.id, training_id, turn.now, turn.rules)


ROUTES = (On(TellBefore, ask, MEMBER), On(TellNot, take_back, MEMBER))
LETTERS = (Writes(TrainingTomorrow, write_tomorrow), Writes(CheckInOpens, write_opened))
DUE = (
    Rounds("trainings of tomorrow", TrainingTomorrow, find_tomorrow),
    Due("trainings that take entries", find_opened, tell_opened, whole=True),
)
