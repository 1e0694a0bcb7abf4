"""Asking for a second person: the act is put down, and those who can confirm it are told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from content.activating.batch import REFUSED
from content.activating.batch import State as LetterState
from content.announcing.announcement import Against, Audience, Of, State
from content.keys.letters import SecondWanted
from content.refusals import NoSuchCourse, StaleButton
from content.staff.certificates import Outcome
from content.staff.joint import (
    WAITS,
    EraseMember,
    JointAct,
    MakeLetters,
    NoSuchAct,
    RevokeCertificate,
    SendAnnouncement,
    fingerprint,
)
from content.staff.rights import RIGHTS
from content.verifying.standing import State as Standing
from content.words import Words
from handlers.screens.screen import Screen
from handlers.screens.staff import joint as screens
from handlers.screens.staff.joint import Shown
from handlers.staff import acting
from handlers.staff.announcing.shown import delivered
from handlers.turn import Personal, StaffTurn
from storage.activating import batches, ending
from storage.announcing import announcements
from storage.certificates import issued, replacing
from storage.credits import history
from storage.people import chats
from storage.post import letters
from storage.programme import courses
from storage.requests import erasures
from storage.staff import joint, roles


def ask(turn: StaffTurn, act: JointAct, why: str) -> Screen:
    """Put it down for an hour. If nobody else can confirm it, nothing is put down."""
    others, name = seconds(turn.session, act, turn.person_id), effect(turn.session, act)["name"]
    facts: dict[str, object] = {"kind": act.kind, "others": list(others), **act.about()}
    if not others:
        acting.write(turn, "ask_joint", act.member, why, {}, facts)
        return screens.alone(act.kind, turn.words)
    request = joint.ask(turn.session, act, why, turn.person_id, turn.now)
    for one in others:
        letters.put(turn.session, member_id=one, key=SecondWanted(request), slot="", at=turn.now)
    acting.write(turn, "ask_joint", act.member, why, {}, facts | {"request": request})
    return screens.waits(act.kind, name, len(others), turn.now + WAITS, turn.words)


def seconds(session: Session, act: JointAct, asked_by: int) -> Sequence[int]:
    """Who can confirm it: all that may do it, without the one who asked and the one to whom it is done."""
    every = {one for role in RIGHTS[act.right] for one in roles.holders(session, role.value)}
    return sorted(every - {asked_by, act.member})


def shown(turn: Personal, request: int) -> Shown:
    """The request, with its effect as the record is now. Raises StaleButton if there is no such request."""
    try:
        asked = joint.asked(turn.session, request)
        facts = effect(turn.session, asked.act)
    except (NoResultFound, NoSuchAct):
        raise StaleButton from None
    return Shown(asked, facts, fingerprint(asked.act, asked.id, facts))


def held(turn: Personal, request: int) -> Shown:
    """The same, and nobody else changes what the act is about until this transaction ends."""
    act = shown(turn, request).asked.act
    if isinstance(act, RevokeCertificate):
        replacing.hold(turn.session, act.certificate)
    if isinstance(act, SendAnnouncement):
        announcements.hold(turn.session, act.announcement)
    if isinstance(act, MakeLetters):
        batches.hold(turn.session, act.letters)
    return shown(turn, request)


def against(found: Shown, words: Words) -> str:
    """Why the act can't be done as the record is now; empty if it can."""
    if isinstance(found.asked.act, EraseMember) and found.facts["roles"]:
        return words.erasing.holds_a_role()
    if isinstance(found.asked.act, SendAnnouncement):
        waits = found.facts["state"] in (State.DRAFT, State.PAUSED)
        return "" if waits else words.announced.against(Against.BEGUN)
    if isinstance(found.asked.act, MakeLetters) and found.facts["state"] != LetterState.ASKED:
        return words.activating.not_asked()
    if found.facts.get("instead"):
        return words.ending.said_of(Outcome.UNDER_WAY)
    return words.ending.said_of(Outcome.ENDED) if found.facts.get("state") == Standing.REVOKED else ""


def refuse(turn: StaffTurn, found: Shown) -> bool:
    """Refuse it, and end what was put down for it. False if somebody else has decided before."""
    refused = joint.decide(turn.session, found.asked.id, "refused", turn.person_id, turn.now)
    if refused and isinstance(found.asked.act, MakeLetters):
        ending.end(turn.session, found.asked.act.letters, REFUSED, turn.now, told=False)
    return refused


def effect(session: Session, act: JointAct) -> Mapping[str, str]:
    """Every fact of the record that the second person is shown; raises NoResultFound."""
    if isinstance(act, RevokeCertificate):
        return _on_certificate(session, act)
    if isinstance(act, EraseMember):
        return _on_member(session, act)
    if isinstance(act, SendAnnouncement):
        return _of_announcement(session, act)
    if isinstance(act, MakeLetters):
        return _of_letters(session, act)
    shown = roles.holder(session, act.member)
    return {
        "name": shown.name,
        "member_no": shown.member_no,
        "account": _account(session, act.member) if not shown.member_no else "",
        "roles": ",".join(sorted(one.role.value for one in shown.holdings)),
        "owners": str(len(roles.holders(session, "owner"))),
    }


def _on_certificate(session: Session, act: RevokeCertificate) -> Mapping[str, str]:
    found = issued.one(session, act.certificate)
    return {
        "name": found.facts.name if found.facts else found.name,
        "member_no": found.member_no,
        "certificate": str(found.id),
        "number": found.number,
        "issued_on": found.issued_on.isoformat(),
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "half_units": str(found.half_units),
        "codes": str(found.codes),
        "state": found.state.value,
        "instead": found.instead,
        "reason": act.reason,
    }


def _on_member(session: Session, act: EraseMember) -> Mapping[str, str]:
    shown = roles.holder(session, act.member)
    return {
        "name": shown.name,
        "member_no": shown.member_no,
        "roles": ",".join(sorted(one.role.value for one in shown.holdings)),
        "asked": "1" if erasures.waits(session, act.member) else "",
        "credits": str(history.rows_of(session, act.member)),
        "certificates": str(issued.number_of(session, act.member)),
    }


def _of_announcement(session: Session, act: SendAnnouncement) -> Mapping[str, str]:
    try:
        one = announcements.one(session, act.announcement)
    except StaleButton:
        raise NoResultFound from None
    return {
        "name": one.title(),
        "announcement": str(one.id),
        "of": one.audience.of.value,
        "value": one.audience.value,
        "course": _course(session, one.audience),
        "people": str(one.counted or 0),
        "ja": one.ja,
        "en": one.en,
        "button": one.button,
        "file": f"{one.attached.print}:{one.attached.name}" if one.attached else "",
        "starts_at": one.starts_at.isoformat() if one.starts_at else "",
        "state": one.state.value,
    }


def _of_letters(session: Session, act: MakeLetters) -> Mapping[str, str]:
    try:
        one = batches.one(session, act.letters)
    except StaleButton:
        raise NoResultFound from None
    listed = {
        "digest": one.listed.digest if one.listed else "",
        "people": str(one.listed.people) if one.listed else "",
        "refused": str(one.listed.refused) if one.listed else "",
    }
    return {"name": "", "letters": str(one.id), "prefecture": one.prefecture, **listed, "state": one.state.value}


def _course(session: Session, audience: Audience) -> str:
    """The Japanese title of the course by which an audience was chosen."""
    try:
        return courses.course(session, int(audience.value)).course.title if audience.of is Of.COURSE else ""
    except NoSuchCourse:
        return ""


def with_below(turn: StaffTurn, found: Shown, card: Screen) -> Screen:
    """The card, and below it an announcement exactly as it is delivered."""
    act = found.asked.act
    if not isinstance(act, SendAnnouncement):
        return card
    return replace(card, also=delivered(turn, announcements.one(turn.session, act.announcement)))


def _account(session: Session, person: int) -> str:
    """A staff account with the Telegram account that is logged in: whoever confirms must know who it is."""
    chat = chats.of_person(session, person)
    return f"staff-{person}:{chat.telegram_id if chat else ''}"
