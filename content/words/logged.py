"""What stands in the log of staff, as people read it: acts, people, reasons, facts and their values."""

from datetime import datetime
from typing import Any, Protocol

from content.staff.logged import Person


class Logged(Protocol):
    def person(self, person: Person) -> str:
        """The name of a member of staff; without an id, the operator."""

    def moment(self, at: datetime) -> str:
        """With the year, in Japan."""

    def why(self, why: str) -> str:
        """The reason. For a look the log has the role under which it was allowed: "in the role of support"."""

    def fact(self, name: str) -> str:
        """The name of a fact of an act; one of another version as the log has it."""

    def value(self, name: str, value: Any) -> str:
        """The value of a fact of this name."""
