"""The import of files, of members and of credits already held: the report, the way to apply it, and the way back."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from content.importing.report import Kind, Outcome, Standing, Values


class Importing(Protocol):
    def report_columns(self) -> Sequence[str]:
        """Line, what happens, member's ID, name, column, before, after, reason."""

    def outcome(self, kind: Kind, outcome: Outcome) -> str: ...

    def column(self, name: str) -> str: ...

    def credit(self, values: Values) -> str:
        """A credit that a row brings: day, code, credits, title, and the published content to which it is assigned."""

    def title(self, kind: Kind) -> str: ...

    def how(self, kind: Kind) -> Sequence[str]:
        """Send the file; what it may be; what happens then."""

    def ask_file(self) -> str:
        """What came is no file."""

    def too_big(self) -> str: ...

    def label(self, one: Standing) -> str:
        """A button: the import's number, and how it stands."""

    def one_title(self, one: Standing) -> str: ...

    def state(self, one: Standing) -> Sequence[str]:
        """How it stands, and what can be done now."""

    def numbers(self, one: Standing) -> Sequence[str]: ...

    def bar(self, done: int, total: int, left: timedelta | None) -> str:
        """How far it has come, and how long it will still take, if that is known."""

    def to_apply(self, one: Standing) -> str: ...

    def to_drop(self) -> str: ...

    def to_report(self) -> str: ...

    def to_undo(self, kind: Kind) -> str: ...

    def ask_undo(self, one: Standing) -> Sequence[str]: ...

    def to_undo_now(self) -> str: ...

    def not_now(self) -> str:
        """Another import is under way, or it can't be done any more."""

    def report_comes(self) -> str: ...

    def report_title(self, one: Standing) -> str: ...

    def file_name(self, number: int) -> str: ...
