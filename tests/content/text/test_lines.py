"""What people write, made fit to be shown on one line."""

import pytest

from content.text.lines import one_line


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (" 第1回\n\t学会　総会 ", "第1回 学会 総会"),
        ("か\u3099ん", "がん"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("\u202e承認済\u202c", "承認済"),
        ("\u2066a\u2069\u200b\ufeff\u200d", "a"),
        ("a\x00b\x1b[31m\ud800", "a b [31m"),
        ("\u200b\u200b\u200b", ""),
        ("🫀 ☎︎ 1⃣", "🫀 ☎︎ 1⃣"),
    ],
)
def test_one_line(written: str, shown: str) -> None:
    assert one_line(written) == shown
