"""The screens on which staff decide declarations (申告書). content.words.declare has the words for their content."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.declarations.declaring import Declared, State
from content.values import CreditKind


class Declarations(Protocol):
    def title(self, waiting: int) -> str: ...

    def line(self, number: int, name: str, member_no: str, one: Declared, waited: str) -> str: ...

    def card_title(self, number: int, name: str, kana: str) -> str: ...

    def fact(self, name: str, value: str) -> str:
        """The name of a field, and what the member wrote in it."""

    def year(self, year: int) -> str:
        """The fiscal year in which it would count."""

    def file(self, number: int, name: str, size: int) -> str:
        """One of its files; `size` in bytes."""

    def to_file(self, number: int) -> str: ...

    def alike(self, one: Declared, *, same_day: bool, same_code: bool, same_file: bool) -> str:
        """Another declaration of the member that may report the same learning."""

    def earned(self, kind: CreditKind, title: str, half_units: int, *, same_code: bool) -> str:
        """A credit of that day that the member has already."""

    def further(self, number: int) -> str:
        """How many further declarations may report the same learning. They are not listed."""

    def cannot_earn(self) -> str: ...

    def verdict(self, state: State) -> str: ...

    def to_accept(self) -> str: ...

    def to_refuse(self) -> str: ...

    def ask_why_title(self, name: str, *, accept: bool) -> str: ...

    def what_follows(self, half_units: int, day: date, year: int, *, accept: bool) -> str: ...

    def reasons(self, *, accept: bool) -> Sequence[str]:
        """The usual reasons, always in the same order: a button names one by its place."""

    def done(self, state: State) -> str: ...

    def gone(self) -> str:
        """The member has withdrawn the declaration, or it does not exist."""

    def file_title(self, number: int) -> str: ...

    def file_caption(self, number: int, name: str) -> str:
        """To which declaration the file belongs, and how it may be used."""

    def file_comes(self) -> str:
        """A toast: the file will arrive as a letter."""
