"""A month as it is typed: 2026-12, 2026年12月号, 12月号, 12月, December 2026, the December issue."""

import re
from dataclasses import dataclass
from datetime import date

from content.text.folding import signs

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_KANJI = {
    "十二": "12",
    "十一": "11",
    "十": "10",
    **{digit: str(number) for number, digit in enumerate("一二三四五六七八九", 1)},
}
_JAPANESE = re.compile(
    r"(?:(?:日医|日本医師会)?雑誌の?)?(?:(20[0-9]{2})年)?(?:([0-9]{1,2})|(十[一二]?|[一二三四五六七八九]))月(号?)"
)
_DIGITS = re.compile(r"(20[0-9]{2})[-/.]([0-9]{1,2})")
_ENGLISH = re.compile(rf"(?:the)?(20[0-9]{{2}})?({'|'.join(_NAMES)})(20[0-9]{{2}})?(issue)?(20[0-9]{{2}})?")


@dataclass(frozen=True)
class Month:
    """A month (1 to 12) of a year, or of any year. `issue`: an issue of the journal is meant."""

    year: int | None
    number: int
    issue: bool

    def holds(self, day: date) -> bool:
        return day.month == self.number and self.year in (None, day.year)


def month_said(text: str) -> Month | None:
    """The month that the whole text names; None for any other text. May alone is a word like others."""
    said = signs(text).lower()
    if found := _JAPANESE.fullmatch(said):
        return _month(found[1], int(found[2] or _KANJI[found[3]]), issue=bool(found[4]))
    if found := _DIGITS.fullmatch(said):
        return _month(found[1], int(found[2]), issue=True)
    found = _ENGLISH.fullmatch(said)
    if not found or said == "may":
        return None
    return _month(found[1] or found[3] or found[5], _NAMES.index(found[2]) + 1, issue=bool(found[4]))


def _month(year: str | None, number: int, *, issue: bool) -> Month | None:
    return Month(int(year) if year else None, number, issue) if 1 <= number <= 12 else None
