"""受講証明書."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from content.text.periods import Named, Period
from content.values import CertificatePurpose


class Certificate(Protocol):
    def title(self) -> str: ...

    def what_it_holds(self) -> str: ...

    def choose_purpose(self) -> str: ...

    def chronic_elsewhere(self) -> str:
        """Where the paper for 地域包括診療 is had, if this operator's can't be handed in for it: the guide's note 2."""

    def purpose(self, purpose: CertificatePurpose) -> str:
        """Within a sentence."""

    def purpose_label(self, purpose: CertificatePurpose) -> str:
        """A button, two of which stand in a row."""

    def for_purpose(self, purpose: CertificatePurpose) -> str:
        """A line: 用途：一般"""

    def straight(self, purpose: CertificatePurpose, name: Named, half_units: int) -> str:
        """A button that leads straight to a certificate for this purpose, of this period, with its credits."""

    def period_title(self) -> str: ...

    def choose_period(self) -> str: ...

    def period(self, name: Named, half_units: int) -> str:
        """A button: a period with its credits, or that it has none."""

    def years_ending(self, half_units: int) -> str:
        """A button: the years that the fee schedule asks for, up to yesterday."""

    def own_dates(self) -> str: ...

    def other_period(self) -> str: ...

    def how_to_write_dates(self) -> str: ...

    def earned_today(self, half_units: int, at: datetime) -> str: ...

    def tell_me(self) -> str: ...

    def will_tell(self, at: datetime) -> str: ...

    def told_before(self, at: datetime) -> str: ...

    def preview_title(self) -> str: ...

    def span(self, period: Period) -> str: ...

    def total(self, half_units: int, codes: int, rows: int) -> str: ...

    def total_by_category(self, half_units: int, categories: int, rows: int) -> str: ...

    def registry(self, *, printed: bool) -> str:
        """Whether the 医籍登録番号 is printed."""

    def to_registry(self, *, printed: bool) -> str:
        """The button that changes that. `printed`: it is printed as things stand."""

    def nothing(self) -> str: ...

    def left_heading(self) -> str: ...

    def left(self, what: str, then: str, titles: Sequence[str], half_units: int) -> str:
        """A reason of content.words.reasons, what to do about it, and of what it is true (0: it has no credit yet)."""

    def more_reasons(self, number: int) -> str: ...

    def issue(self) -> str: ...

    def to_standing(self) -> str: ...

    def to_left(self) -> str: ...

    def standing_title(self) -> str: ...

    def common_entry(self, day: date, title: str, category: str, half_units: int) -> str: ...

    def left_title(self) -> str: ...

    def left_entry(self, day: date, title: str, half_units: int, state: str) -> str: ...

    def nothing_left(self) -> str: ...

    def on_its_way(self, period: Period) -> str: ...

    def caption(self, period: Period, half_units: int) -> str: ...

    def file_name(self, period: Period) -> str:
        """Has only characters that Telegram keeps: no spaces, and no dot except the last."""

    def ready_title(self) -> str: ...

    def ready(self, half_units: int) -> str: ...

    def held(self, *, by_name: bool) -> str:
        """`by_name`: it is the member's name that can't be printed, otherwise what was published."""
