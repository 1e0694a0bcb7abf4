"""A cell of a table: what is taken away from it, what can't be taken, and days and times as spreadsheets write them.

A reason never repeats what the cell holds: it may be a person's.
"""

import re
import unicodedata
from datetime import date

from content.text.composing import composed
from content.text.dating import NoDay, whole_day

LONGEST = 100
LONGEST_WRITTEN = 2000
EXPONENT = "was turned into a number with an exponent by a spreadsheet: write the column as text"
_KEPT_ZEROS = re.compile(r'="([^"]*)"')
_FORMULA = re.compile(r"[=@+]|-[A-Za-z(]")
_ERROR = re.compile(r"#(?:[A-Z][A-Z0-9/_]*[!?]?|DIV/0!|#*)", re.IGNORECASE)
_EXPONENT = re.compile(r"[-+]?\d(\.\d+)?[eE]\+?\d+")
_LOST = re.compile("[?？〓□■\ufffd]")
_MIDNIGHT = re.compile(r" 0{1,2}:00(?::00)?$")
_MIXED = re.compile(r"([-/.年])\d+(?!\1|月)[-/.月]|[-/.]\d+月")  # 1972-02/04: a slip, and of which part nobody knows
_TWO_DIGIT_YEAR = re.compile(r"\d{2}[-/.]\d{1,2}[-/.]\d{1,2}")
_CLOCK = re.compile(r"((?:[01]?[0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9])?")


class BadCell(ValueError):
    """Why a cell can't be taken, without its words."""


def clean(cell: str) -> str:
    """The cell in NFC, without spaces around it, and without the ="0012" by which zeros are kept in a spreadsheet.

    Raises BadCell for what a spreadsheet or a conversion left in place of the text.
    """
    if len(cell) <= LONGEST and (not cell or (cell.isascii() and cell.isdigit())):
        return cell
    if len(cell) > LONGEST and len(cell.strip()) > LONGEST:
        raise BadCell(f"has more than {LONGEST} characters")
    text = composed(cell).strip()
    kept = _KEPT_ZEROS.fullmatch(text)
    text = kept[1].strip() if kept else text
    if not text.replace("\u3000", " ").isprintable():
        _refuse_unseen(text)
    _refuse_leftovers(text)
    return text


def as_written(cell: str) -> str:
    """The cell of a table that Tan'i wrote, in NFC. What looks like a leftover of a conversion is the text itself."""
    if len(cell) > LONGEST_WRITTEN:
        raise BadCell(f"has more than {LONGEST_WRITTEN} characters")
    text = composed(cell).strip()
    if not text.replace("\u3000", " ").isprintable():
        _refuse_unseen(text)
    return text


def narrow(text: str) -> str:
    """Half width, without spaces around it."""
    return unicodedata.normalize("NFKC", text).strip()


def day(text: str) -> date:
    """1972-02-04, and what Excel in Japan makes of it: 1972/2/4, 1972年2月4日, 1972/2/4 0:00, 19720204."""
    said = _MIDNIGHT.sub("", narrow(text))
    try:
        if _MIXED.search(said):
            raise NoDay
        return whole_day(said)
    except NoDay:
        raise BadCell(_no_day(said)) from None
    except ValueError:
        raise BadCell("is no day of the calendar") from None


def clock(text: str) -> str:
    """14:05, of 14:05 or 14:05:00 in any width."""
    found = _CLOCK.fullmatch(narrow(text))
    if found is None:
        raise BadCell("is no time: write 14:05")
    return found[1]


def _refuse_unseen(text: str) -> None:
    for letter in text:
        category = unicodedata.category(letter)
        if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            raise BadCell("holds a line break, a tab or another character that is not seen")
        if category == "Co":
            raise BadCell("holds a character that was lost, or is of a private font (外字): use its Unicode form")


def _refuse_leftovers(text: str) -> None:
    if not text[:1].isalpha():
        _refuse_reckoned(text)
    if _LOST.search(text):
        raise BadCell("holds a character that was lost: a conversion put ? or 〓 in its place")


def _refuse_reckoned(text: str) -> None:
    """What a spreadsheet leaves begins with a sign or a digit, in any width."""
    said = text if text.isascii() else narrow(text)
    if _ERROR.fullmatch(said):
        raise BadCell("is an error of the spreadsheet: mend its formula, or write what is meant")
    if _FORMULA.match(said):
        raise BadCell("is a formula: write its result as text")
    if _EXPONENT.fullmatch(said):
        raise BadCell(EXPONENT)


def _no_day(said: str) -> str:
    if re.fullmatch(r"\d{5}(\.0+)?", said):
        return "is a spreadsheet's number of a day: write the column as a date, YYYY-MM-DD"
    if _TWO_DIGIT_YEAR.fullmatch(said):
        return "has a year of two digits: write YYYY-MM-DD"
    return "is no date: write YYYY-MM-DD"
