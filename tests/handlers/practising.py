"""A member who has failed a test and practises its wrong questions, by the labels that are seen."""

import pytest

from content.refusals import Refusal
from handlers.presses.study.course import OpenCourse
from handlers.presses.study.practice import Give, Pick, Practise, Unpick
from tests.handlers.sitting import Sitter

PRACTISE = "間違えた問題を練習する"


class Practiser(Sitter):
    """Has failed the test. `failed` is the attempt; the places from `right` + 1 on are wrong."""

    failed: int

    def fails(self, right: int) -> None:
        self.sits(right)
        self.failed = self.attempt

    def practises(self) -> list[str]:
        self.taps(PRACTISE)
        return self.talk.lines

    def next_place(self) -> int:
        """The place in the attempt of the question that is seen."""
        (place,) = {button.press.place for button in self.talk.buttons if isinstance(button.press, Pick)}
        return place

    def card(self) -> list[list[str]]:
        """The buttons of the course's card."""
        self.presses(OpenCourse(self.listed.id))
        return self.talk.labels

    def answers_it(self, *, rightly: bool) -> list[str]:
        """The question that is seen, with all its ticks."""
        for number in self.key() if rightly else self.slips()[:1]:
            self.taps(str(number))
        if ["この解答にする"] in self.talk.labels:
            self.taps("この解答にする")
        return self.talk.lines


def refused(aoi: Practiser, press: Practise | Pick | Unpick | Give) -> Refusal:
    with pytest.raises(Refusal) as no:
        aoi.presses(press)
    return no.value
