"""Announced maintenance: what is not to be had, and when."""

from typing import Protocol

from content.maintenance import Maintenance


class MaintenanceWords(Protocol):
    def title(self) -> str: ...

    def to_list(self) -> str:
        """On a button of two in a row."""

    def planned(self, period: Maintenance) -> str:
        """One line: what is concerned, from when until when."""

    def going_on(self, period: Maintenance) -> str:
        """One line: it is not to be had now, and until when."""

    def further(self, number: int) -> str:
        """Ends a line: there are so many more."""

    def nothing(self) -> str: ...
