"""Courses for tests of the self-assessment. Each choice says whether it is right."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from content.study.course import Course, Question, Retake, Review
from tests import samples

KEY = "right"
FIVE = ((1,), (2,), (3,), (4,), (5,))
MIXED = ((1,), (2, 4), (3,), (1, 5), (5,))


def a_course(rights: Sequence[Iterable[int]], *, slug: str = "hypertension", retake: Retake | None = None) -> Course:
    """A course with these right choices, out of five for each question ("Q2 right 4").

    A question's answer is to be reviewed in the chapter of the same number, or in the third if its number is higher;
    the second is 100 times the questions before it, so for the first question it is 0.
    """
    questions = tuple(
        Question(
            number=number,
            text=f"Q{number}",
            choices=tuple(f"Q{number} {KEY if one in set(right) else 'wrong'} {one}" for one in range(1, 6)),
            right=frozenset(right),
            explanation=f"E{number}",
            review=Review(chapter=min(number, 3), second=100 * (number - 1)),
        )
        for number, right in enumerate(rights, start=1)
    )
    chapters = [samples.chapter(number, source=f"{slug}{number}.mp4", seconds=600) for number in (1, 2, 3)]
    return replace(samples.course(slug, chapters=chapters), questions=questions, retake=retake or Retake())


def reworded(course: Course) -> Course:
    """Another edition, in which right and wrong choices have changed places."""
    questions = tuple(
        replace(one, text=f"{one.text} reworded", right=frozenset(range(1, 6)) - one.right) for one in course.questions
    )
    return replace(course, questions=questions)
