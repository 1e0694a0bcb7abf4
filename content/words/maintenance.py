"""Announced maintenance: what can't be used, and when."""

from typing import Protocol

from content.maintenance import Maintenance


class MaintenanceWords(Protocol):
    def title(self) -> str: ...

    def to_list(self) -> str:
        """On a button of two in a row."""

    def planned(self, period: Maintenance) -> str:
        """One line: what is concerned, from when until when."""

    def going_on(self, period: Maintenance) -> str:
        """One line: what can't be used now, and until when."""

    def further(self, number: int) -> str:
        """The end of a line: how many more periods there are."""

    def nothing(self) -> str: ...
