"""Every screen of the product, made of facts as they are and of facts as long as they may be."""

from content.words import EN, JA
from tests.gallery import (
    courses,
    declare,
    desk,
    entering,
    fees,
    helping,
    joint,
    journal,
    log,
    radio,
    reasons,
    rights,
    staff,
    tests_and_papers,
    trainings,
)
from tests.gallery.hanging import Exhibit

ROOMS = (
    entering,
    helping,
    courses,
    tests_and_papers,
    journal,
    trainings,
    declare,
    reasons,
    fees,
    radio,
    staff,
    rights,
    log,
    joint,
    desk,
)


def gallery() -> dict[str, Exhibit]:
    """Every exhibit by "ja quiz.question: largest"."""
    return {
        f"{words.language} {one.function}: {one.name}": one
        for words in (JA, EN)
        for room in ROOMS
        for one in room.exhibits(words)
    }
