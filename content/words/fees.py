"""診療報酬: figures beside what the fee schedule asks. No sentence says that it is met."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from content.fees import Group
from content.periods import Period
from content.values import CreditKind


class Fees(Protocol):
    def title(self) -> str: ...

    def opening(self) -> tuple[str, ...]:
        """What is shown here, and that it is no verdict."""

    def to_fees(self) -> str: ...

    def to_chronic(self) -> str: ...

    def to_psychotropic(self) -> str: ...

    def not_judged(self) -> str:
        """That others judge, and who."""

    def chronic_title(self) -> str: ...

    def period(self, period: Period) -> str: ...

    def other_length(self, years: int) -> str:
        """The period is not as long as the rule's."""

    def counted(self, half_units: int, hours: int, years: int) -> str:
        """The hours that count, and those of the rule."""

    def part(self, group: Group, half_units: int, codes: Iterable[int]) -> str:
        """A group and its sum; `codes`: those whose e-learning stands apart."""

    def by_code(self, hours: int, *, both: bool) -> str:
        """The heading of the codes, of each of which the rule asks so many hours: by 研修会, or (`both`) by e-learning
        too.
        """

    def e_learning_too(self, codes: Iterable[int]) -> str:
        """Why e-learning of the codes counts here, since which year, and where to ask whether it still does."""

    def if_filed(self, times: int) -> str:
        """The heading of the figures for who has filed so often, while the member has not said how often."""

    def next_filing(self, days: tuple[date, ...], years: int, hours: int) -> str:
        """When the next filing is due (one day, or none if the last is not noted), and what it needs."""

    def code(self, number: int, name: str, half_units: int) -> str: ...

    def apart(self, half_units: int, codes: Iterable[int]) -> str:
        """E-learning of the codes, which the basic rule does not count."""

    def other(self, half_units: int) -> str:
        """日医雑誌 問題解答 and 申告書, which do not count."""

    def topics_too(self) -> str:
        """That topics without a code are asked for too."""

    def elsewhere(self) -> str:
        """Who certifies what was held in Osaka."""

    def to_rows(self) -> str: ...

    def to_paper(self) -> str:
        """To the 受講証明書 of the period that is shown."""

    def until_today(self, years: int) -> str: ...

    def fiscal_years(self) -> str: ...

    def own_dates(self) -> str: ...

    def how_to_write_dates(self, years: int) -> str: ...

    def to_topics(self) -> str: ...

    def rows_title(self) -> str: ...

    def unit(self) -> str:
        """How credits are made hours."""

    def heading(self, group: Group, half_units: int, codes: Iterable[int]) -> str:
        """A group of the list, and its sum."""

    def entry(self, day: date, title: str, code: int, half_units: int, kind: CreditKind) -> str: ...

    def nothing(self) -> str:
        """There is no credit in the period."""

    def topics_title(self) -> str: ...

    def topics_opening(self) -> str: ...

    def topics(self) -> tuple[str, ...]: ...

    def see_questions(self) -> str:
        """What only the association's questions and answers tell."""

    def paper_to_file(self) -> str:
        """Which paper is filed."""

    def psychotropic_title(self) -> str: ...

    def whole_record(self) -> str:
        """No validity is stated, so that all credits ever are shown."""

    def credits(self, half_units: int, needed: int, codes: Iterable[int]) -> str:
        """The credits that count, and those of the rule."""

    def code_credits(self, number: int, name: str, half_units: int) -> str: ...

    def no_filing(self) -> str: ...
