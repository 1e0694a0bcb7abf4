"""What a film is, by its header and its codecs; which phones would not play it; and files that are no film."""

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.package import film_reasons as say
from content.package.films import Film, Unreadable, measure
from tests.films import AVC, box, mp4, webm

LEVEL_5_1, LEVEL_5_2 = (AVC.replace(b"\x4d\x40\x1f", b"\x4d\x40" + level) for level in (b"\x33", b"\x34"))

MEASURED = {
    "mp4": (mp4(6.5), "MP4", 6.5),
    "index behind": (mp4(7, index_first=False), "MP4", 7.0),
    "webm": (webm(6.5), "WebM", 6.5),
    "other scale": (webm(8, 100_000), "WebM", 8.0),
}
UNREADABLE = {
    "nothing": b"",
    "text": b"this is no film at all",
    "no index": box(b"mdat", b"film"),
    "no header": box(b"moov", b""),
    "cut off": mp4(6)[:-1],
    "cut in its index": mp4(6)[:200],
    "no length": mp4(0),
    "a day long": mp4(86_400),
    "webm cut off": webm(6)[:-1],
    "zeros": bytes(200),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(40),
}


def film(raw: bytes, folder: Path) -> Film:
    (folder / "film").write_bytes(raw)
    return measure(folder / "film")


@pytest.mark.parametrize(("raw", "container", "seconds"), MEASURED.values(), ids=MEASURED.keys())
def test_a_film_is_measured(raw: bytes, container: str, seconds: float, tmp_path: Path) -> None:
    found = film(raw, tmp_path)
    assert (found.container, found.seconds, found.sha256) == (container, seconds, hashlib.sha256(raw).hexdigest())


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_measured_is_refused(raw: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        film(raw, tmp_path)


@pytest.mark.parametrize(
    ("raw", "doubts"),
    [
        (mp4(9), ()),
        (mp4(9, sound=b"mp4a"), ()),
        (mp4(9, setup=LEVEL_5_1), ()),
        (webm(9), ()),
        (mp4(9, label=b"hvc1"), (say.codec("hvc1", "AVC"),)),
        (mp4(9, index_first=False), (say.INDEX_LAST,)),
        (mp4(9, label=b"hvc1", index_first=False), (say.codec("hvc1", "AVC"), say.INDEX_LAST)),
        (mp4(9, setup=LEVEL_5_2), (say.level("5.2"),)),
        (mp4(9, sound=b"ac-3"), (say.sound("ac-3"),)),
    ],
)
def test_which_phones_would_fail(raw: bytes, doubts: tuple[str, ...], tmp_path: Path) -> None:
    assert film(raw, tmp_path).doubts == doubts


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("hvc1", "Android phones and Chrome without a decoder for HEVC"),
        ("hev1", "iPhones, and Android phones"),
        ("av01", "iPhones before the 15 Pro"),
        ("mp4v", "most phones"),
    ],
)
def test_whoever_fails_is_named(label: str, who: str) -> None:
    assert f"marked {label}: {who}" in say.codec(label, "")


@pytest.mark.parametrize(
    ("profile", "bits", "chroma", "plays"),
    [
        ("Baseline", 8, "4:2:0", True),
        ("Main", 8, "4:2:0", True),
        ("High", 8, "4:2:0", True),
        ("High", 10, "4:2:0", False),
        ("High", 8, "4:2:2", False),
        ("High 10", 10, "4:2:0", False),
        ("High 4:4:4 Predictive", 8, "4:4:4", False),
    ],
)
def test_what_of_h264_phones_play(profile: str, bits: int, chroma: str, *, plays: bool) -> None:
    found = Film("MP4", 9.0, "", "avc1", "AVC", f"{profile}@L4", bits, chroma, (), index_first=True)
    assert (found.doubts == ()) is plays


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([mp4(6), mp4(6, sound=b"mp4a"), webm(6)]), st.integers(0, 700), st.binary(max_size=12))
def test_no_damage_breaks_the_reader(raw: bytes, at: int, damage: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = film(raw[:at] + damage + raw[at + len(damage) :], Path(folder))
        except Unreadable:
            assert damage
        else:
            assert found.seconds > 0
            assert all(found.doubts)
