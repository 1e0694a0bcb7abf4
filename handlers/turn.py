"""What a handler is given, and how a feature says which of its functions answers what.

A handler is a plain function, (turn, what was said) -> Screen, inside one open transaction: returning means done,
raising means that nothing happened. It never meets a telegram.Update, a field of Telegram's that may be
missing, a commit or a clock. In our own values absence is `X | None`, and it is handled where it arises.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from content.keys.note import Note
from content.operator import Profile, SigningKind
from content.refusals import NotAMember, NotLoggedIn
from content.rules import Rulebook, Rules
from content.text import shapes
from content.words import Words
from handlers.addresses import Links
from handlers.due import Rounds
from handlers.incoming import Sender, Sent
from handlers.press import Press
from handlers.screens.screen import Screen
from handlers.unwanted import Unwanted as Unwanted
from handlers.work import Prepared, Work
from storage.engine.cipher import Cipher
from storage.people.chat import Caller, Chat
from storage.post.letters import Letter


@dataclass(frozen=True)
class House:
    """What is made once and handed down to every turn. `signs`: a key signs certificates. `rounds`: of all features."""

    rulebook: Rulebook
    links: Links
    cipher: Cipher
    profile: Profile
    signs: bool = False
    rounds: tuple[Rounds, ...] = ()

    @property
    def signed(self) -> SigningKind | None:
        """By which kind of key certificates are signed now; None: by no key."""
        return self.profile.signing_key if self.signs else None


@dataclass(frozen=True)
class Visit:
    """A turn of anybody: an open transaction, the chat, and the one moment at which everything in it happens."""

    session: Session
    chat: Chat
    now: datetime
    words: Words
    house: House
    update_id: int
    sender: Sender = field(default=Sender(), kw_only=True)

    @property
    def rules(self) -> Rules:
        return self.house.rulebook.now(self.now)

    @property
    def profile(self) -> Profile:
        """Who runs this bot."""
        return self.house.profile


@dataclass(frozen=True)
class Turn(Visit):
    """A turn of a member who is logged in."""

    member: Caller

    @property
    def person_id(self) -> int:
        return self.member.id


@dataclass(frozen=True)
class AccountTurn(Visit):
    """A turn of whoever is logged in: a member, or somebody with a staff account."""

    person_id: int


@dataclass(frozen=True)
class StaffTurn(AccountTurn):
    """A turn of a person who holds the role that the route asks for."""

    role: str


Personal = Turn | AccountTurn
"""A turn of a person, for whom it is no matter whether the person is a member."""
T = TypeVar("T", bound=Visit)
P = TypeVar("P", bound=Press)
S = TypeVar("S")
W = TypeVar("W")
K = TypeVar("K", bound=LetterKey)
N = TypeVar("N", bound=Note)


@dataclass(frozen=True)
class Who(Generic[T]):
    """Who may take a route: `admit` makes the turn, raises the refusal, or refuses by a screen, which commits."""

    admit: Callable[[Visit], T | Screen]


def _as_member(visit: Visit) -> Turn:
    if visit.chat.caller is None:
        raise NotLoggedIn if visit.chat.staff_id is None else NotAMember
    return Turn(
        visit.session, visit.chat, visit.now, visit.words, visit.house, visit.update_id, member=visit.chat.caller
    )


def _as_person(visit: Visit) -> AccountTurn:
    person = visit.chat.person_id
    if person is None:
        raise NotLoggedIn
    return AccountTurn(visit.session, visit.chat, visit.now, visit.words, visit.house, visit.update_id, person)


def _as_reader(visit: Visit) -> Visit:
    is_stranger = visit.chat.caller is None and visit.chat.staff_id is None
    return visit if is_stranger else _as_member(visit)


ANYONE = Who[Visit](lambda visit: visit)
MEMBER = Who[Turn](_as_member)
READER = Who[Visit](_as_reader)
"""Whoever reads what is published: a member (a Turn), or somebody who is not logged in."""
LOGGED_IN = Who[AccountTurn](_as_person)


def read_by(
    member: Callable[[Turn, S], Screen], stranger: Callable[[Visit, S], Screen]
) -> Callable[[Visit, S], Screen]:
    """The act of a route for a READER: one for a member, another for somebody who is not logged in."""
    return lambda visit, said: member(visit, said) if isinstance(visit, Turn) else stranger(visit, said)


@dataclass(frozen=True)
class On(Generic[T, P]):
    """A button: the handler gets its key."""

    press: type[P]
    act: Callable[[T, P], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Command(Generic[T]):
    """A command: the handler gets the text that follows it. `menu` puts it into Telegram's list of commands.

    `hides`: people type a password after this command, so a message that has a text after it is deleted.
    """

    name: str
    act: Callable[[T, str], Screen]
    who: Who[T]
    menu: bool = True
    hides: bool = False


@dataclass(frozen=True)
class Opens(Generic[T]):
    """A deep link, /start PREFIX_…: the handler gets what follows the prefix and its underscore. `hides`: that is a
    secret, so the message is deleted.
    """

    prefix: str
    act: Callable[[T, str], Screen]
    who: Who[T]
    hides: bool = False


@dataclass(frozen=True)
class Hears(Generic[T, N]):
    """A text, while the chat awaits a note of this type (Chat.awaits): the handler gets that note.

    `hides` says whether a text may be a password that was typed too early or too late: its message is then deleted.
    `fits` says whether a text can be an answer, with a slip too. If it can't, it is looked for first: see
    handlers.finding.
    """

    note: type[N]
    act: Callable[[T, N, str], Screen]
    who: Who[T]
    fits: Callable[[N, str], bool] = shapes.anything
    hides: Callable[[str], bool] = lambda _text: False


@dataclass(frozen=True)
class HearsSecret(Generic[T, N]):
    """A password, while the chat awaits a note of this type. Its message is deleted at once.

    `prepare`, in a transaction of its own, says which slow work is needed, or answers right away. `act` then judges
    with the result of that work, in a second transaction. `timed`: the note itself says until when it holds.
    """

    note: type[N]
    prepare: Callable[[T, N, str], Work | Screen]
    act: Callable[[T, N, str, Prepared], Screen]
    who: Who[T]
    timed: bool = False


@dataclass(frozen=True)
class Receives(Generic[T, N]):
    """A message other than a text, while the chat awaits a note of this type.

    `prepare` answers at once (it has to, if the message holds no file) or asks for the download. Several files come at
    once, and the chat goes on meanwhile: `act` gets the note that the chat had when the file came, and it must not
    touch the note that the chat has by then.
    """

    note: type[N]
    prepare: Callable[[T, N, Sent], Work | Screen]
    act: Callable[[T, N, Sent, Prepared], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Writes(Generic[K]):
    """How letters of this key are written when they are due: by the record of that moment.

    A screen at Place.LIVING edits the living message if that shows the same subject. Otherwise it is a new message.
    """

    key: type[K]
    make: Callable[[Turn, Letter[K]], Screen | Unwanted]
    records: bool = False  # to write it changes the record; written again, if it was not sent, it changes nothing more


@dataclass(frozen=True)
class WritesToAll(Writes[K]):
    """The same for letters that also go to people with a staff account."""

    make: Callable[[Personal, Letter[K]], Screen | Unwanted]
