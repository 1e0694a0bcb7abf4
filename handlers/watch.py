"""What watching brings into the chat: the course's card, with the chapter that is now 受講済."""

from content.letters import ChapterDone
from content.refusals import NoSuchCourse
from handlers import course
from handlers.screens.screen import Screen
from handlers.turn import Turn, Unwanted, Writes
from storage.post.letters import Letter


def write(turn: Turn, letter: Letter[ChapterDone]) -> Screen | Unwanted:
    """The card edits the one that is open in the chat."""
    try:
        return course.card(turn, letter.key.course)
    except NoSuchCourse:
        return Unwanted("the course is withdrawn")


ROUTES = ()
LETTERS = (Writes(ChapterDone, write),)
