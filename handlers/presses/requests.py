"""The keys of the buttons of requests, as members have them."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Requests(Press, tag="ml"):
    """A page of the member's requests."""

    page: int


@dataclass(frozen=True)
class NewRequest(Press, tag="mn"):
    """Choose what it is about."""


@dataclass(frozen=True)
class BeginRequest(Press, tag="mb"):
    """Begin a request of this kind, or let the draft be of it."""

    kind: str


@dataclass(frozen=True)
class OpenRequest(Press, tag="mo"):
    """A request, with this one of its messages (from 1; 0: the last one)."""

    request: int
    place: int = 0


@dataclass(frozen=True)
class WriteRequest(Press, tag="mw"):
    """Write in it: what is not sent yet, or something to add."""

    request: int


@dataclass(frozen=True)
class RewriteRequest(Press, tag="ma"):
    """Let the next text replace what is written."""

    request: int


@dataclass(frozen=True)
class RemoveRequestFile(Press, tag="mr"):
    request: int
    file: int


@dataclass(frozen=True)
class ReviewRequest(Press, tag="mq"):
    """See all that is written before it is sent."""

    request: int


@dataclass(frozen=True)
class SendRequest(Press, tag="ms"):
    """Send this message to staff."""

    request: int
    message: int


@dataclass(frozen=True)
class AskDiscardRequest(Press, tag="mx"):
    request: int


@dataclass(frozen=True)
class DiscardRequest(Press, tag="my"):
    """Remove what is written and not sent."""

    request: int


@dataclass(frozen=True)
class AskWithdrawRequest(Press, tag="mv"):
    request: int


@dataclass(frozen=True)
class WithdrawRequest(Press, tag="mu"):
    request: int


@dataclass(frozen=True)
class FetchFile(Press, tag="mf"):
    """Have a file of a message sent."""

    request: int
    message: int
    file: int
