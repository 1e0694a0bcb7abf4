"""申告書: what it is for in this operator's hands, its printable form, and the reminder before the end of April."""

from datetime import date
from typing import Protocol

from content.declarations.declaring import Evidence, State
from content.operator import Profile


class DeclareForm(Protocol):
    def purpose(self, profile: Profile) -> str:
        """What becomes of a declaration here, and where the association's own 申告書 must go."""

    def to_form(self) -> str:
        """The button that asks for the form of the declaration's fiscal year."""

    def on_its_way(self) -> str: ...

    def form_title(self, year: int) -> str: ...

    def file_name(self, year: int) -> str: ...

    def caption(self, profile: Profile) -> str: ...

    def held(self) -> str:
        """A character can't be printed, so there is no form; staff know."""

    def state(self, state: State) -> str:
        """As the form prints it."""

    def file(self, number: int, file: Evidence) -> str:
        """A file of evidence, as the form lists it."""

    def due_title(self, last: date) -> str: ...

    def due(self, drafts: int, year: int) -> str: ...

    def to_draft(self) -> str: ...

    def to_declarations(self) -> str: ...
