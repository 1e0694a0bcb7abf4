"""/trainings: what organisers registered for a member, what waits to be registered, and what is to come."""

from content.attendance.training import Training
from content.credits.why import Before
from content.keys.letters import TrainingRegistered
from content.rules import day_of, fiscal_year, year_span
from content.values import CreditKind
from handlers.credits.kept import late
from handlers.presses.trainings.trainings import OpenTraining, Trainings, TrainingsToCome
from handlers.screens.screen import Screen
from handlers.screens.trainings import trainings as screens
from handlers.turn import MEMBER, Command, On, Turn, Unwanted, Writes
from storage.credits import history, samples
from storage.post.letters import Letter
from storage.trainings import attendances, awaited, checkin, published


def command(turn: Turn, _argument: str) -> Screen:
    return _record(turn, 1)


def record(turn: Turn, press: Trainings) -> Screen:
    return _record(turn, press.page)


def coming(turn: Turn, press: TrainingsToCome) -> Screen:
    return screens.coming(published.coming(turn.session, turn.now), press.page, turn.words)


def open_training(turn: Turn, press: OpenTraining) -> Screen:
    """Show a training. Raises NoSuchTraining."""
    return card(turn, press.training)


def card(turn: Turn, training_id: int) -> Screen:
    """The training as it stands with this member; raises NoSuchTraining."""
    mine = attendances.of_training(turn.session, turn.member.id, training_id, turn.now, turn.rules)
    claimable = turn.member.can_earn and checkin.may_claim(mine, turn.now, turn.rules)
    asked = awaited.is_asked(turn.session, turn.member.id, training_id)
    view = screens.TrainingCard(mine, turn.now, turn.rules, claimable, asked, _before(turn, mine.listed.training))
    return screens.card(view, turn.words)


def write_registered(turn: Turn, letter: Letter[TrainingRegistered]) -> Screen | Unwanted:
    mine = attendances.of_training(turn.session, turn.member.id, letter.key.training, turn.now, turn.rules)
    if not mine.seen.half_units:
        return Unwanted("not registered")
    elsewhere = mine.listed.training.prefecture in turn.rules.certified_elsewhere
    held = _before(turn, mine.listed.training)
    return screens.told(mine.listed, mine.seen.half_units, turn.words, elsewhere=elsewhere, held=held)


def _before(turn: Turn, training: Training) -> Before | None:
    return history.of(turn.session, turn.member.id, training.source, sample=training.sample).before


def _record(turn: Turn, page: int) -> Screen:
    every = attendances.mine(turn.session, turn.member.id, turn.now, turn.rules)
    year = year_span(fiscal_year(day_of(turn.now)))
    kept = late(turn, turn.member.id, year[0], {CreditKind.TRAINING})
    return screens.record(every, page, turn.now, turn.words, kept, samples=samples.count_here(turn.session))


ROUTES = (
    Command("trainings", command, MEMBER),
    On(Trainings, record, MEMBER),
    On(TrainingsToCome, coming, MEMBER),
    On(OpenTraining, open_training, MEMBER),
)
LETTERS = (Writes(TrainingRegistered, write_registered),)
