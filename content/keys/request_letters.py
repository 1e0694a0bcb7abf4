"""The kinds of letters about requests (ご依頼), to members and to staff. All others are in content/keys/letters.py. It
says what a new kind needs.
"""

from dataclasses import dataclass
from datetime import date

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class RequestSettled(LetterKey, kind="request_settled", again=True, waits=True):
    """Staff answered a request of the member, or closed it: by this message."""

    request: int
    message: int


@dataclass(frozen=True)
class AnswerFile(LetterKey, kind="answer_file", again=True, waits=True):
    """Brings a file that goes with the answer to a request to the member."""

    request: int
    message: int
    file: int


@dataclass(frozen=True)
class RequestFile(LetterKey, kind="request_file", again=True, waits=False):
    """Brings a file of a request to who asked for it: the member, or somebody of staff."""

    request: int
    message: int
    file: int


@dataclass(frozen=True)
class CaseAsked(LetterKey, kind="case_asked", again=True, waits=True):
    """Staff ask the member about a declaration or a claim, by this message of its request."""

    request: int
    message: int


@dataclass(frozen=True)
class RequestAdded(LetterKey, kind="request_added", again=True, waits=True):
    """To who of staff has the request: the member has added this message to it."""

    request: int
    message: int


@dataclass(frozen=True)
class RequestHanded(LetterKey, kind="request_handed", again=True, waits=True):
    """To somebody of staff: a colleague handed the request on to them."""

    request: int
    by: int


@dataclass(frozen=True)
class RequestsDue(LetterKey, kind="requests_due", again=True, waits=True):
    """To staff: requests are due on this day."""

    day: date
