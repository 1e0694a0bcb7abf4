"""Invitations of staff who are no members: who is invited, who opened the link, and how it ended. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

OPEN_FOR = timedelta(hours=24)
"""How long the link can be opened, and once it was opened, how long it can be confirmed."""

LONGEST_NAME = 40
PREFIX = "staff"
"""What stands before the token in the link: /start staff_TOKEN."""


class State(StrEnum):
    """How far an invitation has come. Past its hours, one that is `sent` or `opened` is over as well."""

    SENT = "sent"
    OPENED = "opened"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class Opening(StrEnum):
    """What came of opening the link. `NEW` and `AGAIN` are the answers to the one person who may use it."""

    NEW = "opened"
    AGAIN = "opened before by the same person"
    TAKEN = "opened before by somebody else"
    OVER = "over: decided, withdrawn, older than a day, or the inviter is no owner any more"
    MEMBER = "a member is logged in"
    STAFF = "a staff account is logged in"
    UNKNOWN = "no such invitation"


@dataclass(frozen=True)
class Opener:
    """The Telegram account that opened the link, as the inviter is shown it. `username` may be empty."""

    telegram_id: int
    name: str
    username: str


@dataclass(frozen=True)
class Invitation:
    """An invitation. `again`: it leads back into an account that is there, and `role` has all roles that were held
    then, with commas. `person` is the account, once there is one.

    `until` is the end of the time in which the present state can go on. Without `by` the operator invites.
    """

    id: int
    name: str
    role: str
    why: str
    again: bool
    person: int | None
    by: int | None
    until: datetime
    state: State
    chat: int | None
    opener: Opener | None
    turned_away: int

    def can_be_opened(self, now: datetime) -> bool:
        return self.state is State.SENT and now < self.until

    def can_be_decided(self, now: datetime) -> bool:
        return self.state is State.OPENED and now < self.until
