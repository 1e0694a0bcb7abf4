"""Evidence is judged by its first bytes, and its name made fit to be shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.declarations.evidence import LONGEST_NAME, MIMES, MOST_BYTES, Bad, jpeg_name, judged, shown_name
from tests.files import EXECUTABLE, HEIC, HTML, JPEG, PDF, PNG, ZIP


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (HEIC, "image/heic"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1miafheic", "image/heic"),
        (PDF, "application/pdf"),
        (b"\xef\xbb\xbf" + PDF, "application/pdf"),
        (b"\r\n\r\n" + PDF, "application/pdf"),
        (b"\xef\xbb\xbf\r\n" + b" " * 1022 + PDF, "application/pdf"),
    ],
)
def test_what_is_taken(content: bytes, mime: str) -> None:
    assert judged(content) == mime


@pytest.mark.parametrize(
    "content",
    [
        EXECUTABLE,
        ZIP,
        HTML,
        "出席しました".encode(),
        b"GIF89a" + b"\0" * 20,
        b"\0\0\0\x1cftypavif\0\0\0\0mif1miaf",
        b"\0\0\0\x18ftypmp42\0\0\0\0mp42heic",
        b"\0\0\0\x18ftypmif1\0\0\0\0avif",
        b"\x7fELF" + PDF,
        b" " * 1025 + PDF,
        b"\n<html>" + PDF,
        b"\xff\xd8",
        b"%PDF",
        b"ftyp",
    ],
)
def test_what_is_not(content: bytes) -> None:
    assert judged(content) is Bad.OTHER


def test_empty_and_the_largest() -> None:
    assert judged(b"") is Bad.EMPTY
    assert judged(PDF.ljust(MOST_BYTES)) == "application/pdf"
    assert judged(PDF.ljust(MOST_BYTES + 1)) is Bad.TOO_BIG


@pytest.mark.parametrize(
    ("name", "mime", "shown"),
    [
        ("参加証.pdf", "application/pdf", "参加証.pdf"),
        ("IMG_0001.JPEG", "image/jpeg", "IMG_0001.JPEG"),
        ("x.exe", "image/jpeg", "x.exe.jpg"),
        ("../../etc/passwd", "application/pdf", "passwd.pdf"),
        ("C:\\papers\\参加証.pdf", "application/pdf", "参加証.pdf"),
        ("", "image/png", "evidence.png"),
        (".PDF", "application/pdf", "evidence.PDF"),
        ("...", "application/pdf", "evidence.pdf"),
        ("IMG_1.HEIC", "image/heic", "IMG_1.HEIC"),
        ("a\n\nb\u202egpj.exe", "image/heic", "a b gpj.exe.heic"),
        ("がくかい.pdf".replace("が", "か\u3099"), "application/pdf", "がくかい.pdf"),
        ("名" * 300 + ".pdf", "application/pdf", "名" * 36 + ".pdf"),
    ],
)
def test_names(name: str, mime: str, shown: str) -> None:
    assert shown_name(name, mime) == shown


@given(st.text(max_size=200), st.sampled_from(sorted(MIMES)))
def test_any_name_is_one_short_line_of_what_can_be_seen(name: str, mime: str) -> None:
    shown = shown_name(name, mime)
    assert 0 < len(shown) <= LONGEST_NAME
    assert not [letter for letter in shown if unicodedata.category(letter)[0] in "C" or letter in "\n\r/\\"]


def test_the_name_of_a_heic_that_is_shown_as_a_jpeg() -> None:
    assert [jpeg_name(name) for name in ("IMG_1.HEIC", "参加証.heif", "photo.heic")] == [
        "IMG_1.jpg",
        "参加証.jpg",
        "photo.jpg",
    ]
