"""What watching brings into the chat: the course's card, with the chapter that is now 受講済."""

from content.refusals import NoSuchCourse
from handlers import course
from handlers.screens.screen import Screen
from handlers.turn import Turn, Unwanted, Writes
from storage.post.letters import Letter

KIND = "chapter"


def write(turn: Turn, letter: Letter) -> Screen | Unwanted:
    """`subject`: "course:5:2", the course and the chapter. The card edits the one that is open in the chat."""
    course_id = int(letter.subject.split(":")[1])
    try:
        return course.card(turn, course_id)
    except NoSuchCourse:
        return Unwanted("the course is withdrawn")


ROUTES = ()
LETTERS = (Writes(KIND, write, again=True, nudge=False),)
