"""The goal of 60: its figures, its picture, and the shortest way to it. Sums are given in halves (85 is 42.5)."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.credits.goal import CodeState, Month, Sum, Window


class Goal(Protocol):
    def title(self, window: Window) -> str:
        """The fiscal years over which the goal is counted."""

    def basis(self, certified_on: date | None) -> str:
        """After which 認定証 the window begins, or that it is a forecast."""

    def figures(self, sum: Sum, needed: int) -> str:
        """18.5単位 ＋ 24コード ＝ 42.5 / 60"""

    def rest(self, sum: Sum, needed: int) -> str:
        """What is missing, or that the goal is reached."""

    def progress(self, sum: Sum, needed: int) -> str:
        """The same, after a bar of signs."""

    def falls(self, on: date, sum: Sum, left: int) -> str:
        """What leaves the window on that day, and what remains."""

    def nothing_falls(self, on: date) -> str: ...

    def reached_in(self, month: Month) -> str:
        """The month in which the pace of the last twelve months reaches the goal."""

    def earlier(self, window: Window) -> str:
        """A window before this one that reached the goal."""

    def to_picture(self) -> str: ...

    def picture_word(self) -> str:
        """The word that a member types after /credits to get the picture."""

    def to_dark(self) -> str: ...

    def to_light(self) -> str: ...

    def counts(self, counts: Sequence[tuple[CodeState, int]]) -> str:
        """How many codes are in which state, as a line of a caption."""

    def open_codes(self, numbers: Sequence[int]) -> str:
        """The codes that can be earned now."""

    # in the picture

    def years(self, window: Window) -> str:
        """2024〜2026年度"""

    def points(self, halves: int) -> str:
        """42.5"""

    def of(self, needed: int) -> str:
        """/ 60"""

    def credits(self) -> str: ...

    def codes(self) -> str: ...

    def falling(self, on: date, falls: int, stays: int) -> str:
        """What the striped part of the bar shows (in halves), and what remains without it."""

    def to_go(self) -> str: ...

    def reached(self) -> str: ...

    def grid(self) -> str:
        """The heading of the 84 codes."""

    def state(self, state: CodeState) -> str: ...

    # the shortest way

    def to_way(self) -> str: ...

    def way_title(self) -> str: ...

    def way_begins(self, missing: int) -> str: ...

    def step(self, number: int, title: str, code: int, gain: int, total: int) -> str:
        """1 感染対策（CC 8） ＋2 → 44.5"""

    def step_detail(self, half_units: int, seconds: int, *, begun: bool) -> str:
        """What it brings, and how long its films still take."""

    def way_reaches(self, steps: int) -> str: ...

    def way_leaves(self, missing: int) -> str:
        """How much courses can't bring, and which other ways bring it."""

    def way_reached(self) -> str: ...

    def way_empty(self, missing: int) -> str:
        """No course brings a new code now."""
