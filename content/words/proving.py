"""The guide's questions on trainings, certificates, common lectures, the fee schedule and MAMIS, by topic."""

from typing import Protocol

from content.guide import Answers
from content.operator import Profile
from content.rules import Rules


class Proving(Protocol):
    def trainings(self, rules: Rules) -> Answers: ...

    def certificate(self, rules: Rules, profile: Profile) -> Answers: ...

    def common(self, rules: Rules) -> Answers: ...

    def fees(self, rules: Rules, profile: Profile) -> Answers: ...

    def mamis(self, rules: Rules) -> Answers: ...
