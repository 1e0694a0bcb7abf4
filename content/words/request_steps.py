"""Writing a request (ご依頼): what is asked, why a text or a file is not taken, and all of it before it is sent."""

from collections.abc import Sequence
from typing import Protocol

from content.declarations.evidence import Bad
from content.requests.ceilings import RequestRules
from content.requests.requesting import Kind, Slip


class RequestSteps(Protocol):
    def kinds_title(self) -> str: ...

    def ask_kind(self) -> str: ...

    def by_button(self) -> str:
        """The member typed something, but the kind is chosen by a button."""

    def kind(self, kind: Kind) -> str:
        """Also on a button alone in its row."""

    def hint(self, kind: Kind) -> str:
        """What to write, and what cannot be done here."""

    def writing_title(self, kind: Kind, *, first: bool) -> str:
        """`first`: a new request; otherwise something is added to one."""

    def how_to_write(self, rules: RequestRules) -> Sequence[str]: ...

    def how_anew(self) -> str:
        """The next text takes the place of what is written."""

    def said(self, text: str) -> Sequence[str]:
        """What is written so far; or that nothing is."""

    def file(self, number: int, name: str, size: int) -> str: ...

    def taken(self, length: int, longest: int) -> str:
        """The text was kept."""

    def to_summary(self) -> str: ...

    def to_rewrite(self) -> str: ...

    def to_kind(self) -> str: ...

    def remove(self, number: int) -> str:
        """On a button of three in a row."""

    def removed(self) -> str: ...

    def slip(self, slip: Slip, rules: RequestRules) -> str:
        """Why a text is not taken, what is kept, and what to do."""

    def bad_file(self, bad: Bad) -> str: ...

    def added(self, name: str, number: int, most: int) -> str: ...

    def added_before(self) -> str: ...

    def full(self, most: int) -> str: ...

    def no_room(self, files: int, megabytes: int) -> str: ...

    def too_late(self) -> str:
        """The message was sent or discarded, so that nothing more goes with it."""

    def summary_title(self) -> str: ...

    def kind_line(self, kind: Kind) -> str: ...

    def final(self) -> str: ...

    def nothing_written(self) -> str:
        """There is no text, so it can't be sent."""

    def send(self) -> str: ...

    def to_discard(self) -> str: ...

    def ask_discard(self) -> str: ...

    def discarded(self) -> str: ...
