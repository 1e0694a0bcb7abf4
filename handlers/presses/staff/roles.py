"""The keys of the buttons of the room of roles."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Roles(Press, tag="xv"):
    """A page of those who hold a role."""

    page: int


@dataclass(frozen=True)
class OpenHolder(Press, tag="xb"):
    """A member, with the roles held and those that can be given."""

    member: int


@dataclass(frozen=True)
class AskWhyRole(Press, tag="xt"):
    """Give the role, or take it: for which reason?"""

    member: int
    role: str
    give: bool


@dataclass(frozen=True)
class ChangeRole(Press, tag="xi"):
    """The change, for one of the usual reasons (0…)."""

    member: int
    role: str
    give: bool
    reason: int
