"""What is taken of a cell in a hurry is what is taken of it at leisure."""

import io
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from content.tables.lines import lines_of

SIGNS = set("=@+-#0123456789")
"""With one of them begins what a spreadsheet leaves in place of a text."""


def test_no_letter_becomes_a_sign_or_a_digit_in_half_width() -> None:
    """So a cell that begins with a letter need not be looked through for formulas, errors and exponents."""
    letters = [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isalpha()]
    assert len(letters) > 100_000
    assert [letter for letter in letters if unicodedata.normalize("NFKC", letter)[:1] in SIGNS] == []


@given(st.text("ab,\r\n\v\x85\u2028"))
def test_lines_end_where_a_file_of_text_has_its_lines_end(text: str) -> None:
    assert list(lines_of(text)) == list(io.StringIO(text, newline=""))
