"""What people type instead of a command: the product's own labels, and obvious words."""

from collections.abc import Mapping
from typing import Protocol

from content.search.entry import Kind
from content.text.periods import Named


class Spoken(Protocol):
    def commands(self) -> Mapping[str, tuple[str, ...]]:
        """The texts that mean a command, by that command with what follows it ("help login")."""

    def periods(self) -> Mapping[Named, tuple[str, ...]]:
        """What the periods on offer are called."""

    def certificates(self) -> tuple[str, ...]:
        """The words that ask for the certificate of a period whose name stands before them."""

    def credits(self) -> tuple[str, ...]:
        """The words that ask what was earned of the curriculum code whose name stands before them."""

    def before_subject(self) -> tuple[str, ...]:
        """What stands before the subject of a phrase."""

    def after_subject(self) -> tuple[str, ...]:
        """What stands behind it."""

    def kinds(self) -> Mapping[Kind, tuple[str, ...]]:
        """What the kinds of things are called that a search can be for, as in 糖尿病の研修会."""

    def before_kind(self) -> tuple[str, ...]:
        """What stands between a subject and the kind behind it: の."""

    def after_kind(self) -> tuple[str, ...]:
        """What stands between a kind and the subject behind it: on, about."""
