"""申告書, field by field: what is asked, why an answer is not accepted, and the files of evidence."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.curriculum import Code
from content.declarations.declaring import Declared, Kind, Slip, Step
from content.declarations.evidence import Bad
from content.rules import Rules


class DeclareSteps(Protocol):
    """`first` is the earliest day that can be declared now."""

    def kind(self, kind: Kind) -> str: ...

    def step(self, step: Step) -> str:
        """The name of a field; on a button of two in a row."""

    def step_title(self, step: Step) -> str:
        """申告書　内容（2 / 7）"""

    def ask(self, step: Step, rules: Rules, first: date) -> Sequence[str]:
        """What is asked, and how to write the answer."""

    def by_button(self) -> str:
        """The member typed something, but the kind is chosen by a button."""

    def present(self, said: str) -> str:
        """What the field holds now."""

    def value(self, step: Step, one: Declared) -> str:
        """What a field of the declaration holds, as people read it; empty if it holds nothing."""

    def today(self) -> str: ...

    def yesterday(self) -> str: ...

    def number(self, half_units: int) -> str:
        """1.5, on a button of four in a row."""

    def skip(self) -> str: ...

    def several(self, found: Sequence[Code], further: int) -> Sequence[str]:
        """The text fits several codes. `further` of them are not listed."""

    def code(self, number: int) -> str:
        """On a button of three in a row."""

    def remove(self, number: int) -> str:
        """On a button of three in a row."""

    def to_review(self) -> str: ...

    def later(self) -> str: ...

    def slip(self, slip: Slip, rules: Rules, first: date) -> str:
        """Why the answer is not accepted, what stays on record, and what to do."""

    def bad_file(self, bad: Bad) -> str: ...

    def added(self, name: str, number: int, most: int) -> str: ...

    def added_before(self) -> str: ...

    def full(self, most: int) -> str: ...

    def no_room(self, files: int, megabytes: int) -> str:
        """So many files of the member are kept, in all declarations that are not decided."""

    def too_late_for_file(self) -> str:
        """The declaration is no longer a draft."""

    def removed(self) -> str:
        """A toast."""
