"""The room of staff: finding a member, the member's card, and what staff can do for the member."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

Act = Literal["lift_lock", "give_code"]
Link = Literal["none", "linked", "blocked"]


class Staff(Protocol):
    def room_title(self) -> str: ...

    def room(self) -> tuple[str, ...]:
        """Says what can be searched for, and that searches are logged."""

    def too_long(self, longest: int) -> str: ...

    def nothing(self, text: str) -> str: ...

    def results_title(self, text: str) -> str: ...

    def results(self, total: int) -> str: ...

    def near(self, total: int) -> str:
        """Nobody has that name; so many have one that is near to it."""

    def result(self, number: int, name: str, kana: str, member_no: str) -> str: ...

    def card_title(self, name: str, kana: str) -> str: ...

    def ids(self, member_no: str, mamis_id: str) -> str:
        """`mamis_id` may be empty."""

    def link(self, link: Link, has_password: bool) -> str: ...

    def locked(self, until: datetime) -> str: ...

    def not_locked(self) -> str: ...

    def code_out(self, until: datetime) -> str:
        """A one-time code is valid until this moment."""

    def cannot_earn(self) -> str: ...

    def under_way(self, courses: int) -> str:
        """The line above the courses. `courses` may be 0."""

    def course(self, title: str, code: int, touched_at: datetime) -> str: ...

    def more_courses(self, further: int) -> str: ...

    def year(self, year: int, half_units: int, codes: int) -> str: ...

    def to_act(self, act: Act) -> str: ...

    def to_room(self) -> str: ...

    def ask_why_title(self, act: Act, name: str) -> str: ...

    def ask_why(self, act: Act, hours: int) -> tuple[str, ...]:
        """What the act does, and that it needs a reason. `hours`: how long a code is valid."""

    def reasons(self) -> Sequence[str]:
        """The usual reasons, always in the same order: a button names one by its place."""

    def bad_reason(self, longest: int) -> str: ...

    def lifted(self) -> str: ...

    def was_not_locked(self) -> str: ...

    def no_own_code(self) -> str:
        """Nobody gets a code for oneself."""

    def code_title(self, name: str) -> str: ...

    def code(self, code: str, until: datetime) -> tuple[str, ...]: ...

    def copy(self) -> str: ...

    def to_card(self) -> str: ...
