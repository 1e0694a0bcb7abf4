"""The files of requests. What a member sent can't be passed on by staff; what staff sent is the member's to keep."""

from dataclasses import dataclass

from content.declarations.evidence import jpeg_name
from content.requests.requesting import By, File, Message
from content.words import Words
from handlers.screens.screen import Paper, Place, Screen, page

HEIC = "image/heic"


@dataclass(frozen=True)
class SentFile(Paper, protected=True):
    """A file that a member sent to staff, as staff see it."""

    message_id: int
    file_id: int
    file_name: str


@dataclass(frozen=True)
class SentHeic(Paper, protected=True):
    """The same, an iPhone's photo, shown as a JPEG, which every desk can open."""

    message_id: int
    file_id: int
    file_name: str


@dataclass(frozen=True)
class OwnFile(Paper):
    """A file of a request as its member sees it: of an answer, or of the member's own."""

    message_id: int
    file_id: int
    file_name: str


@dataclass(frozen=True)
class OwnHeic(Paper):
    """The same, an iPhone's photo, shown as a JPEG."""

    message_id: int
    file_id: int
    file_name: str


def to_member(request: int, message: Message, place: int, file: File, words: Words) -> Screen:
    """A file for the member of the request. `place`: which of the message's files it is (from 1)."""
    heic, say = file.mime == HEIC, words.requests
    paper = OwnHeic(message.id, file.id, jpeg_name(file.name)) if heic else OwnFile(message.id, file.id, file.name)
    caption = say.file_caption(place, file.name)
    return Screen(page(say.file_title(request), caption), place=Place.OWN, paper=paper)


def to_staff(request: int, message: Message, place: int, file: File, words: Words) -> Screen:
    """The same for staff: a member's file can't be forwarded or saved."""
    if message.by is not By.MEMBER:
        return to_member(request, message, place, file, words)
    heic, say = file.mime == HEIC, words.answering
    paper = SentHeic(message.id, file.id, jpeg_name(file.name)) if heic else SentFile(message.id, file.id, file.name)
    caption = say.file_caption(place, file.name)
    return Screen(page(say.file_title(request), caption), place=Place.OWN, paper=paper)
