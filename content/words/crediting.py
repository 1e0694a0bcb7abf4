"""Credits that staff grant or take back from a member's card, and what the member reads of it."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.operator import Profile
from content.staff.crediting import Of, Outcome, Slip, Step, Told


class Crediting(Protocol):
    def to_list(self) -> str:
        """The button of the card."""

    def list_title(self, name: str) -> str: ...

    def line(self, place: int, day: date, title: str, code: int, half_units: int) -> str: ...

    def how(self, credits: int) -> str:
        """That a number takes the credit back, or that no credit stands."""

    def to_grant(self) -> str: ...

    # granting

    def grant_title(self, name: str) -> str: ...

    def ask_of(self) -> Sequence[str]:
        """What is it for? Says which of them a certificate can show."""

    def of(self, of: Of) -> str:
        """A button."""

    def ask_name(self, of: Of) -> Sequence[str]:
        """Type the name of the content; says which ones can be chosen."""

    def found(self, place: int, title: str, code: int, half_units: int) -> str: ...

    def further(self, number: int) -> str:
        """So many more were found than are shown."""

    def not_found(self, of: Of, text: str) -> str: ...

    def ask(self, step: Step) -> Sequence[str]: ...

    def today(self) -> str: ...

    def yesterday(self) -> str: ...

    def slip(self, slip: Slip) -> str:
        """Why an answer is not accepted; what to type."""

    def granting(self) -> Sequence[str]:
        """The usual reasons for a grant, always in the same order: a button names one by its place."""

    def do_grant(self) -> str: ...

    # taking back

    def reverse_title(self, name: str) -> str: ...

    def ask_reverse(self) -> str:
        """Asks for the reason, which the member reads."""

    def shown_on(self, numbers: Sequence[str]) -> str:
        """The certificates that show it, which wait for an officer then; or that no certificate shows it."""

    def reversing(self) -> Sequence[str]:
        """The usual reasons for a reversal, always in the same order."""

    def do_reverse(self) -> str: ...

    # both

    def preview(self) -> str:
        """Stands above what the member will read."""

    def final(self) -> str:
        """That nothing is done yet, and what pressing does."""

    def said_of(self, outcome: Outcome) -> str: ...

    def granted(self) -> str:
        """To staff: it is done."""

    def reversed(self, certificates: int) -> str:
        """To staff: it is done, and so many certificates wait for an officer."""

    # what the member reads

    def granted_title(self) -> str: ...

    def told_granted(self, told: Told, profile: Profile) -> Sequence[str]: ...

    def reversed_title(self) -> str: ...

    def told_reversed(self, told: Told, profile: Profile) -> Sequence[str]: ...
