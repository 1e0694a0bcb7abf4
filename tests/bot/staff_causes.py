"""What makes letters be written to staff, and about their acts."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from content.keys.letters import (
    AttemptRefused,
    CodeDisowned,
    CodeGiven,
    CodeOver,
    InvitationOpened,
    JointDecided,
    LogExport,
    RoleChanged,
    SecondWanted,
)
from content.keys.record_letters import MembershipChanged, ScreensViewed
from content.staff.inviting import Opener
from content.staff.joint import GrantOwner
from content.staff.logged import Filter
from storage.engine.base import cipher_of
from storage.people import chats, codes, membership
from storage.staff import invitations, joint, log, roles
from storage.tables import Chat
from tests.bot.neighbour import id_of

DAY = timedelta(days=1)
OTHER, STAFF = "1000000005", "9000000001"


def role_changed(session: Session, me: int, at: datetime) -> LetterKey:
    return RoleChanged("officer", roles.grant(session, me, "officer", at), at.astimezone(UTC))


def screens_viewed(session: Session, me: int, at: datetime) -> LetterKey:
    cipher, by, why = cipher_of(session.get_bind().dialect), id_of(session, STAFF), "お問い合わせの確認"
    head = log.write(session, cipher, staff_id=by, member_id=me, act="view_as", why=why, before={}, after={}, at=at)
    return ScreensViewed(head.number, at.astimezone(UTC))


def membership_resumed(session: Session, me: int, at: datetime) -> LetterKey:
    """It had ended, and goes on: so the member earns, and what comes to others comes to this one too."""
    membership.end(session, me, at)
    membership.resume(session, me, at)
    return MembershipChanged(0, ends=False)


def code_given(session: Session, me: int, at: datetime) -> LetterKey:
    until = (at + DAY).astimezone(UTC)
    codes.give(session, cipher_of(session.get_bind().dialect), me, until, starts=at)
    return CodeGiven(until)


def code_disowned(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is an owner."""
    roles.grant(session, me, "owner", at)
    return CodeDisowned(id_of(session, OTHER), at.astimezone(UTC))


def code_over(session: Session, me: int, at: datetime) -> LetterKey:
    """The chat of the member still shows the code of another member."""
    other = id_of(session, OTHER)
    session.execute(update(Chat).where(Chat.member_id == me).values(living_subject=f"code:{other}"))
    return CodeOver(other, at.astimezone(UTC))


def second_wanted(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is an owner, and the act still waits the next morning."""
    roles.grant(session, me, "owner", at)
    return SecondWanted(joint.ask(session, GrantOwner(id_of(session, STAFF)), "着任", id_of(session, OTHER), at + DAY))


def joint_decided(session: Session, me: int, at: datetime) -> LetterKey:
    number = joint.ask(session, GrantOwner(id_of(session, STAFF)), "着任", me, at)
    return JointDecided(number, id_of(session, OTHER), "")


def attempt_refused(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is an owner."""
    roles.grant(session, me, "owner", at)
    return AttemptRefused(id_of(session, OTHER), "manage_roles", at.astimezone(UTC))


def log_export(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is an owner."""
    roles.grant(session, me, "owner", at)
    return LogExport(Filter(upto=1).pack())


def invitation_opened(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is an owner, and the invitation still waits the next morning."""
    roles.grant(session, me, "owner", at)
    cipher = cipher_of(session.get_bind().dialect)
    number, _ = invitations.invite(session, cipher, name="北見 涼", role="support", why="着任", by=me, at=at)
    stranger = chats.meet(session, cipher, 7_700_000, "ja", at)
    opener = Opener(stranger.telegram_id, "Ryo", "")
    invitations.open_it(session, invitations.one(session, number), stranger.id, opener, at)
    return InvitationOpened(number)
