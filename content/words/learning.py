"""The guide's questions on logging in, courses, codes, tests, credits, the journal and the radio, by topic."""

from datetime import date
from typing import Protocol

from content.guide import Answers
from content.operator import Profile
from content.rules import Rules


class Learning(Protocol):
    def login(self, rules: Rules, today: date, profile: Profile) -> Answers:
        """The change of IDs reads as planned before its day, and as once announced from that day on."""

    def courses(self, rules: Rules, profile: Profile) -> Answers: ...

    def codes(self, rules: Rules) -> Answers: ...

    def test(self, rules: Rules) -> Answers: ...

    def credits(self, rules: Rules) -> Answers: ...

    def journal(self, rules: Rules) -> Answers: ...

    def radio(self, rules: Rules) -> Answers: ...
