"""Slow work that a route asks for between the two transactions of its turn, and its result."""

from dataclasses import dataclass

from content.announcing.attached import Unfit
from content.declarations.evidence import Bad
from storage.files.parts import Kept


@dataclass(frozen=True)
class VerifyPassword:
    """Compare a password with a stored hash. If `stored` is None, compare it with a hash of nothing, so that it takes
    as long.

    `former` is the form that older versions hashed. Such a hash, and one of other costs, is made anew.
    """

    stored: str | None
    password: str
    former: str


@dataclass(frozen=True)
class HashPassword:
    """Hash a password that was chosen; if it is `judged`, not one that is easily guessed."""

    password: str
    judged: bool = True


@dataclass(frozen=True)
class Download:
    """Fetch a file that was sent; at most 20 MB, Telegram's own limit for bots."""

    file_id: str
    kept: bool = False  # put it on record, whatever it is
    judged: bool = False  # say whether it is evidence that staff can open; if it is, put it on record
    shown: bool = False  # say whether it can go with an announcement (handlers.pictures.showable); put it on record


Work = VerifyPassword | HashPassword | Download


@dataclass(frozen=True)
class Prepared:
    """The result of slow work: what `bot` did between the two transactions of a turn."""

    work: Work
    matches: bool = False  # of VerifyPassword
    hashed: str = ""  # of HashPassword (empty: easily guessed); of VerifyPassword (not empty: replaces the stored one)
    content: bytes = b""  # of Download, not judged
    mime: str | Bad | Unfit = Bad.OTHER  # of Download, judged or shown
    kept: Kept | None = None  # of Download, kept or found good: it is on record, and nothing has taken it
    message_deleted: bool = False

    @property
    def file(self) -> Kept:
        """The file of a Download that was found good."""
        if self.kept is None:
            raise TypeError("nothing was kept")
        return self.kept
