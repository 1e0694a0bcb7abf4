"""Slow work that a route asks for between the two transactions of its turn, and what came of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class VerifyPassword:
    """Compare a password with a stored hash (None: with a hash of nothing, so that it takes as long).

    `former` is the form that older versions hashed; such a hash, and one of other costs, is made anew.
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


Work = VerifyPassword | HashPassword | Download


@dataclass(frozen=True)
class Prepared:
    """What `bot` did between the two transactions of a turn that needs something slow."""

    work: Work
    matches: bool = False  # of VerifyPassword
    hashed: str = ""  # of HashPassword, empty if it is easily guessed; of VerifyPassword, if its hash is to be replaced
    content: bytes = b""  # of Download
    message_deleted: bool = False
