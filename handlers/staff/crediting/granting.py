"""Granting a credit from a member's card: what for, what the content does not say, and what the member will read.

What was answered so far stands in the chat's note. The button that does it carries the fingerprint of what was shown.
"""

from dataclasses import dataclass
from datetime import date

from content.credits.credit import By
from content.keys.credit_letters import CreditGranted
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import day_of
from content.search.finder import LONGEST
from content.staff import crediting, usual
from content.staff.crediting import Content, Grant, Of, Outcome, Slip, Step, Told
from content.staff.rights import Act
from content.text.lines import one_line
from content.values import CreditKind
from handlers.presses.staff import crediting as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import crediting as screens
from handlers.staff import acting
from handlers.staff.crediting import credited
from handlers.staff.crediting.grant_steps import READ, AwaitGrant, fits, kind, missing, pressed, with_answer
from handlers.staff.crediting.grantable import named
from handlers.staff.crediting.letters import theirs
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn
from storage.credits import ledger
from storage.people import chats
from storage.post import letters
from storage.staff import crediting as record


@dataclass(frozen=True)
class AwaitContent(Note, expects="grant_for"):
    """The name of a published content of this kind (Of) is awaited."""

    member: int
    of: str


def begin(turn: StaffTurn, press: presses.AskGrant) -> Screen:
    return _barred(turn, press.member) or screens.ask_of(
        press.member, acting.member_name(turn, press.member), turn.words
    )


def ask_for(turn: StaffTurn, press: presses.GrantFor) -> Screen:
    barred, of = _barred(turn, press.member), kind(press.of)
    if barred:
        return barred
    if of is Of.OTHER:
        return _ask(turn, AwaitGrant(press.member, of.value))
    return _ask_name(turn, press.member, of)


def hear_name(turn: StaffTurn, note: AwaitContent, text: str) -> Screen:
    of, said = kind(note.of), one_line(text)[:LONGEST]
    found = named(turn, of, said)
    if not found:
        return _ask_name(turn, note.member, of, turn.words.crediting.not_found(of, said))
    chats.expect(turn.session, turn.chat.id, note, turn.now)
    return screens.found(of, found, note.member, acting.member_name(turn, note.member), turn.words)


def pick(turn: StaffTurn, press: presses.PickContent) -> Screen:
    barred, of = _barred(turn, press.member), kind(press.of)
    if barred or of is Of.OTHER:
        return barred or begin(turn, presses.AskGrant(press.member))
    content = record.content(turn.session, of, press.content, turn.now, turn.rules)
    if ledger.has(turn.session, press.member, content.source, sample=content.sample):
        return credited.listed(turn, press.member, 1, turn.words.crediting.said_of(Outcome.STANDS))
    return _ask(turn, AwaitGrant(press.member, of.value, content.id, day=content.held_on or date.min))


def answer(turn: StaffTurn, press: presses.Answer) -> Screen:
    """An answer by a button. It belongs to the question that is open; otherwise StaleButton."""
    note = turn.chat.awaits
    if not isinstance(note, AwaitGrant) or note.member != press.member or missing(note) != press.step:
        raise StaleButton
    return _take(turn, note, pressed(turn, Step(press.step), press.value))


def hear(turn: StaffTurn, note: AwaitGrant, text: str) -> Screen:
    """The answer to the open question. While the preview stands there, nothing is open: it is shown again."""
    step = missing(note)
    return _ask(turn, note) if step is None else _take(turn, note, READ[step](turn, text))


def grant(turn: StaffTurn, press: presses.GrantIt) -> Screen:
    """Write the credit that was shown, tell the member, and say so. A second press finds no note: nothing is done."""
    note = turn.chat.awaits
    if not isinstance(note, AwaitGrant) or note.member != press.member or missing(note) is not None:
        raise StaleButton
    if barred := _barred(turn, press.member):
        return barred
    one = _whole(turn, note)
    if _fingerprint(turn, one) != press.shown:
        return _ask(turn, note, turn.words.crediting.said_of(Outcome.CHANGED))
    credit = record.grant(turn.session, one, By(one.why, turn.person_id), turn.now, turn.house.rulebook)
    facts = {"source": one.source}
    if credit is None:
        screen = credited.listed(turn, press.member, 1, turn.words.crediting.said_of(Outcome.STANDS))
        credited.log(turn, "grant_credit", one.member_id, one.why, facts | {"outcome": Outcome.STANDS.value})
        return screen
    letters.put(turn.session, member_id=one.member_id, key=CreditGranted(credit.id), slot="1", at=turn.now)
    screen = credited.listed(turn, press.member, 1, turn.words.crediting.granted())
    lectures = credited.lectures(turn, one.member_id, credit)
    credited.log(turn, "grant_credit", one.member_id, one.why, record.facts(credit, lectures))
    return screen


def _barred(turn: StaffTurn, member_id: int) -> Screen | None:
    """Why this member can't be granted anything by this person."""
    outcome = Outcome.OWN if member_id == turn.person_id else None
    if outcome is None and not credited.can_earn(turn, member_id):
        outcome = Outcome.CANNOT_EARN
    return credited.listed(turn, member_id, 1, turn.words.crediting.said_of(outcome)) if outcome else None


def _ask_name(turn: StaffTurn, member_id: int, of: Of, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitContent(member_id, of.value), turn.now)
    return screens.ask_name(of, member_id, acting.member_name(turn, member_id), turn.words, said)


def _ask(turn: StaffTurn, note: AwaitGrant, said: str = "") -> Screen:
    """Ask for what is missing; if nothing is, show what the member will read."""
    chats.expect(turn.session, turn.chat.id, note, turn.now)
    step, name = missing(note), acting.member_name(turn, note.member)
    if step is None:
        one, words = _whole(turn, note), theirs(turn, note.member)
        told, shown = _told(turn, one), _fingerprint(turn, one)
        return screens.preview_grant(shown, told, note.member, name, turn.words, words, turn.profile, said)
    content = _content(turn, note)
    about = screens.content_title(content, turn.words) if content else note.title
    return screens.ask(step, about, day_of(turn.now), note.member, name, turn.words, said)


def _take(turn: StaffTurn, note: AwaitGrant, said: object) -> Screen:
    if isinstance(said, Slip):
        return _ask(turn, note, turn.words.crediting.slip(said))
    return _ask(turn, with_answer(note, said))


def _whole(turn: StaffTurn, note: AwaitGrant) -> Grant:
    """All of the grant, as the record is now."""
    content = _content(turn, note)
    if content is None:
        source = crediting.source_of(note.code, note.day, note.title, note.organiser)
        return Grant(note.member, CreditKind.DECLARATION, source, False, note.title, note.organiser, note.code,
                     note.half_units, note.day, None, note.why)  # fmt: skip
    return Grant(note.member, content.kind, content.source, content.sample, content.title, content.organiser,
                 content.code, content.half_units, note.day, content.common, note.why, content)  # fmt: skip


def _told(turn: StaffTurn, one: Grant) -> Told:
    """What the member will read."""
    words = theirs(turn, one.member_id)
    counts = one.common is not None and one.day >= turn.house.rulebook.at(one.day).common_lecture_from
    return Told(
        one.kind,
        screens.plain_title(one.content, words) if one.content else one.title,
        one.sample,
        one.organiser,
        one.code,
        one.half_units,
        one.day,
        (one.common,) if one.common and counts else (),
        usual.told(one.why, words),
        one.certified,
    )


def _fingerprint(turn: StaffTurn, one: Grant) -> str:
    return crediting.fingerprint(one.member_id, one.source, _told(turn, one))


def _content(turn: StaffTurn, note: AwaitGrant) -> Content | None:
    of = kind(note.of)
    return record.content(turn.session, of, note.content, turn.now, turn.rules) if note.content else None


ROUTES = (
    On(presses.AskGrant, begin, may(Act.HANDLE_CREDITS)),
    On(presses.GrantFor, ask_for, may(Act.HANDLE_CREDITS)),
    On(presses.PickContent, pick, may(Act.HANDLE_CREDITS)),
    On(presses.Answer, answer, may(Act.HANDLE_CREDITS)),
    On(presses.GrantIt, grant, may(Act.HANDLE_CREDITS)),
    Hears(AwaitContent, hear_name, may(Act.HANDLE_CREDITS)),
    Hears(AwaitGrant, hear, may(Act.HANDLE_CREDITS), fits=fits),
)
