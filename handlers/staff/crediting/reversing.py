"""A member's credits, and taking one back: why, what the member will read, and which certificates show it."""

from dataclasses import dataclass

from content.credits.credit import By, StandingCredit
from content.keys.credit_letters import CreditReversed
from content.keys.note import Note
from content.refusals import StaleButton
from content.staff import crediting
from content.staff.crediting import Outcome, Told
from content.staff.rights import Act
from handlers.credits.naming import named
from handlers.presses.staff import crediting as presses
from handlers.screens.paging import PAGE, cut
from handlers.screens.screen import Screen
from handlers.screens.staff import crediting as screens
from handlers.staff import acting
from handlers.staff.crediting import credited
from handlers.staff.crediting.letters import of_reversal, theirs
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn
from storage.certificates import eligible, showing
from storage.credits import earning, ledger, reversals
from storage.people import chats
from storage.post import letters
from storage.staff import crediting as record


@dataclass(frozen=True)
class AwaitReversal(Note, expects="reverse_why"):
    """Why this credit is taken back: awaited; or, if `why` is there, shown and not confirmed yet."""

    member: int
    credit: int
    why: str = ""


def show(turn: StaffTurn, press: presses.ListCredits) -> Screen:
    """A page of the credits that stand. Who looked at them is in the log."""
    screen = credited.listed(turn, press.member, press.page)
    shown = cut(ledger.standing(turn.session, press.member), press.page, PAGE).items
    after = {"shown": [one.id for one in shown]}
    acting.write(turn, "listed_credits", press.member, acting.looking(turn), {}, after)
    return screen


def ask(turn: StaffTurn, press: presses.AskReverse) -> Screen:
    found = _standing(turn, press.member, press.credit)
    if isinstance(found, Outcome):
        return credited.listed(turn, press.member, 1, turn.words.crediting.said_of(found))
    return _ask(turn, press.member, found)


def choose(turn: StaffTurn, press: presses.ReverseFor) -> Screen:
    """Show what the member will read, with one of the usual reasons. Raises StaleButton if there is no such reason."""
    why = acting.usual(turn.words.crediting.reversing(), press.reason)
    return _preview(turn, AwaitReversal(press.member, press.credit, why))


def hear(turn: StaffTurn, note: AwaitReversal, text: str) -> Screen:
    """Show it with the reason that was typed. While the preview stands there, another text is another reason."""
    why = acting.reason(text)
    if why:
        return _preview(turn, AwaitReversal(note.member, note.credit, why))
    found = _standing(turn, note.member, note.credit)
    if isinstance(found, Outcome):
        return credited.listed(turn, note.member, 1, turn.words.crediting.said_of(found))
    return _ask(turn, note.member, found, turn.words.staff.bad_reason(acting.LONGEST_REASON))


def reverse(turn: StaffTurn, press: presses.ReverseIt) -> Screen:
    """Take back what was shown, in both ledgers, and tell the member. Of two at once, the second is told that it is
    done. The database itself puts the certificates that show it before the officers (storage.certificates.doubts).
    """
    note = turn.chat.awaits
    if not isinstance(note, AwaitReversal) or (note.member, note.credit) != (press.member, press.credit):
        raise StaleButton
    eligible.hold_alone(turn.session, press.member)
    found = _standing(turn, press.member, press.credit)
    if isinstance(found, Outcome):
        return credited.listed(turn, press.member, 1, turn.words.crediting.said_of(found))
    told = of_reversal(turn, press.member, found, note.why)
    if _fingerprint(found, told) != press.shown:
        return _preview(turn, note, turn.words.crediting.said_of(Outcome.CHANGED))
    lectures = credited.lectures(turn, press.member, found)
    if not reversals.take_back(turn.session, found.id, By(note.why, turn.person_id), turn.now):
        return credited.listed(turn, press.member, 1, turn.words.crediting.said_of(Outcome.GONE))
    earning.release(turn.session, [press.member], turn.now)  # what waited because of this one alone
    letters.put(turn.session, member_id=press.member, key=CreditReversed(found.id), slot="1", at=turn.now)
    screen = credited.listed(turn, press.member, 1, turn.words.crediting.reversed(len(told.certificates)))
    facts = {**record.facts(found, lectures), "certificates": list(told.certificates)}
    credited.log(turn, "reverse_credit", press.member, note.why, facts)
    return screen


def _standing(turn: StaffTurn, member_id: int, credit_id: int) -> StandingCredit | Outcome:
    """The credit, or why it can't be taken back. Raises StaleButton for one that is not this member's."""
    if member_id == turn.person_id:
        return Outcome.OWN
    every = {one.id: one for one in ledger.standing(turn.session, member_id)}
    if credit_id in every:
        return every[credit_id]
    if not reversals.granted_to(turn.session, member_id, credit_id):
        raise StaleButton
    return Outcome.GONE


def _ask(turn: StaffTurn, member_id: int, credit: StandingCredit, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitReversal(member_id, credit.id), turn.now)
    numbers = showing.of_credit(turn.session, member_id, credit.earned_on, credit.code, credit.title)
    (shown,) = named(turn, (credit,))
    return screens.ask_reverse(shown, numbers, member_id, acting.member_name(turn, member_id), turn.words, said)


def _preview(turn: StaffTurn, note: AwaitReversal, said: str = "") -> Screen:
    found = _standing(turn, note.member, note.credit)
    if isinstance(found, Outcome):
        return credited.listed(turn, note.member, 1, turn.words.crediting.said_of(found))
    chats.expect(turn.session, turn.chat.id, note, turn.now)
    words, name = theirs(turn, note.member), acting.member_name(turn, note.member)
    shown = _fingerprint(found, of_reversal(turn, note.member, found, note.why))
    told = of_reversal(turn, note.member, found, note.why, words)
    return screens.preview_reversal(shown, found.id, told, note.member, name, turn.words, words, turn.profile, said)


def _fingerprint(credit: StandingCredit, told: Told) -> str:
    """A fingerprint of what was shown. The title is not in it: each reader has it in another language."""
    return crediting.fingerprint(credit.id, told.why, *told.certificates)


ROUTES = (
    On(presses.ListCredits, show, may(Act.HANDLE_CREDITS)),
    On(presses.AskReverse, ask, may(Act.HANDLE_CREDITS)),
    On(presses.ReverseFor, choose, may(Act.HANDLE_CREDITS)),
    On(presses.ReverseIt, reverse, may(Act.HANDLE_CREDITS)),
    Hears(AwaitReversal, hear, may(Act.HANDLE_CREDITS)),
)
