"""/checkin: the code of the room, typed or opened by its QR code; and late claims."""

from dataclasses import dataclass

from content.attendance import checkin as codes
from content.attendance.admission import ANY, Admission, Closed, Recorded, TooOld
from content.keys.note import Note
from content.text.folding import letters
from content.text.lines import one_line
from handlers.finding import Takes
from handlers.presses.trainings.checkin import AskClaim, CheckIn
from handlers.screens.screen import Screen
from handlers.screens.trainings import checkin as screens
from handlers.trainings import trainings as cards
from handlers.turn import MEMBER, Command, Hears, On, Opens, Turn, Visit
from storage.people import chats
from storage.trainings import attendances, checkin, published

SHORTEST_CLAIM, LONGEST_CLAIM = 5, 500


@dataclass(frozen=True)
class AwaitCode(Note, expects="checkin_code"):
    """The code of the room is awaited: of this training, or of any (ANY)."""

    training: int = ANY


@dataclass(frozen=True)
class AwaitClaim(Note, expects="late_claim"):
    """The reason why the member could not check in is awaited."""

    training: int


def command(turn: Turn, argument: str) -> Screen:
    """/checkin asks for a code; /checkin K7MP3XQ2 takes it."""
    if not turn.member.can_earn:
        return screens.cannot_earn(turn.words)
    return _judge(turn, argument, ANY, next_of=ANY) if argument else _ask(turn, ANY)


def ask(turn: Turn, press: CheckIn) -> Screen:
    if not turn.member.can_earn:
        return screens.cannot_earn(turn.words)
    return _ask(turn, press.training)


def hear(turn: Turn, note: AwaitCode, text: str) -> Screen:
    return _judge(turn, text, note.training, next_of=note.training)


def is_shown_here(visit: Visit, text: str) -> bool:
    """Whether a text of the form of a code is of a training that takes entries or exits now."""
    return visit.chat.caller is not None and checkin.is_of_open(
        visit.session, codes.normal(text), visit.now, visit.rules
    )


def take(turn: Turn, text: str) -> Screen:
    """Take a code that was typed without /checkin."""
    if not turn.member.can_earn:
        return screens.cannot_earn(turn.words)
    return _judge(turn, text, ANY, next_of=ANY)


def open_link(turn: Turn, payload: str) -> Screen:
    """The member opened the QR code of the room, which holds the training and its code."""
    if not turn.member.can_earn:
        return screens.cannot_earn(turn.words)
    try:
        training_id, code = codes.read_payload(payload)
    except ValueError:
        return screens.bad_link(turn.words)
    return _judge(turn, code, training_id, next_of=ANY)


def ask_claim(turn: Turn, press: AskClaim) -> Screen:
    """Ask what happened. If there is nothing to claim (a recorded viewing, a claim made before), the card says why."""
    mine = attendances.of_training(turn.session, turn.member.id, press.training, turn.now, turn.rules)
    if not turn.member.can_earn or not checkin.may_claim(mine, turn.now, turn.rules):
        return cards.card(turn, press.training)
    chats.expect(turn.session, turn.chat.id, AwaitClaim(press.training), turn.now)
    return screens.ask_claim(mine.listed, turn.words)


def hear_claim(turn: Turn, note: AwaitClaim, text: str) -> Screen:
    """Take the claim in the member's own words. They are kept sealed, for staff."""
    training_id, said = note.training, one_line(text)
    mine = attendances.of_training(turn.session, turn.member.id, training_id, turn.now, turn.rules)
    if not SHORTEST_CLAIM <= len(said) <= LONGEST_CLAIM:
        return screens.bad_claim(mine.listed, SHORTEST_CLAIM, LONGEST_CLAIM, turn.words)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    if not checkin.may_claim(mine, turn.now, turn.rules):
        return cards.card(turn, training_id)
    new = attendances.claim(turn.session, turn.member.id, training_id, said, turn.now, turn.house.rulebook)
    return screens.claimed(mine.listed, turn.words, new=new)


def _ask(turn: Turn, training_id: int) -> Screen:
    """Ask for a code of this training, or of any. Raises NoSuchTraining."""
    chats.expect(turn.session, turn.chat.id, AwaitCode(training_id), turn.now)
    if training_id != ANY:
        return screens.ask_for(published.training(turn.session, training_id), turn.words)
    return screens.ask(checkin.open_now(turn.session, turn.now, turn.rules), _moment(turn), turn.words)


def _judge(turn: Turn, said: str, wanted: int, *, next_of: int) -> Screen:
    """Judge a code for the training `wanted` and show what came of it.

    If the code is not taken, the chat goes on waiting for one of the training `next_of`. Wrong codes are counted, and
    the count must commit: so nothing is raised here but NoSuchTraining.
    """
    found = checkin.judge(turn.session, turn.house.cipher, turn.member.id, said, turn.now, turn.rules, wanted)
    taken = isinstance(found, Recorded)
    chats.expect(turn.session, turn.chat.id, None if taken else AwaitCode(next_of), turn.now)
    return screens.outcome(found, _moment(turn), turn.words, claimable=_claimable(turn, found))


def _claimable(turn: Turn, found: Admission) -> bool:
    """Whether a late claim is what the member needs now."""
    match found:
        case Recorded(mine=mine) if not mine.seen.entered:
            return checkin.may_claim(mine, turn.now, turn.rules)
        case TooOld(mine=mine) | Closed(mine=mine):
            return checkin.may_claim(mine, turn.now, turn.rules)
    return False


def _may_be_code(_note: AwaitCode, text: str) -> bool:
    """A code, also with a slip: letters and digits, two more or fewer than a code has."""
    typed = letters(text)
    return typed.isascii() and typed.isalnum() and abs(len(typed) - codes.LENGTH) <= 2


def _moment(turn: Turn) -> screens.Moment:
    return screens.Moment(turn.now, turn.rules)


ROUTES = (
    Command("checkin", command, MEMBER),
    Opens(codes.LINK, open_link, MEMBER),
    Takes(lambda text: bool(codes.normal(text)), is_shown_here, take, MEMBER, apart=AwaitCode),
    On(CheckIn, ask, MEMBER),
    Hears(AwaitCode, hear, MEMBER, fits=_may_be_code),
    On(AskClaim, ask_claim, MEMBER),
    Hears(AwaitClaim, hear_claim, MEMBER),
)
