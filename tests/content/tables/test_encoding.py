"""An encoding is proven: a text that could be read in two ways, or was read in a wrong one before, is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.tables.encoding import decoded
from content.tables.lines import NoTable

NAME = "member_id,name\r\n1000000001,髙橋 葵\r\n"
KANA = "member_id,name\r\n1000000001,ﾐﾎﾝ ｱｵｲ\r\n"
JOSE = "member_id,name\r\n1000000001,José García\r\n"
SAMPLES = (NAME, KANA, NAME + "1000000002,見本 ﾊﾙｶ\r\n", "会員ID,氏名\r\n1,林\r\n", "a,b\r\n1,2\r\n")


@pytest.mark.parametrize("text", SAMPLES)
def test_what_is_proven_is_read(text: str) -> None:
    assert decoded(text.encode()) == text
    assert decoded(codecs.BOM_UTF8 + text.encode()) == text
    assert decoded(text.encode("cp932")) == text


def test_with_its_mark_a_text_of_any_letters_is_utf8() -> None:
    assert decoded(codecs.BOM_UTF8 + JOSE.encode()) == JOSE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_read_by_its_mark(encoding: str) -> None:
    """As a spreadsheet saves "Unicode text"."""
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    assert decoded(marks[encoding] + NAME.encode(encoding)) == NAME


@pytest.mark.parametrize(
    ("raw", "said", "line"),
    [
        (JOSE.encode(), "can be read as UTF-8 and as CP932", 1),
        ("member_id,name\r\n1,García\r\n".encode("cp1252"), "seems to be Windows-1252", 1),
        (NAME.replace("髙", "高").encode("euc_jp"), "seems to be EUC-JP", 1),
        (KANA.replace("ﾐﾎﾝ ｱｵｲ", "見本 葵").encode("euc_jp"), "seems to be EUC-JP", 1),
        (NAME.replace("髙", "高").encode("iso2022_jp"), "is ISO-2022-JP", 1),
        (codecs.BOM_UTF16_LE + NAME.encode("utf-16-le") + b"\x00\xd8", "is UTF-16, and damaged: line 3", 3),
        (NAME.encode("utf-16-le"), "is UTF-16", 1),
        (NAME.encode("utf-16-be"), "is UTF-16", 1),
        (NAME.encode() + b"2,\xe8\xa6\r\n", "is UTF-8, and damaged: line 3 can't be read", 3),
        (NAME.encode() + b"3," + b"\xe8\r\n" + "4,見本 葵\r\n".encode(), "is UTF-8, and damaged", 3),
        (NAME.encode("cp932") + b"2,\x85\x20\r\n", "is neither UTF-8 nor CP932 (Shift_JIS): line 3", 3),
        (NAME.encode().decode("latin-1").encode(), "opened in another encoding and saved again", 2),
        ("a,b\r\n1,葵\r\n".encode().decode("cp1252", "replace").replace("\ufffd", "\x91").encode(), "saved again", 2),
        ("会員ID,氏名\r\n".encode().decode("cp932").encode(), "opened in another encoding and saved again", 1),
    ],
)
def test_what_is_not_proven_is_refused_with_what_it_seems_to_be(raw: bytes, said: str, line: int) -> None:
    with pytest.raises(NoTable) as refused:
        decoded(raw)
    assert said in refused.value.reason
    assert refused.value.line == line


@given(st.text(st.sampled_from("髙橋葵見本一郎がパ、。ａ１ 林"), min_size=1), st.sampled_from(["utf-8", "cp932"]))
def test_japanese_is_never_taken_for_something_else(text: str, encoding: str) -> None:
    whole = f"member_id,name\r\n1000000001,見本{text}\r\n"
    assert decoded(whole.encode(encoding)) == whole
