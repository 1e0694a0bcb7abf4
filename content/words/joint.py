"""Acts that wait for a second person: what is asked, what would happen, the PIN, and how it ended."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol


class Joint(Protocol):
    def title(self, kind: str, name: str) -> str:
        """What would be done, by the kind of the act, and to whom."""

    def effect(self, kind: str, facts: Mapping[str, str]) -> tuple[str, ...]:
        """Exactly what will happen, by the facts of the record."""

    def asked(self, others: int, until: datetime) -> tuple[str, ...]:
        """To who asked: so many others can confirm it until then."""

    def alone_title(self) -> str: ...

    def alone(self, kind: str) -> str:
        """Nobody else may confirm it: what to do instead."""

    def by(self, asker: str, why: str, until: datetime) -> tuple[str, ...]: ...

    def wanted(self) -> str:
        """The letter to those who can confirm."""

    def to_open(self) -> str: ...

    def to_confirm(self) -> str: ...

    def to_refuse(self) -> str: ...

    def own(self) -> str:
        """Nobody confirms what they asked for, or what is done to themselves."""

    def over(self, state: str) -> str:
        """It can't be decided any more: "done", "refused", or "waiting" if its hour is over."""

    def changed(self) -> str:
        """The record changed since it was shown; this is how it would be now."""

    def pin_title(self) -> str: ...

    def ask_pin(self, left: int) -> str: ...

    def ask_new_pin(self, shortest: int, longest: int) -> tuple[str, ...]: ...

    def bad_pin(self, shortest: int, longest: int) -> str: ...

    def pin_set(self) -> str: ...

    def wrong_pin(self, left: int) -> str: ...

    def locked(self, until: datetime) -> str: ...

    def ask_refusal(self) -> str: ...

    def bad_reason(self, longest: int) -> str: ...

    def done(self) -> str: ...

    def refused(self, why: str) -> str: ...

    def told_title(self, *, done: bool) -> str: ...

    def told(self, by: str, why: str, *, done: bool) -> tuple[str, ...]:
        """To who asked; `why` is empty if it was confirmed."""
