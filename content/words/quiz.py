"""The self-assessment: its questions, the page of answers, and the result."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol


class Quiz(Protocol):
    """Questions are named by their place in the sitting, choices by the number shown beside them."""

    def title(self, course: str, place: int, asked: int) -> str:
        """高血圧　セルフアセスメント　問3 / 5"""

    def several(self) -> str:
        """Says that several choices can be marked. Only the question says how many."""

    def choice(self, number: int, text: str) -> str:
        """1　…"""

    def ticked(self, number: int) -> str:
        """3 ✓"""

    def question(self, place: int) -> str:
        """問3"""

    def earlier(self, place: int) -> str:
        """‹ 問2"""

    def later(self, place: int) -> str:
        """問4 ›"""

    def to_review(self) -> str: ...

    def leave(self) -> str: ...

    def saved(self, place: int, numbers: Sequence[int]) -> str:
        """A toast: what is ticked at this place now. `numbers` is empty if the last tick was removed."""

    def unchanged(self, place: int, numbers: Sequence[int]) -> str:
        """A toast: the tap changed nothing."""

    def left(self) -> str:
        """A toast on leaving."""

    def practice(self) -> str:
        """A toast on beginning a test whose credit was earned before."""

    def review_title(self, course: str) -> str: ...

    def answer(self, place: int, numbers: Sequence[int]) -> str:
        """問1：3"""

    def missing(self, places: Sequence[int]) -> str:
        """未解答：問4"""

    def missing_mark(self, place: int) -> str:
        """⚠️ 問4"""

    def to_missing(self, place: int) -> str: ...

    def not_gradable(self, places: Sequence[int]) -> str:
        """What to do about unanswered places; also an alert, at most 200 characters."""

    def gradable(self, needed: int, asked: int) -> str:
        """Grading is final; how many right answers pass."""

    def grade(self) -> str: ...

    def passed(self, right: int, asked: int, percent: int) -> str:
        """合格です　5問中4問正解（80%）"""

    def step(self, gain: int, half_units: int, total: int, needed: int) -> str:
        """What the credit did for the goal, in halves, and of what that is made: ＋2（1単位＋新しいコード） → 9 / 60"""

    def earned(self, name: str, code: int, half_units: int) -> str:
        """高血圧症（CC 74）の1単位を取得しました。"""

    def with_total(self, earned: str, year: int, half_units: int, codes: int) -> str:
        """The sentence before, and: 2026年度の合計は 7単位・6コードです。"""

    def certificate_from(self, day: date, tomorrow: bool) -> str:
        """受講証明書は、明日 11月23日（月）から発行できます。"""

    def credited_before(self) -> str: ...

    def cannot_earn(self) -> str: ...

    def chapters_left(self, chapters: Sequence[int]) -> str:
        """The test is passed; the credit waits for these chapters."""

    def to_chapters(self) -> str: ...

    def tell_me(self) -> str: ...

    def explain(self) -> str: ...

    def explained(self, course: str, place: int, asked: int) -> str:
        """高血圧　解説　問3 / 5"""

    def key(self, right: Sequence[int], ticked: Sequence[int]) -> str:
        """正解：3　あなたの解答：2"""

    def failed(self, right: int, asked: int, percent: int, pass_percent: int) -> str:
        """合格基準に達しませんでした　5問中3問正解（60%・合格は80%）"""

    def look_again(self, pointers: Sequence[tuple[int, int, int]]) -> str:
        """A line for each (place, chapter, second): 見直すところ / 問2 → 第3章 1分40秒から / 問5 → 第4章"""

    def look_at(self, chapter: int, second: int) -> str:
        """▶ 第3章 1分40秒から"""

    def again(self) -> str: ...
