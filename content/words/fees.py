"""診療報酬: figures beside what the fee schedule asks. No sentence says that it is met."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from content.credits.fees import Group
from content.text.periods import Period
from content.values import CreditKind


class Fees(Protocol):
    def title(self) -> str: ...

    def opening(self) -> tuple[str, ...]:
        """Says what is shown here, and that it is no verdict."""

    def to_fees(self) -> str: ...

    def to_chronic(self) -> str: ...

    def to_psychotropic(self) -> str: ...

    def not_judged(self) -> str:
        """Says that others judge, and who they are."""

    def chronic_title(self) -> str: ...

    def period(self, period: Period) -> str: ...

    def other_length(self, years: int) -> str:
        """The period is not as long as the rule's."""

    def counted(self, half_units: int, hours: int, years: int) -> str:
        """The hours that count, and the hours that the rule requires."""

    def part(self, group: Group, half_units: int, codes: Iterable[int]) -> str:
        """A group and its sum. `codes`: the codes whose e-learning is left out."""

    def by_code(self, hours: int, *, both: bool) -> str:
        """The heading of the codes, of each of which the rule asks so many hours: by 研修会, or (`both`) by e-learning
        too.
        """

    def e_learning_too(self, codes: Iterable[int]) -> str:
        """Why e-learning of the codes counts here, since which year, and where to ask whether it still does."""

    def if_filed(self, times: int) -> str:
        """The heading of the figures for who has filed so often, while the member has not said how often."""

    def next_filing(self, day: date | None, years: int, hours: int, *, over: bool) -> str:
        """By which day the next filing is due (None: the last one is not noted), and what it needs. `over`: that day
        has passed.
        """

    def code(self, number: int, name: str, half_units: int) -> str: ...

    def apart(self, half_units: int, codes: Iterable[int]) -> str:
        """The e-learning of these codes, which the basic rule does not count."""

    def other(self, half_units: int) -> str:
        """日医雑誌 問題解答 and 申告書, which do not count."""

    def topics_too(self) -> str:
        """Says that the rule also requires topics that have no code."""

    def elsewhere(self) -> str:
        """Says who certifies trainings that were held in Osaka."""

    def to_rows(self) -> str: ...

    def to_paper(self) -> str:
        """A button that leads to the 受講証明書 for the period shown."""

    def until_today(self, years: int) -> str: ...

    def fiscal_years(self) -> str: ...

    def own_dates(self) -> str: ...

    def how_to_write_dates(self, years: int) -> str: ...

    def to_topics(self) -> str: ...

    def rows_title(self) -> str: ...

    def unit(self) -> str:
        """How credits are converted to hours."""

    def heading(self, group: Group, half_units: int, codes: Iterable[int]) -> str:
        """A group of the list, and its sum."""

    def entry(self, day: date, title: str, code: int, half_units: int, kind: CreditKind) -> str: ...

    def nothing(self) -> str:
        """The period has no credit."""

    def topics_title(self) -> str: ...

    def topics_opening(self) -> str: ...

    def topics(self) -> tuple[str, ...]: ...

    def see_questions(self) -> str:
        """Says that only the association's questions and answers state the rest."""

    def psychotropic_title(self) -> str: ...

    def whole_record(self) -> str:
        """Says that the rule states no period, so the whole record is shown."""

    def credits(self, half_units: int, needed: int, codes: Iterable[int]) -> str:
        """The credits that count, and the credits that the rule requires."""

    def code_credits(self, number: int, name: str, half_units: int) -> str: ...

    def no_filing(self) -> str: ...
