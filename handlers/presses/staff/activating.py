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
