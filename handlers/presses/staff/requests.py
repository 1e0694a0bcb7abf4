"""The keys of the buttons of requests, as staff have them. `page`: the page of the queue that it was found on."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Asked(Press, tag="vl"):
    """A page of the requests that wait."""

    page: int


@dataclass(frozen=True)
class OpenAsked(Press, tag="vo"):
    """A request, with this one of its messages (from 1; 0: the last one)."""

    request: int
    page: int = 1
    place: int = 0


@dataclass(frozen=True)
class TakeRequest(Press, tag="vt"):
    """Take it from `holder`, the person who had it when this was shown; 0: nobody had it."""

    request: int
    page: int
    holder: int


@dataclass(frozen=True)
class PutBack(Press, tag="vb"):
    """Let nobody have it any more."""

    request: int
    page: int


@dataclass(frozen=True)
class ToWhom(Press, tag="vh"):
    """Hand it on: to whom? A page of colleagues."""

    request: int
    page: int
    people: int


@dataclass(frozen=True)
class HandOn(Press, tag="vp"):
    """Hand it on to this person."""

    request: int
    page: int
    person: int


@dataclass(frozen=True)
class AskNote(Press, tag="vn"):
    """Write a note for colleagues."""

    request: int
    page: int


@dataclass(frozen=True)
class AskMember(Press, tag="va"):
    """Ask the member about a declaration or a claim, or go on with the question that is not sent."""

    request: int
    page: int


@dataclass(frozen=True)
class SendQuestion(Press, tag="ve"):
    """Send this question to the member."""

    request: int
    page: int
    message: int


@dataclass(frozen=True)
class OpenCase(Press, tag="vi"):
    """The declaration or the claim that a request belongs to."""

    request: int
    page: int = 1


@dataclass(frozen=True)
class WriteAnswer(Press, tag="vw"):
    """Write an answer, or go on with it."""

    request: int
    page: int


@dataclass(frozen=True)
class RewriteAnswer(Press, tag="vz"):
    """Let the next text replace what is written."""

    request: int
    page: int


@dataclass(frozen=True)
class RemoveAnswerFile(Press, tag="vr"):
    request: int
    page: int
    file: int


@dataclass(frozen=True)
class ReviewAnswer(Press, tag="vq"):
    """See the whole answer before it is sent."""

    request: int
    page: int


@dataclass(frozen=True)
class SendAnswer(Press, tag="vs"):
    """Send this answer. `seen`: the member's last message that was there when it was reviewed."""

    request: int
    page: int
    message: int
    seen: int


@dataclass(frozen=True)
class DiscardAnswer(Press, tag="vd"):
    """Remove an answer that is not sent."""

    request: int
    page: int


@dataclass(frozen=True)
class AskClose(Press, tag="vc"):
    """Close it without an answer: for which reason? `seen`: the member's last message that was there."""

    request: int
    page: int
    seen: int = 0


@dataclass(frozen=True)
class CloseRequest(Press, tag="vx"):
    """Close it for one of the usual reasons (numbered from 0)."""

    request: int
    page: int
    reason: int
    seen: int = 0


@dataclass(frozen=True)
class FetchAsked(Press, tag="vf"):
    """Have a file of a message sent."""

    request: int
    message: int
    file: int
