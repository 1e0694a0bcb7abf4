"""Lengths read from the headers of videos, and files that have none."""

import hashlib
import struct
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.package.films import Film, Unreadable, measure
from tests.content.packages import box, element, mp4, mvhd, webm

LONG_HEADER = struct.pack(">B3x16xIQ80x", 1, 600, 6000)
SEGMENT = bytes.fromhex("18538067")
UNKNOWN_SIZE = b"\x01" + b"\xff" * 7


def info(duration: bytes) -> bytes:
    return element(0x1549A966, element(0x4489, duration))


SOUND = {
    "mp4": (mp4(6.5), "MP4", 6.5),
    "index behind": (box(b"mdat", b"film") + box(b"moov", mvhd(7)), "MP4", 7),
    "version 1": (box(b"moov", box(b"mvhd", LONG_HEADER)), "MP4", 10),
    "wide box": (struct.pack(">I4sQ", 1, b"mdat", 20) + b"film" + box(b"moov", mvhd(7)), "MP4", 7),
    "open last box": (box(b"moov", mvhd(7)) + struct.pack(">I4s", 0, b"mdat") + b"film", "MP4", 7),
    "fragments": (box(b"moov", mvhd(0) + box(b"mvex", box(b"mehd", struct.pack(">II", 0, 9000)))), "MP4", 9),
    "long fragments": (box(b"moov", mvhd(0) + box(b"mvex", box(b"mehd", struct.pack(">IQ", 1 << 24, 9000)))), "MP4", 9),
    "webm": (webm(6.5), "WebM", 6.5),
    "other scale": (webm(8, 100_000), "WebM", 8),
    "short float": (element(0x1A45DFA3, b"") + element(0x18538067, info(struct.pack(">f", 4000))), "WebM", 4),
    "open segment": (
        element(0x1A45DFA3, b"")
        + SEGMENT
        + UNKNOWN_SIZE
        + info(struct.pack(">d", 4000))
        + element(0x1F43B675, b"film"),
        "WebM",
        4,
    ),
}

UNREADABLE = {
    "nothing": b"",
    "text": b"this is no film at all",
    "no index": box(b"mdat", b"film"),
    "no header": box(b"moov", b""),
    "short header": box(b"moov", box(b"mvhd", b"\0\0")),
    "cut off": mp4(6)[:-1],
    "no scale": box(b"moov", box(b"mvhd", struct.pack(">4x8xII", 0, 6))),
    "length unknown": box(b"moov", box(b"mvhd", struct.pack(">4x8xII", 1000, 0xFFFFFFFF))),
    "box of no size": struct.pack(">I4s", 4, b"moov"),
    "webm cut off": webm(6)[:-1],
    "webm without a length": element(0x1A45DFA3, b"") + element(0x18538067, element(0x1549A966, b"")),
    "webm of no number": element(0x1A45DFA3, b"") + element(0x18538067, info(struct.pack(">d", float("nan")))),
    "webm of three bytes": element(0x1A45DFA3, b"") + element(0x18538067, info(b"abc")),
    "webm of zeros": element(0x1A45DFA3, b"") + bytes(20),
}


@pytest.mark.parametrize(("raw", "container", "seconds"), SOUND.values(), ids=SOUND.keys())
def test_a_film_is_measured(raw: bytes, container: str, seconds: float, tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(raw)
    assert measure(tmp_path / "film") == Film(container, seconds, hashlib.sha256(raw).hexdigest())


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_measured_is_refused(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(raw)
    with pytest.raises(Unreadable):
        measure(tmp_path / "film")


@given(
    st.sampled_from([mp4(6), webm(6), SOUND["open segment"][0], SOUND["long fragments"][0]]),
    st.integers(0, 200),
    st.binary(max_size=12),
)
def test_no_damage_breaks_the_reader(raw: bytes, at: int, damage: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder, "film")
        film.write_bytes(raw[:at] + damage + raw[at + len(damage) :])
        try:
            assert measure(film).seconds > 0
        except Unreadable:
            assert damage != b""
