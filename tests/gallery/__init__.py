"""Every screen of the product, made of facts as they are and of facts as long as they may be."""

from collections.abc import Iterator

from content.operator import Profile
from content.words import EN, JA, Words
from tests.gallery import (
    activated,
    announcing,
    cared,
    certificates,
    courses,
    crediting,
    declare,
    desk,
    entering,
    exporting,
    fees,
    helping,
    homes,
    importing,
    inviting,
    issued,
    joint,
    journal,
    log,
    membership,
    personal,
    planned,
    radio,
    reasons,
    requests,
    rights,
    staff,
    tests_and_papers,
    trainings,
    verifying,
    viewing,
)
from tests.gallery.hanging import Exhibit
from tests.operators import SAMPLE

ROOMS = (
    journal,
    trainings,
    radio,
    staff,
    rights,
    log,
    exporting,
    importing,
    inviting,
    joint,
    desk,
    cared,
    requests,
    verifying,
    issued,
    announcing,
)


OF_OPERATOR = (
    activated,
    crediting,
    entering,
    homes,
    helping,
    courses,
    tests_and_papers,
    certificates,
    reasons,
    fees,
    declare,
    personal,
    planned,
    membership,
    viewing,
)
"""Rooms whose screens speak of the operator."""


def gallery(profile: Profile = SAMPLE) -> dict[str, Exhibit]:
    """Every exhibit of this operator's bot, by "ja quiz.question: largest"."""
    return {
        f"{words.language} {one.function}: {one.name}": one
        for words in (JA, EN)
        for exhibits in (*_of_all(words), *(room.exhibits(words, profile) for room in OF_OPERATOR))
        for one in exhibits
    }


def _of_all(words: Words) -> Iterator[Iterator[Exhibit]]:
    return (room.exhibits(words) for room in ROOMS)
