"""The keys of the buttons of invitations."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Invite(Press, tag="zi"):
    """The invitations that wait; a name that is typed begins a new one."""


@dataclass(frozen=True)
class ChooseRole(Press, tag="zr"):
    """The role that comes with it. The chat's note has the name."""

    role: str


@dataclass(frozen=True)
class InviteFor(Press, tag="zf"):
    """Make it, for one of the usual reasons (0…). The chat's note has the name and the role."""

    reason: int


@dataclass(frozen=True)
class AskAgain(Press, tag="za"):
    """Lead somebody back into this staff account: for which reason?"""

    person: int


@dataclass(frozen=True)
class InviteAgain(Press, tag="zb"):
    """Do so, for one of the usual reasons (0…)."""

    person: int
    reason: int


@dataclass(frozen=True)
class OpenInvitation(Press, tag="zo"):
    """An invitation, as it stands now."""

    invitation: int


@dataclass(frozen=True)
class ConfirmInvitation(Press, tag="zc"):
    """The Telegram account that opened it is the person's."""

    invitation: int


@dataclass(frozen=True)
class RefuseInvitation(Press, tag="zn"):
    """It is not; or the invitation is taken back before anybody opened it."""

    invitation: int
