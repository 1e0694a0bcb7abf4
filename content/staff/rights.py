"""Which acts of staff belong to which roles: the one table of rights. Pure.

A route of staff names its act; a role that does not stand in the act's line is refused, and the attempt is logged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a person may be for the association; somebody may hold several."""

    SUPPORT = "support"  # helps members
    ORGANISER = "organiser"  # holds trainings
    EDITOR = "editor"  # publishes courses, the journal, broadcasts, links and maintenance
    OFFICER = "officer"  # decides about credits, certificates, declarations and requests
    OWNER = "owner"  # gives and takes roles; may do whatever the others may


class Act(StrEnum):
    """What staff can do. The value stands in the log, so it is not renamed."""

    SEE_ROOMS = "see_rooms"
    FIND_MEMBERS = "find_members"
    HELP_MEMBERS = "help_members"
    VIEW_AS_MEMBER = "view_as_member"
    SHOW_CHECKIN_CODES = "show_checkin_codes"
    SEE_DESK = "see_desk"
    DECIDE_CLAIMS = "decide_claims"
    DECIDE_DECLARATIONS = "decide_declarations"
    ANSWER_REQUESTS = "answer_requests"
    HANDLE_CERTIFICATES = "handle_certificates"
    HANDLE_CREDITS = "handle_credits"
    GRANT_BY_FILE = "grant_by_file"
    END_MEMBERSHIP = "end_membership"
    IMPORT_MEMBERS = "import_members"
    IMPORT_CREDITS = "import_credits"
    EXPORT_CREDITS = "export_credits"
    MAKE_LETTERS = "make_letters"
    SEND_ANNOUNCEMENTS = "send_announcements"
    MANAGE_ROLES = "manage_roles"
    CONFIRM_JOINT = "confirm_joint"
    READ_LOG = "read_log"


_S, _T, _E, _O, _OWNER = Role.SUPPORT, Role.ORGANISER, Role.EDITOR, Role.OFFICER, Role.OWNER

_DESK = (_O, _OWNER)
"""One line for all that waits on the desk: who may decide about a case may also have it, hand it on and ask its member,
by buttons that all kinds of cases share.
"""

RIGHTS: Final[Mapping[Act, tuple[Role, ...]]] = {
    Act.SEE_ROOMS: (_S, _T, _E, _O, _OWNER),
    Act.FIND_MEMBERS: (_S, _O, _OWNER),  # an officer looks at the member whose case is decided
    Act.HELP_MEMBERS: (_S, _OWNER),
    Act.VIEW_AS_MEMBER: (_S, _OWNER),
    Act.SHOW_CHECKIN_CODES: (_T, _OWNER),
    Act.SEE_DESK: _DESK,
    Act.DECIDE_CLAIMS: _DESK,
    Act.DECIDE_DECLARATIONS: _DESK,
    Act.ANSWER_REQUESTS: _DESK,
    Act.HANDLE_CERTIFICATES: (_O, _OWNER),
    Act.HANDLE_CREDITS: (_O, _OWNER),
    Act.GRANT_BY_FILE: (_O, _OWNER),
    Act.END_MEMBERSHIP: (_O, _OWNER),
    Act.IMPORT_MEMBERS: (_O, _OWNER),
    Act.IMPORT_CREDITS: (_O, _OWNER),
    Act.EXPORT_CREDITS: (_O, _OWNER),
    Act.MAKE_LETTERS: (_O, _OWNER),
    Act.SEND_ANNOUNCEMENTS: (_E, _OWNER),
    Act.MANAGE_ROLES: (_OWNER,),
    Act.CONFIRM_JOINT: (_E, _O, _OWNER),  # the act that is asked for says which of them it needs
    Act.READ_LOG: (_OWNER,),
}
"""By act the roles that may do it. The first of them that a person holds is the one under which the act is logged."""


def role_for(act: Act, held: Iterable[str]) -> Role | None:
    """The role, of those held, that may do this act, or None."""
    mine = frozenset(held)
    return next((role for role in RIGHTS[act] if role.value in mine), None)


def may(act: Act, held: Iterable[str]) -> bool:
    """Whether one of the roles held may do this act."""
    return role_for(act, held) is not None


def acts_of(held: Iterable[str]) -> frozenset[Act]:
    """All that somebody with these roles may do."""
    mine = frozenset(held)
    return frozenset(act for act in Act if may(act, mine))


def works_in_chat(role: Role) -> bool:
    """Whether the role can do anything in the chat besides looking at the first screen of staff."""
    return acts_of([role.value]) != {Act.SEE_ROOMS}


def is_told_to_owners(act: Act) -> bool:
    """Whether an attempt at this act by somebody who may not is told to the owners: it is theirs alone, or it would
    confirm what takes two persons.
    """
    return RIGHTS[act] == (Role.OWNER,) or act is Act.CONFIRM_JOINT


@dataclass(frozen=True)
class Holding:
    """A role that somebody holds. `granted_by` is a name; it is empty if the operator gave it at the command line."""

    role: Role
    granted_at: datetime
    granted_by: str


@dataclass(frozen=True)
class Holder:
    """Somebody who holds a role, or could. `member_no` is empty for a staff account, whose person is no member."""

    person_id: int
    name: str
    member_no: str
    holdings: tuple[Holding, ...]


def is_noted(times: int) -> bool:
    """Whether the attempt of this number (1: the first of a day) is logged: the first, tenth, hundredth and so on."""
    return str(times).strip("0") == "1"
