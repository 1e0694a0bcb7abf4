"""Acts that wait for a second person: each is a typed value, packed into a row and read back. Pure.

The key says what the act is and on whom. What it would do stands in the record, is shown to the second person, and is
bound to the confirmation by its fingerprint.
"""

import dataclasses
import hashlib
import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from content.keys import fields
from content.staff.rights import Act

WAITS = timedelta(hours=1)
"""How long an act waits for a second person."""

FINGERPRINT = 24
"""Hex digits of a fingerprint, which a button has to carry: 96 bits."""

PIN_TRIES = 3
PIN_LOCKED = timedelta(hours=24)
SHORTEST_PIN, LONGEST_PIN = 6, 12

_KINDS: dict[str, type["JointAct"]] = {}


class NoSuchAct(LookupError):
    """This version has no such act, or never wrote it so."""


@dataclass(frozen=True)
class JointAct:
    """Subclass as `@dataclass(frozen=True) class GrantOwner(JointAct, kind="grant_owner")` in this module.

    `right`: what whoever asks for it or confirms it must be allowed to do. `changes`: the facts of its effect that it
    changes, which the log has before and after.
    """

    kind: ClassVar[str] = ""
    right: ClassVar[Act] = Act.MANAGE_ROLES
    changes: ClassVar[tuple[str, ...]] = ("roles",)
    member: int  # the number of the person, who may have a staff account

    def __init_subclass__(
        cls, kind: str, *, right: Act = Act.MANAGE_ROLES, changes: tuple[str, ...] = ("roles",)
    ) -> None:
        if kind in _KINDS and _KINDS[kind].__qualname__ != cls.__qualname__:
            raise TypeError(f"the kind {kind} is taken by {_KINDS[kind].__qualname__}")
        cls.kind, cls.right, cls.changes = kind, right, changes
        _KINDS[kind] = cls

    def about(self) -> Mapping[str, object]:
        """What it is about besides the person, as the log has it."""
        return {name: value for name, value in dataclasses.asdict(self).items() if name != "member"}

    def pack(self) -> str:
        """The subject of the row, as JSON."""
        return json.dumps(fields.pack(self), sort_keys=True)

    @classmethod
    def unpack(cls, subject: str) -> Self:
        """The act that was packed so. Raises NoSuchAct."""
        try:
            return fields.unpack(cls, json.loads(subject))
        except (ValueError, TypeError, AttributeError) as error:
            raise NoSuchAct(f"{cls.kind}: {error}") from None


@dataclass(frozen=True)
class GrantOwner(JointAct, kind="grant_owner"):
    """The member becomes an owner."""


@dataclass(frozen=True)
class CodeForStaff(JointAct, kind="code_for_staff"):
    """The member, who holds a role, gets a one-time code in place of the password."""


@dataclass(frozen=True)
class ReenterAccount(JointAct, kind="reenter_account"):
    """A link leads back into the staff account of this person, who holds a role."""


@dataclass(frozen=True)
class RevokeCertificate(
    JointAct, kind="revoke_certificate", right=Act.HANDLE_CERTIFICATES, changes=("certificate", "state")
):
    """A certificate of the member holds no more, for this reason (content.verifying.standing.Reason)."""

    certificate: int
    reason: str


@dataclass(frozen=True)
class EraseMember(JointAct, kind="erase_member", right=Act.ANSWER_REQUESTS, changes=()):
    """The member is erased from the record. The log is told no fact of before: it would be what was erased."""


@dataclass(frozen=True)
class SendAnnouncement(JointAct, kind="send_announcement", right=Act.SEND_ANNOUNCEMENTS, changes=("state",)):
    """This announcement goes to more people than one person may write to. `member`: who wrote it."""

    announcement: int


@dataclass(frozen=True)
class MakeLetters(JointAct, kind="make_letters", right=Act.MAKE_LETTERS, changes=("state",)):
    """This batch of activation letters is made. `member`: who asked for it."""

    letters: int


def unpack(kind: str, subject: str) -> JointAct:
    """The act of a row. Raises NoSuchAct."""
    if kind not in _KINDS:
        raise NoSuchAct(kind)
    return _KINDS[kind].unpack(subject)


def kinds() -> Mapping[str, type[JointAct]]:
    """The acts by their kind."""
    return dict(_KINDS)


def fingerprint(act: JointAct, request: int, effect: Mapping[str, object]) -> str:
    """The fingerprint of what the second person was shown: the request, the act, and every fact of its effect."""
    said = json.dumps([request, act.kind, act.pack(), effect], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:FINGERPRINT]


def is_pin(text: str) -> bool:
    """Whether a text can be a PIN: 6 to 12 digits, neither all the same nor counted up or down."""
    digits = [int(letter) for letter in text if letter.isascii() and letter.isdigit()]
    if len(digits) != len(text) or not SHORTEST_PIN <= len(digits) <= LONGEST_PIN:
        return False
    steps = {(after - before) % 10 for before, after in itertools.pairwise(digits)}
    return steps not in ({0}, {1}, {9})


@dataclass(frozen=True)
class Asked:
    """An act that somebody asked for. `state` is "waiting", "done" or "refused"; `asker` is a name."""

    id: int
    act: JointAct
    why: str
    asked_by: int
    asker: str
    until: datetime
    state: str

    def waits(self, now: datetime) -> bool:
        """Whether it can still be decided."""
        return self.state == "waiting" and now < self.until
