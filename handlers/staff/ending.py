"""A certificate is replaced, proposed for revoking, or left as it is; and what carries out its revoking.

Replacing is one act of one officer: it freezes what holds today. Until the new paper is on record the old one holds.
Revoking takes two persons (handlers/staff/joint.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from content.certificates.certifying import Wish
from content.keys.certificate_letters import CertificateCopy, CertificateReplaced, CertificateRevoked
from content.keys.note import Note
from content.refusals import StaleButton
from content.staff.certificates import Issued, Outcome, Renewal
from content.staff.joint import RevokeCertificate
from content.staff.rights import Act
from content.text.periods import Period
from content.text.printing import uncovered
from content.verifying import differing
from content.verifying.doubts import Verdict
from content.verifying.standing import Reason, State
from handlers.certificates import drafting, issuing
from handlers.presses.staff import certificates as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import ending as screens
from handlers.screens.staff import joint as joint_screens
from handlers.screens.staff.joint import Shown
from handlers.staff import acting, second
from handlers.staff.certificates import card, or_gone, seen, standing
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn, Turn
from storage.certificates import certificates, doubts, eligible, ends, issued, replacing, unprintable
from storage.people import callers, chats
from storage.post import letters, requested


@dataclass(frozen=True)
class AwaitWords(Note, expects="revoke_why"):
    """What happened, before a certificate is proposed for revoking. `page`: of the queue, or 0."""

    certificate: int
    page: int
    reason: str


@dataclass(frozen=True)
class AwaitLeaving(Note, expects="leave_why"):
    """Why a certificate is left as it is."""

    certificate: int
    page: int


def ask_replace(turn: StaffTurn, press: presses.AskReplace) -> Screen:
    """Show what the new one would say otherwise."""
    case = issued.one(turn.session, press.certificate)
    found = _renewal(turn, case)
    if isinstance(found, Outcome):
        return seen(turn, case.id, press.page, turn.words.ending.said_of(found))
    return screens.ask_replace(case, found, press.page, turn.words)


def replace(turn: StaffTurn, press: presses.ReplaceIssued) -> Screen:
    """Issue the certificate that was shown, to take the place of this one. Of two officers at once, the second sees
    what the first did.
    """
    reason, case = _reason(press.reason, screens.REPLACING), issued.one(turn.session, press.certificate)
    eligible.hold(turn.session, case.member_id)
    replacing.hold(turn.session, case.id)
    case = issued.one(turn.session, case.id)
    found = _renewal(turn, case)
    if isinstance(found, Outcome):
        return _done(turn, "replace_certificate", case, press.page, found, "", reason)
    if found.shown != press.shown:
        said = turn.words.ending.said_of(Outcome.CHANGED)
        screen = screens.ask_replace(case, found, press.page, turn.words, said)
        _log(turn, "replace_certificate", case, turn.words.verify.reason(reason), {"outcome": Outcome.CHANGED.value})
        return screen
    new = issuing.freeze(_as_member(turn, case), found.new)
    replacing.begin(turn.session, case.id, new, reason, turn.person_id, turn.now)
    key = CertificateReplaced(new, case.id)
    letters.put(turn.session, member_id=case.member_id, key=key, slot="1", at=turn.now)
    # the officer's copy draws the paper too, should the member be logged in nowhere
    requested.ask(turn.session, member_id=turn.person_id, key=CertificateCopy(new), at=turn.now)
    said = turn.words.ending.replacing(certificates.facts(turn.session, new).number)
    return _done(turn, "replace_certificate", case, press.page, Outcome.DONE, said, reason, instead=new)


def ask_revoke(turn: StaffTurn, press: presses.AskRevoke) -> Screen:
    case = issued.one(turn.session, press.certificate)
    against = _not_revocable(turn, case)
    if against is not None:
        return seen(turn, case.id, press.page, turn.words.ending.said_of(against))
    return screens.ask_revoke(case, press.page, turn.words)


def choose_reason(turn: StaffTurn, press: presses.RevokeFor) -> Screen:
    reason, case = _reason(press.reason, screens.REVOKING), issued.one(turn.session, press.certificate)
    against = _not_revocable(turn, case)
    if against is not None:
        return seen(turn, case.id, press.page, turn.words.ending.said_of(against))
    chats.expect(turn.session, turn.chat.id, AwaitWords(case.id, press.page, reason.value), turn.now)
    return screens.ask_words(case, press.page, reason, turn.words)


def hear_words(turn: StaffTurn, note: AwaitWords, text: str) -> Screen:
    """Propose it, in these words. If they are too few or too many, ask again."""
    why, case = acting.reason(text), issued.one(turn.session, note.certificate)
    if not why:
        return screens.bad_reason(case, note.page, acting.LONGEST_REASON, turn.words)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    against = _not_revocable(turn, case)
    if against is not None:
        return seen(turn, case.id, note.page, turn.words.ending.said_of(against))
    return second.ask(turn, RevokeCertificate(case.member_id, case.id, note.reason), why)


def revoke(turn: StaffTurn, shown: Shown) -> Screen:
    """Carry out what two persons agreed on, and tell the member. The reason was shown to both."""
    number, reason = int(shown.facts["certificate"]), Reason(shown.facts["reason"])
    ends.revoke(turn.session, number, reason, turn.person_id, turn.now)
    doubts.settle(turn.session, number, Verdict.REVOKED, turn.person_id, turn.now)
    key = CertificateRevoked(number)
    letters.put(turn.session, member_id=shown.asked.act.member, key=key, slot="1", at=turn.now)
    return joint_screens.ended(shown, turn.words, turn.words.joint.done())


def ask_leave(turn: StaffTurn, press: presses.AskLeave) -> Screen:
    case = issued.one(turn.session, press.certificate)
    against = _not_left(turn, case)
    if against is not None:
        return seen(turn, case.id, press.page, turn.words.ending.said_of(against))
    chats.expect(turn.session, turn.chat.id, AwaitLeaving(case.id, press.page), turn.now)
    return screens.ask_leave(case, press.page, turn.words)


def leave(turn: StaffTurn, press: presses.LeaveIssued) -> Screen:
    """Leave it for one of the usual reasons (numbered from 0). Raises StaleButton if there is no such reason."""
    return _leave(turn, press.certificate, press.page, acting.usual(turn.words.ending.leaving(), press.reason))


def hear_leaving(turn: StaffTurn, note: AwaitLeaving, text: str) -> Screen:
    """Leave it for the reason that was typed. If it is too short or too long to be one, ask again."""
    why = acting.reason(text)
    if not why:
        case = issued.one(turn.session, note.certificate)
        return screens.bad_reason(case, note.page, acting.LONGEST_REASON, turn.words)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _leave(turn, note.certificate, note.page, why)


def _leave(turn: StaffTurn, number: int, page: int, why: str) -> Screen:
    replacing.hold(turn.session, number)
    case = issued.one(turn.session, number)
    outcome = _not_left(turn, case) or Outcome.DONE
    if outcome is Outcome.DONE:
        doubts.settle(turn.session, number, Verdict.LEFT, turn.person_id, turn.now)
    said = turn.words.ending.left() if outcome is Outcome.DONE else turn.words.ending.said_of(outcome)
    screen = card(turn, issued.one(turn.session, number), page, said)
    _log(turn, "leave_certificate", case, why, {"outcome": outcome.value})
    return screen


def _renewal(turn: StaffTurn, case: Issued) -> Renewal | Outcome:
    """What the certificate would say today, or why it can't be replaced."""
    against = _not_to_end(turn, case) or (Outcome.ENDED if case.state is not State.VALID else None)
    if against is not None or case.facts is None:
        return against or Outcome.ERASED
    old, member = case.facts, _as_member(turn, case)
    holder = eligible.holder(turn.session, case.member_id)
    draft = drafting.shown(member, Wish(old.purpose, Period(old.period_from, old.period_to), bool(old.registry_no)))
    if not draft.shown:
        return Outcome.NOTHING
    new = issuing.facts(member, draft, holder)
    if certificates.same(old, new):
        return Outcome.SAME
    if uncovered(unprintable.printed(new)):
        return Outcome.UNPRINTABLE
    return Renewal(old, new, differing.fingerprint(old, new))


def _as_member(turn: StaffTurn, case: Issued) -> Turn:
    """A turn as the certificate's member would have it now: what a paper says is read so."""
    member = callers.member_of(turn.session, case.member_id)
    if member is None:
        raise LookupError(f"certificate {case.id} has no member")
    return Turn(turn.session, turn.chat, turn.now, turn.words, turn.house, turn.update_id, member=member)


def _not_to_end(turn: StaffTurn, case: Issued) -> Outcome | None:
    """What forbids every act on it."""
    if case.member_id == turn.person_id:
        return Outcome.OWN
    return Outcome.UNDER_WAY if case.instead else None


def _not_revocable(turn: StaffTurn, case: Issued) -> Outcome | None:
    revoked = any(end.state is State.REVOKED for end in case.ended)
    return _not_to_end(turn, case) or (Outcome.ENDED if revoked else None)


def _not_left(turn: StaffTurn, case: Issued) -> Outcome | None:
    return _not_to_end(turn, case) or (None if case.changes else Outcome.SETTLED)


def _reason(text: str, listed: tuple[Reason, ...]) -> Reason:
    """A button's reason. Raises StaleButton for one that no button has."""
    found = next((one for one in listed if one.value == text), None)
    if found is None:
        raise StaleButton
    return found


def _done(
    turn: StaffTurn, act: str, before: Issued, page: int, outcome: Outcome, said: str, reason: Reason, **facts: object
) -> Screen:
    """The card after an act, and the act's line in the log: also if it came to nothing."""
    told = said or turn.words.ending.said_of(outcome)
    screen = card(turn, issued.one(turn.session, before.id), page, told)
    result = {**facts, "reason": reason.value, "outcome": outcome.value}
    _log(turn, act, before, turn.words.verify.reason(reason), result)
    return screen


def _log(turn: StaffTurn, act: str, before: Issued, why: str, result: Mapping[str, object]) -> None:
    after = standing(issued.one(turn.session, before.id))
    acting.write(turn, act, before.member_id, why, standing(before), {**after, **result})


ROUTES = (
    On(presses.AskReplace, or_gone(ask_replace), may(Act.HANDLE_CERTIFICATES)),
    On(presses.ReplaceIssued, or_gone(replace), may(Act.HANDLE_CERTIFICATES)),
    On(presses.AskRevoke, or_gone(ask_revoke), may(Act.HANDLE_CERTIFICATES)),
    On(presses.RevokeFor, or_gone(choose_reason), may(Act.HANDLE_CERTIFICATES)),
    On(presses.AskLeave, or_gone(ask_leave), may(Act.HANDLE_CERTIFICATES)),
    On(presses.LeaveIssued, or_gone(leave), may(Act.HANDLE_CERTIFICATES)),
    Hears(AwaitWords, or_gone(hear_words), may(Act.HANDLE_CERTIFICATES)),
    Hears(AwaitLeaving, or_gone(hear_leaving), may(Act.HANDLE_CERTIFICATES)),
)
