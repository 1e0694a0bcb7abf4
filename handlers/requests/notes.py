"""What a chat waits to hear while somebody writes within a request: text, and files."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar, TypeVar

from content.declarations.evidence import MOST_BYTES, Added, Bad
from content.keys.note import Note
from content.requests import requesting
from content.requests.ceilings import RequestRules
from content.requests.requesting import NEVER, Message, Slip
from handlers.incoming import Sent


@dataclass(frozen=True)
class OfText(Note):
    """Text and files of the message that the person writes in this request. `anew`: the next text replaces what is
    written. `cut`: when the last text came that was too long.
    """

    tells_rest: ClassVar[bool] = True
    request: int
    anew: bool = False
    cut: datetime = NEVER


@dataclass(frozen=True)
class AwaitRequest(OfText, expects="request"):
    """What the member asks, or adds."""


@dataclass(frozen=True)
class AwaitAnswer(OfText, expects="request_answer"):
    """What staff answer. `page`: the page of the queue from which the request was opened."""

    page: int = 1


N = TypeVar("N", bound=OfText)


def heard(note: OfText, one: Message, typed: str, rules: RequestRules, now: datetime) -> str | Slip:
    """What the message says with this text; or why the text is not taken. A text of over 4096 characters comes in
    several messages: none of them is taken, although the last one may be short.
    """
    if now < note.cut + timedelta(seconds=rules.cut_s):
        return Slip.REST
    return requesting.text(typed, rules.longest, "" if note.anew else one.text)


def then(note: N, said: str | Slip, now: datetime) -> N:
    """What the chat waits for after this."""
    if not isinstance(said, Slip):
        return replace(note, anew=False, cut=NEVER)
    return replace(note, cut=now) if said in (Slip.LONG, Slip.REST) else note


def without_download(sent: Sent, one: Message, rules: RequestRules) -> Bad | Added | None:
    """Why a file is not taken, as far as that can be told without a download: the message states its size."""
    if not sent.file_id:
        return Bad.NO_FILE
    if sent.size > MOST_BYTES:
        return Bad.TOO_BIG
    return Added.FULL if len(one.files) >= rules.files else None
