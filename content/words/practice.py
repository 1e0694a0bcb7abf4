"""Practice of the wrong questions of a failed self-assessment."""

from collections.abc import Sequence
from typing import Protocol


class Practice(Protocol):
    def begin(self) -> str:
        """A button: 間違えた問題を練習する"""

    def title(self, course: str, number: int, many: int) -> str:
        """高血圧　練習　1 / 2"""

    def once(self) -> str:
        """Says that a question is answered once, and that no test is concerned."""

    def title_at_end(self, course: str) -> str: ...

    def give(self) -> str:
        """A button that gives what is ticked as the answer."""

    def nothing_ticked(self) -> str:
        """An alert: to give an answer, tick something first."""

    def answered(self, numbers: Sequence[int]) -> str:
        """あなたの解答：3"""

    def right(self) -> str: ...

    def again(self, place: str) -> str:
        """もう一度：▶ 第3章 1分40秒から"""

    def answered_before(self) -> str:
        """A toast: there is one answer a question."""

    def onward(self) -> str:
        """A button to the next question."""

    def outcome(self, right: int, many: int) -> str:
        """2問中1問正解でした。"""

    def no_record(self) -> str:
        """Says that practice is on no record of tests."""
