"""Declarations (申告書) as staff decide them. What a member declared is said as in content.words.declare."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.declaring import Declared, State
from content.values import CreditKind


class Declarations(Protocol):
    def title(self, waiting: int) -> str: ...

    def line(self, number: int, name: str, member_no: str, one: Declared, waited: str) -> str: ...

    def card_title(self, number: int, name: str, kana: str) -> str: ...

    def fact(self, name: str, value: str) -> str:
        """A field and what was said in it."""

    def year(self, year: int) -> str:
        """The fiscal year that it would count in."""

    def file(self, number: int, name: str, size: int) -> str:
        """One of its files; `size` in bytes."""

    def to_file(self, number: int) -> str: ...

    def alike(self, one: Declared, *, same_day: bool, same_code: bool, same_file: bool) -> str:
        """Another declaration of the member that may be of the same."""

    def earned(self, kind: CreditKind, title: str, half_units: int, *, same_code: bool) -> str:
        """A credit that he has of that day already."""

    def further(self, number: int) -> str:
        """Others that may be of the same, not listed."""

    def cannot_earn(self) -> str: ...

    def verdict(self, state: State) -> str: ...

    def to_accept(self) -> str: ...

    def to_refuse(self) -> str: ...

    def ask_why_title(self, name: str, *, accept: bool) -> str: ...

    def what_follows(self, half_units: int, day: date, year: int, *, accept: bool) -> str: ...

    def reasons(self, *, accept: bool) -> Sequence[str]:
        """The usual ones, always in the same order."""

    def done(self, state: State) -> str: ...

    def gone(self) -> str:
        """The member has taken it back, or there is none such."""

    def file_title(self, number: int) -> str: ...

    def file_caption(self, number: int, name: str) -> str:
        """Which declaration it goes with, and how the file may be used."""

    def file_comes(self) -> str:
        """A toast."""
