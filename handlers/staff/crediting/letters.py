"""What a member is told of a credit that staff grant or take back. The same is shown to staff before they do it."""

from dataclasses import replace

from content.credits.credit import StandingCredit
from content.credits.why import TakenBack
from content.keys.credit_letters import CreditGranted, CreditReversed
from content.staff import usual
from content.staff.crediting import Told, certified
from content.words import Words, speak
from handlers.credits.naming import named
from handlers.screens.screen import Screen
from handlers.screens.staff import crediting as screens
from handlers.turn import Turn, Unwanted, Visit, Writes
from storage.certificates import eligible, showing
from storage.credits import history, ledger
from storage.credits.history import Gone
from storage.people import chats
from storage.post.letters import Letter
from storage.staff import crediting


def theirs(turn: Visit, member_id: int) -> Words:
    """The words in which the member reads: those of the chat in which the member is logged in."""
    chat = chats.of_member(turn.session, member_id)
    return speak(chat.language if chat else "ja")


def of_reversal(
    turn: Visit, member_id: int, credit: StandingCredit | Gone, why: str, words: Words | None = None
) -> Told:
    """What is told of a credit that is taken back, in these words (None: those of the turn)."""
    speaking = replace(turn, words=words or turn.words)
    shows_it = showing.of_credit(turn.session, member_id, credit.earned_on, credit.code, credit.title)
    return replace(_told(speaking, credit, why), certificates=shows_it)


def _told(turn: Visit, credit: StandingCredit | Gone, why: str) -> Told:
    (shown,) = named(turn, (credit,))
    return Told(
        kind=credit.kind,
        title=shown.title,
        sample=credit.sample,
        organiser=credit.organiser,
        code=credit.code,
        half_units=credit.half_units,
        day=credit.earned_on,
        common=(),
        why=usual.told(why, turn.words),
    )


def write_granted(turn: Turn, letter: Letter[CreditGranted]) -> Screen | Unwanted:
    standing = ledger.standing(turn.session, turn.member.id)
    credit = next((one for one in standing if one.id == letter.key.credit), None)
    if credit is None:
        return Unwanted("it was taken back")
    away = eligible.candidate(turn.session, turn.member.id, credit, turn.rules).elsewhere or ""
    told = replace(
        _told(turn, credit, crediting.why(turn.session, credit.id)),
        common=history.common(turn.session, turn.member.id, credit.source, sample=credit.sample),
        never_certified=certified(credit.kind, away),
    )
    return screens.granted(told, turn.profile, turn.words)


def write_reversed(turn: Turn, letter: Letter[CreditReversed]) -> Screen | Unwanted:
    gone = next((one for one in history.gone(turn.session, turn.member.id) if one.id == letter.key.credit), None)
    if gone is None:
        return Unwanted("it was granted again")
    if not isinstance(gone.taken_back, TakenBack):
        return Unwanted("an import brought it again, and was taken back")
    told = of_reversal(turn, turn.member.id, gone, gone.taken_back.why)
    return screens.reversed_(told, turn.profile, turn.words)


ROUTES = ()
LETTERS = (Writes(CreditGranted, write_granted), Writes(CreditReversed, write_reversed))
