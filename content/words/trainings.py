"""Trainings (研修会): what is registered for a member, what is awaited, and coming trainings."""

from datetime import date, datetime
from typing import Protocol

from content.attendance.checkin import Hours
from content.attendance.training import AttendanceStanding, Form, Training
from content.study.course import CommonLecture


class Trainings(Protocol):
    def title(self) -> str: ...

    def registered(self, year: int, half_units: int, number: int) -> str:
        """The half-units that are registered for a fiscal year, and the number of trainings."""

    def nothing(self) -> str: ...

    def line(self, number: int, training: Training, standing: AttendanceStanding, half_units: int) -> str:
        """A training of the member's list; `half_units` are the registered ones."""

    def coming_title(self) -> str: ...

    def coming_line(self, number: int, training: Training) -> str: ...

    def nothing_coming(self) -> str: ...

    def to_trainings(self) -> str: ...

    def to_coming(self) -> str: ...

    def to_list(self) -> str: ...

    def to_card(self) -> str: ...

    def to_checkin(self) -> str: ...

    def card_title(self, training: Training) -> str: ...

    def organiser(self, training: Training) -> str: ...

    def when_and_where(self, training: Training) -> str: ...

    def form(self, form: Form) -> str: ...

    def common_lecture(self, common: CommonLecture) -> str: ...

    def state(self, standing: AttendanceStanding, half_units: int) -> str:
        """The state in a few words: 入室済, 登録済（0.5単位）."""

    def explained(
        self, training: Training, standing: AttendanceStanding, half_units: int, hours: Hours
    ) -> tuple[str, ...]:
        """The state, what follows from it, and what to do now."""

    def times(self, entered: datetime | None, left: datetime | None) -> str:
        """When the entry and the exit were recorded. At most one of the two is None."""

    def to_enter(self) -> str: ...

    def to_leave(self) -> str: ...

    def to_claim(self) -> str: ...

    def attended_title(self) -> str: ...

    def attended(self, training: Training, held_on: date) -> str:
        """The letter of an attendance that brings no credit of its own."""

    def told_title(self) -> str: ...

    def told(self, training: Training, half_units: int, held_on: date, *, elsewhere: bool) -> tuple[str, ...]:
        """The letter: the organiser has registered the attendance."""
