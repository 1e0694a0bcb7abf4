"""A second person looks at an act of another, confirms it with the PIN or refuses it. Every attempt is logged.

What is confirmed is what was shown: a button carries the fingerprint of the effect, and an effect that has changed
meanwhile is shown anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content.access.passwords import as_digits
from content.keys.letters import JointDecided, SecondWanted
from content.keys.note import Note
from content.staff.joint import PIN_TRIES, is_pin
from content.staff.rights import Act, role_for
from handlers.presses.staff import joint as presses
from handlers.screens.access import login
from handlers.screens.screen import Screen
from handlers.screens.staff import joint as screens
from handlers.screens.staff.joint import Shown
from handlers.staff import acting, rights, second
from handlers.staff.carrying import CARRIES
from handlers.staff.rights import may
from handlers.turn import Hears, HearsSecret, On, Personal, StaffTurn, Unwanted, WritesToAll
from handlers.work import HashPassword, Prepared, VerifyPassword, Work
from storage.people import chats, persons
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import joint, pins


@dataclass(frozen=True)
class AwaitNewPin(Note, expects="new_pin"):
    """The first PIN of somebody who is about to confirm what was shown."""

    request: int
    shown: str


@dataclass(frozen=True)
class AwaitPin(Note, expects="pin"):
    """The PIN that confirms what was shown."""

    request: int
    shown: str


@dataclass(frozen=True)
class AwaitRefusal(Note, expects="joint_why"):
    """Why it is refused."""

    request: int


def open_joint(turn: StaffTurn, press: presses.OpenJoint) -> Screen:
    shown = second.shown(turn, press.request)
    for screen in _not_theirs(turn, shown):
        return screen
    for said in _barred(turn, shown):
        return _logged(turn, shown, "opened", _stands(turn, shown, said))
    return _logged(turn, shown, "opened", second.with_below(turn, shown, screens.card(shown, turn.words)))


def confirm(turn: StaffTurn, press: presses.ConfirmJoint) -> Screen:
    """Ask for the PIN, or for a new one."""
    shown = second.shown(turn, press.request)
    for screen in _stopped(turn, shown, press.shown):
        return screen
    pin = pins.of(turn.session, turn.person_id, turn.now)
    if pin.hashed is None:
        chats.expect(turn.session, turn.chat.id, AwaitNewPin(press.request, press.shown), turn.now)
        return screens.ask_new_pin(press.request, turn.words)
    chats.expect(turn.session, turn.chat.id, AwaitPin(press.request, press.shown), turn.now)
    return screens.ask_pin(press.request, PIN_TRIES - pin.failures, turn.words)


def prepare_new_pin(turn: StaffTurn, note: AwaitNewPin, text: str) -> Work | Screen:
    typed = as_digits(text)
    return HashPassword(typed, judged=False) if is_pin(typed) else screens.bad_pin(note.request, turn.words)


def choose_pin(turn: StaffTurn, note: AwaitNewPin, _text: str, prepared: Prepared) -> Screen:
    """It is typed once more: the act is confirmed by the PIN, not by setting one."""
    shown = second.shown(turn, note.request)
    set_now = pins.choose(turn.session, turn.person_id, prepared.hashed, turn.now)
    said = turn.words.joint.pin_set() if set_now else ""
    chats.expect(turn.session, turn.chat.id, AwaitPin(note.request, note.shown), turn.now)
    screen = _seen(turn, prepared, screens.ask_pin(note.request, PIN_TRIES, turn.words, said))
    return _logged(turn, shown, "PIN set" if set_now else "PIN set before", screen)


def prepare_pin(turn: StaffTurn, note: AwaitPin, text: str) -> Work | Screen:
    shown = second.shown(turn, note.request)
    for screen in _stopped(turn, shown, note.shown):
        return screen
    return _verifying(turn, text)


def judge_pin(turn: StaffTurn, note: AwaitPin, text: str, prepared: Prepared) -> Screen:
    """All is looked at once more: the PIN took its time to be verified."""
    shown = second.held(turn, note.request)
    for screen in _stopped(turn, shown, note.shown):
        return _seen(turn, prepared, screen)
    # another try that was verified at the same moment may have changed what this one was compared with
    if not (prepared.matches and prepared.work == _verifying(turn, text)):
        return _seen(turn, prepared, _wrong(turn, shown))
    pins.succeed(turn.session, turn.person_id)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _seen(turn, prepared, _carry(turn, shown))


def ask_refusal(turn: StaffTurn, press: presses.RefuseJoint) -> Screen:
    shown = second.shown(turn, press.request)
    for screen in _stopped(turn, shown, shown.shown):
        return screen
    chats.expect(turn.session, turn.chat.id, AwaitRefusal(press.request), turn.now)
    return screens.ask_refusal(shown, turn.words)


def hear_refusal(turn: StaffTurn, note: AwaitRefusal, text: str) -> Screen:
    why, shown = acting.reason(text), second.shown(turn, note.request)
    if not why:
        return screens.bad_reason(note.request, acting.LONGEST_REASON, turn.words)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    for screen in _stopped(turn, shown, shown.shown):
        return screen
    if not second.refuse(turn, shown):
        return _decided_before(turn, shown)
    _tell(turn, shown, why)
    acting.write(turn, "refuse_joint", shown.asked.act.member, why, {}, _facts(shown))
    return screens.ended(shown, turn.words, turn.words.joint.refused(why))


def write_wanted(turn: Personal, letter: Letter[SecondWanted]) -> Screen | Unwanted:
    """Write the letter, if the reader can still confirm the act."""
    shown = second.shown(turn, letter.key.request)
    if turn.person_id not in second.seconds(turn.session, shown.asked.act, shown.asked.asked_by):
        return Unwanted("the role is lost")
    if not shown.asked.waits(turn.now):
        return Unwanted("it is decided, or its hour is over")
    return screens.wanted(shown, turn.words)


def write_decided(turn: Personal, letter: Letter[JointDecided]) -> Screen:
    shown, key = second.shown(turn, letter.key.request), letter.key
    return screens.told(shown, persons.name(turn.session, key.by), key.why, turn.words, done=not key.why)


def _carry(turn: StaffTurn, shown: Shown) -> Screen:
    """If two persons confirm at the same moment, one does, and the other is told that it is done."""
    if not joint.decide(turn.session, shown.asked.id, "done", turn.person_id, turn.now):
        return _decided_before(turn, shown)
    screen = CARRIES[type(shown.asked.act)](turn, replace(shown, shown=""))
    after = second.effect(turn.session, shown.asked.act)
    _tell(turn, shown, "")
    before: Mapping[str, object] = {name: shown.facts[name] for name in shown.asked.act.changes}
    facts = _facts(shown) | {name: after[name] for name in before} | {"outcome": "done"}
    acting.write(turn, shown.asked.act.kind, shown.asked.act.member, shown.asked.why, before, facts)
    return screen


def _wrong(turn: StaffTurn, shown: Shown) -> Screen:
    left = pins.fail(turn.session, turn.person_id, turn.now)
    if left:
        return _logged(turn, shown, "wrong PIN", screens.wrong_pin(shown.asked.id, left, turn.words))
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    rights.note_attempt(turn, "pin", "three wrong PINs", to_owners=True)
    until = pins.of(turn.session, turn.person_id, turn.now).locked_until
    return screens.locked(shown.asked.id, until, turn.words)


def _stopped(turn: StaffTurn, shown: Shown, seen: str) -> tuple[Screen, ...]:
    """The screen that is shown instead, if this person can't decide this now, or saw something else."""
    for screen in _not_theirs(turn, shown):
        return (screen,)
    for said in _barred(turn, shown):
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        return (_logged(turn, shown, "barred", _stands(turn, shown, said)),)
    if seen != shown.shown:
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        return (_logged(turn, shown, "changed", screens.card(shown, turn.words, turn.words.joint.changed())),)
    until = pins.of(turn.session, turn.person_id, turn.now).locked_until
    if until > turn.now:
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        return (_logged(turn, shown, "PIN locked", screens.locked(shown.asked.id, until, turn.words)),)
    return ()


def _not_theirs(turn: StaffTurn, shown: Shown) -> tuple[Screen, ...]:
    """The refusal of somebody whose roles can't do what is asked for."""
    mine = rights.held(turn)
    if role_for(shown.asked.act.right, mine) is not None:
        return ()
    return (rights.refuse(turn, shown.asked.act.right, f"holds only: {', '.join(sorted(mine))}"),)


def _barred(turn: StaffTurn, shown: Shown) -> tuple[str, ...]:
    if not shown.asked.waits(turn.now):
        return (turn.words.joint.over(shown.asked.state),)
    if said := second.against(shown, turn.words):
        return (said,)
    return (turn.words.joint.own(),) if turn.person_id in (shown.asked.asked_by, shown.asked.act.member) else ()


def _stands(turn: StaffTurn, shown: Shown, said: str) -> Screen:
    """Without the buttons to decide; what it would do is shown only while it can still be done."""
    if not shown.asked.waits(turn.now):
        return screens.ended(shown, turn.words, said)
    return screens.card(replace(shown, shown=""), turn.words, said)


def _decided_before(turn: StaffTurn, shown: Shown) -> Screen:
    """Another person decided at the same moment: the record now says how."""
    now = second.shown(turn, shown.asked.id)
    return _logged(turn, now, "decided before", screens.ended(now, turn.words, turn.words.joint.over(now.asked.state)))


def _tell(turn: StaffTurn, shown: Shown, why: str) -> None:
    key = JointDecided(shown.asked.id, turn.person_id, why)
    letters.put(turn.session, member_id=shown.asked.asked_by, key=key, slot="", at=turn.now)


def _verifying(turn: StaffTurn, text: str) -> VerifyPassword:
    typed = as_digits(text)
    return VerifyPassword(pins.of(turn.session, turn.person_id, turn.now).hashed, typed, typed)


def _seen(turn: StaffTurn, prepared: Prepared, screen: Screen) -> Screen:
    return screen if prepared.message_deleted else login.not_deleted(screen, turn.words)


def _logged(turn: StaffTurn, shown: Shown, outcome: str, screen: Screen) -> Screen:
    facts = _facts(shown) | {"outcome": outcome}
    acting.write(turn, "look_at_joint", shown.asked.act.member, acting.looking(turn), {}, facts)
    return screen


def _facts(shown: Shown) -> dict[str, object]:
    asked = shown.asked
    return {"request": asked.id, "kind": asked.act.kind, "asked_by": asked.asked_by, "shown": shown.shown}


ROUTES = (
    On(presses.OpenJoint, open_joint, may(Act.CONFIRM_JOINT)),
    On(presses.ConfirmJoint, confirm, may(Act.CONFIRM_JOINT)),
    On(presses.RefuseJoint, ask_refusal, may(Act.CONFIRM_JOINT)),
    HearsSecret(AwaitNewPin, prepare_new_pin, choose_pin, may(Act.CONFIRM_JOINT)),
    HearsSecret(AwaitPin, prepare_pin, judge_pin, may(Act.CONFIRM_JOINT)),
    Hears(AwaitRefusal, hear_refusal, may(Act.CONFIRM_JOINT)),
)
LETTERS = (WritesToAll(SecondWanted, write_wanted), WritesToAll(JointDecided, write_decided))
