"""What a person types as an ID, in every way that a phone lets him."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.access.login_id import Form, LoginId, normal, read
from content.text.folding import signs


@pytest.mark.parametrize(
    "typed",
    [
        "0123456789",
        "０１２３４５６７８９",
        " 01234 56789\n",
        "01234\u300056789",
        "01234-56789",
        "01234－56789",  # full-width hyphen
        "01234ー56789",  # the long-vowel sign that a kana keyboard gives
        "01234ｰ56789",
        "01234‐56789",
        "01234‑56789",
        "01234–56789",
        "01234—56789",
        "01234―56789",
        "01234−56789",
        "01234\u200b56789",
        "\ufeff0123456789",
    ],
)
def test_ten_digits_are_the_member_id_however_they_are_typed(typed: str) -> None:
    assert read(typed) == LoginId("0123456789", Form.MEMBER_NO)


@pytest.mark.parametrize(
    ("typed", "text", "form"),
    [
        ("tokyo", "tokyo", Form.ACCOUNT),
        ("ＴＯＫＹＯ", "tokyo", Form.ACCOUNT),
        ("M2026-0004", "m20260004", Form.ACCOUNT),
        ("012345678", "012345678", Form.OTHER),
        ("01234567890", "01234567890", Form.OTHER),
        ("4711@mamis", "4711@mamis", Form.OTHER),
        ("1" * 64, "1" * 64, Form.OTHER),
        ("1" * 65, "", Form.UNREADABLE),
        ("", "", Form.UNREADABLE),
        (" ー ", "", Form.UNREADABLE),
        ("高血圧", "", Form.UNREADABLE),
        ("٠١٢٣٤٥٦٧٨٩", "", Form.UNREADABLE),  # Arabic digits are no half-width ones
        ("12345\x0067890", "", Form.UNREADABLE),
    ],
)
def test_forms(typed: str, text: str, form: Form) -> None:
    assert read(typed) == LoginId(text, form)


@given(st.text("aZ09", min_size=1))
def test_plain_letters_and_digits_take_a_shorter_way_to_the_same(typed: str) -> None:
    assert normal(typed) == signs(typed).replace("-", "").casefold()


@given(st.text())
def test_the_normal_form_is_its_own(typed: str) -> None:
    once = read(typed)
    assert (read(once.text) == once) or once.form is Form.UNREADABLE
