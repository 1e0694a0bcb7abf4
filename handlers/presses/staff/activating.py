"""The keys of the buttons of the room for activation letters."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class LetterRoom(Press, tag="kl"):
    """The room, with the latest batches."""


@dataclass(frozen=True)
class MakeForAll(Press, tag="km"):
    """Order letters for all who have not logged in."""


@dataclass(frozen=True)
class AskPrefecture(Press, tag="kn"):
    """Order them for a prefecture: which?"""


@dataclass(frozen=True)
class OpenBatch(Press, tag="ko"):
    """A batch, as it stands now."""

    batch: int


@dataclass(frozen=True)
class GetFile(Press, tag="kp"):
    """A link to the file of a batch, and the number that opens it."""

    batch: int


@dataclass(frozen=True)
class AskList(Press, tag="kq"):
    """Order them for the members of a file: which?"""


@dataclass(frozen=True)
class OrderForList(Press, tag="kr"):
    """Order letters for the list of this batch, as it was read."""

    batch: int


@dataclass(frozen=True)
class GetRefused(Press, tag="ks"):
    """The lines of its list for which no letter is made, as a file."""

    batch: int


@dataclass(frozen=True)
class DropOrder(Press, tag="kt"):
    """Give a list or an order up before anything is made."""

    batch: int
