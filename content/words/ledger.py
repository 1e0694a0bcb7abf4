"""The kinds of credits."""

from typing import Protocol

from content.values import CreditKind


class Ledger(Protocol):
    def kind(self, kind: CreditKind) -> str:
        """The guide's name of the kind."""
