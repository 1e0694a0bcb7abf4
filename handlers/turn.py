"""What a handler is given, and how a feature says which of its functions answers what.

A handler is a plain function, (turn, what was said) -> Screen, inside one open transaction: returning means done,
raising means that nothing happened. It never meets a telegram.Update, an Optional, a commit or a clock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from sqlalchemy.orm import Session

from content.refusals import NotLoggedIn, NotUnderstood
from content.rules import Rulebook, Rules
from content.words import Words
from handlers.incoming import Sent
from handlers.press import Press
from handlers.screens.screen import Screen
from storage.engine.cipher import Cipher
from storage.people import chats
from storage.post.letters import Letter
from storage.staff import roles as staff


class Links(Protocol):
    """Makes addresses that the pages will accept."""

    def watch(self, member_id: int, film_id: int, now: datetime) -> str:
        """A signed, expiring address of the watch page of this film for this member."""

    def checkin(self, training_id: int, until: datetime) -> str:
        """A signed address of the page that shows this training's check-in code, good until then."""

    @property
    def mini_apps(self) -> bool:
        """Whether addresses are https, so that Telegram opens them inside itself."""


@dataclass(frozen=True)
class House:
    """What is made once and handed down to every turn."""

    rulebook: Rulebook
    links: Links
    cipher: Cipher


@dataclass(frozen=True)
class Visit:
    """A turn of anybody: an open transaction, the chat, and the one moment at which all of it happens."""

    session: Session
    chat: chats.Chat
    now: datetime
    words: Words
    house: House
    update_id: int

    @property
    def rules(self) -> Rules:
        return self.house.rulebook.now(self.now)


@dataclass(frozen=True)
class Turn(Visit):
    """A turn of somebody who is logged in."""

    member: chats.Caller


@dataclass(frozen=True)
class StaffTurn(Turn):
    """A turn of a member who holds the role that the route asks for."""

    role: str


T = TypeVar("T", bound=Visit)
P = TypeVar("P", bound=Press)
W = TypeVar("W")


@dataclass(frozen=True)
class Who(Generic[T]):
    """Who may take a route; `admit` makes the turn or raises the refusal."""

    admit: Callable[[Visit], T]


def _as_member(visit: Visit) -> Turn:
    if visit.chat.caller is None:
        raise NotLoggedIn
    return Turn(
        visit.session, visit.chat, visit.now, visit.words, visit.house, visit.update_id, member=visit.chat.caller
    )


def _as_staff(*roles: str) -> Callable[[Visit], StaffTurn]:
    def admit(visit: Visit) -> StaffTurn:
        held = staff.roles(visit.session, visit.chat.caller.id) if visit.chat.caller else frozenset()
        role = next((role for role in roles if role in held), None)
        if role is None or visit.chat.caller is None:
            raise NotUnderstood
        return StaffTurn(
            visit.session, visit.chat, visit.now, visit.words, visit.house, visit.update_id, visit.chat.caller, role
        )

    return admit


ANYONE = Who[Visit](lambda visit: visit)
MEMBER = Who[Turn](_as_member)
SUPPORTING = ("support", "owner")
"""The roles that help members and decide."""
SUPPORT = Who[StaffTurn](_as_staff(*SUPPORTING))


@dataclass(frozen=True)
class VerifyPassword:
    """Compare a password with a stored hash (None: with a hash of nothing, so that it takes as long)."""

    stored: str | None
    password: str


@dataclass(frozen=True)
class HashPassword:
    """Hash a password that was chosen."""

    password: str


@dataclass(frozen=True)
class Download:
    """Fetch a file that was sent; at most 20 MB, Telegram's own limit for bots."""

    file_id: str


Work = VerifyPassword | HashPassword | Download


@dataclass(frozen=True)
class Prepared:
    """What `bot` did between the two transactions of a turn that needs something slow."""

    work: Work
    matches: bool = False  # of VerifyPassword
    hashed: str = ""  # of HashPassword
    content: bytes = b""  # of Download
    message_deleted: bool = False


@dataclass(frozen=True)
class On(Generic[T, P]):
    """A button."""

    press: type[P]
    act: Callable[[T, P], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Command(Generic[T]):
    """A command; the handler hears what follows it. `menu` puts it into Telegram's list of commands."""

    name: str
    act: Callable[[T, str], Screen]
    who: Who[T]
    menu: bool = True


@dataclass(frozen=True)
class Opens(Generic[T]):
    """A deep link: /start PREFIX_…; the handler hears what follows the prefix and its underscore."""

    prefix: str
    act: Callable[[T, str], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Hears(Generic[T]):
    """A text, while the chat expects `expects` (Chat.expects)."""

    expects: str
    act: Callable[[T, str], Screen]
    who: Who[T]


@dataclass(frozen=True)
class HearsSecret(Generic[T]):
    """A password. Its message is deleted at once; `prepare`, in a transaction of its own, says what slow work it needs
    or answers right away; `act` then judges with the work done, in a second transaction.
    """

    expects: str
    prepare: Callable[[T, str], Work | Screen]
    act: Callable[[T, str, Prepared], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Receives(Generic[T]):
    """What is no text, while the chat expects `expects`. `prepare` answers at once (where there is no file in it, at
    the latest) or asks for the download. Files come several at once and the chat goes on meanwhile: `act` finds in its
    turn what the chat expected and noted when the file came, and leaves alone what it expects by now.
    """

    expects: str
    prepare: Callable[[T, Sent], Work | Screen]
    act: Callable[[T, Sent, Prepared], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Finds(Generic[T]):
    """Any text that nobody expects. One feature has it."""

    act: Callable[[T, str], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Unwanted:
    """The letter is not to be sent after all, and why (for the record)."""

    why: str


@dataclass(frozen=True)
class Writes:
    """A kind of letter: what it says when its time has come, by the record of that moment.

    `again`: it may arrive twice rather than never. `nudge`: it waits for the end of quiet hours. A screen at
    Place.LIVING edits the living message where that shows the same subject, and is a new message elsewhere.
    """

    kind: str
    make: Callable[[Turn, Letter], Screen | Unwanted]
    again: bool
    nudge: bool


Route = On[T, P] | Command[T] | Opens[T] | Hears[T] | HearsSecret[T] | Receives[T] | Finds[T]
