"""The reader of course packages: every fault with its line and reason, and the sound neighbour of each."""

import codecs
import hashlib
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.package import Fault, read_course, reasons
from content.study.course import CommonLecture, Kind, Retake, Review
from tests import films
from tests.content.packages import SOUND, write
from tests.content.slips import SLIPS, Slip


def faults_of(text: str | bytes, folder: Path) -> tuple[Fault, ...]:
    course, faults = read_course(write(folder, text))
    assert (course is None) == bool(faults)
    return faults


def fault(line: int, reason: str) -> Fault:
    return Fault(Path("course.yaml"), line, reason)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_named_with_its_line(slip: Slip, tmp_path: Path) -> None:
    assert slip.old in SOUND
    text = SOUND.replace(slip.old, slip.bad, 1)
    line = text[: text.index("§")].count("\n") + 1
    assert faults_of(text.replace("§", ""), tmp_path) == (fault(line, slip.reason),)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_its_neighbour_is_sound(slip: Slip, tmp_path: Path) -> None:
    assert faults_of(SOUND.replace(slip.old, slip.good, 1), tmp_path) == ()


def test_the_course_of_a_sound_package(tmp_path: Path) -> None:
    course, faults = read_course(write(tmp_path))
    assert faults == ()
    assert course is not None
    assert (course.slug, course.code, course.kind, course.half_units) == ("asthma", 79, Kind.LECTURE, 2)
    assert course.common_lecture == CommonLecture("必修講習B 地域医療", 1)
    assert course.retake == Retake(3, 30)
    assert [chapter.seconds for chapter in course.chapters] == [65, 40]
    assert [(video.source, video.mime) for video in course.chapters[0].videos] == [
        ("one.mp4", "video/mp4"),
        ("one.webm", "video/webm"),
    ]
    assert [question.right for question in course.questions] == [{2}, {1, 3}]
    assert [question.several for question in course.questions] == [False, True]
    assert course.questions[1].review == Review(1, 0)


def test_another_film_has_another_digest(tmp_path: Path) -> None:
    package = write(tmp_path)
    first, _ = read_course(package)
    again, _ = read_course(package)
    (package / "one.mp4").write_bytes(films.mp4(65, b"new"))
    other, _ = read_course(package)
    assert first is not None
    assert other is not None
    assert first == again
    assert first.chapters[0].videos[0].sha256 != other.chapters[0].videos[0].sha256
    assert first.chapters[0].videos[1] == other.chapters[0].videos[1]


def test_an_address_is_digested_by_its_text(tmp_path: Path) -> None:
    course, _ = read_course(write(tmp_path, SOUND.replace("clips/two.mp4", '"https://a.example/two.m3u8"')))
    assert course is not None
    video = course.chapters[1].videos[0]
    assert video.sha256 == hashlib.sha256(b"https://a.example/two.m3u8").hexdigest()
    assert (video.mime, video.seconds) == ("application/vnd.apple.mpegurl", 40)


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    slips = ("code 84", "unknown key below", "length in colons", "missing video", "right twice", "question's number")
    text = SOUND
    for slip in slips:
        text = text.replace(SLIPS[slip].old, SLIPS[slip].bad, 1)
    found = faults_of(text.replace("§", ""), tmp_path)
    assert [one.line for one in found] == [4, 17, 22, 30, 31, 34]
    assert {one.reason for one in found} == {SLIPS[slip].reason for slip in slips}


@pytest.mark.parametrize(
    ("raw", "line", "reason"),
    [
        (b"", 1, reasons.EMPTY_FILE),
        (b" \n\n", 1, reasons.EMPTY_FILE),
        (b"# nothing\n", 1, reasons.NOT_A_MAPPING),
        (b"- a\n", 1, reasons.NOT_A_MAPPING),
        (b"a: b\n---\nc: d\n", 2, "not YAML: but found another document, in what began in line 1"),
        (b"a: b\n\tc: d\n", 2, "not YAML: found character '\\t' that cannot start any token"),
        (codecs.BOM_UTF8 + SOUND.encode(), 1, reasons.BYTE_ORDER_MARK),
        (SOUND.encode("cp932"), 3, reasons.CP932),
        (SOUND.encode("utf-16"), 1, reasons.UTF16),
        (b"slug: a\ntitle: \xff\xff", 2, reasons.NOT_UTF8),
        (b"a: " + b"[" * 5000, 1, reasons.TOO_DEEP),
        (b"k: 1\n" * 200_000, 5_000, reasons.too_many_values(10_000)),
        (b"#" * 1_000_001, 1, reasons.TOO_LARGE),
    ],
)
def test_a_file_of_another_kind(raw: bytes, line: int, reason: str, tmp_path: Path) -> None:
    assert faults_of(raw, tmp_path) == (fault(line, reason),)


def test_a_byte_order_mark_hides_no_other_fault(tmp_path: Path) -> None:
    text = SOUND.replace("right: [2]", "right: []")
    found = faults_of(codecs.BOM_UTF8 + text.encode(), tmp_path)
    assert found == (fault(1, reasons.BYTE_ORDER_MARK), fault(30, reasons.NO_RIGHT_ANSWER))


def test_a_video_behind_a_link_out_of_the_package(tmp_path: Path) -> None:
    package = write(tmp_path)
    (tmp_path / "outside.mp4").write_bytes(films.mp4(65, b"outside"))
    (package / "one.mp4").unlink()
    (package / "one.mp4").symlink_to(tmp_path / "outside.mp4")
    assert read_course(package) == (None, (fault(18, reasons.VIDEO_OUTSIDE),))


def test_a_video_behind_a_circle_of_links(tmp_path: Path) -> None:
    package = write(tmp_path)
    (package / "one.mp4").unlink()
    (package / "one.mp4").symlink_to(package / "one.mp4")
    assert read_course(package) == (None, (fault(18, reasons.VIDEO_UNREADABLE),))


def test_decomposed_text_becomes_the_text_that_telegram_shows(tmp_path: Path) -> None:
    title = "がんの診かた"
    course, faults = read_course(write(tmp_path, SOUND.replace("気管支喘息", unicodedata.normalize("NFD", title))))
    assert faults == ()
    assert course is not None
    assert course.title == title


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (">-\n      乙です。\n      HbA1c\n      6.5%と\n      見本 一郎", "乙です。HbA1c 6.5%と見本 一郎"),
        (">\n      乙\n      丙\n\n      丁 戊\n", "乙丙\n丁 戊"),
        ("乙\n      丙 丁", "乙丙 丁"),
        ("乙 丙", "乙 丙"),
        ("'乙\n      丙'", "乙丙"),
        ("|\n      乙です。\n      見本 一郎\n", "乙です。\n見本 一郎"),
    ],
)
def test_lines_are_joined_as_japanese_is(written: str, read: str, tmp_path: Path) -> None:
    course, faults = read_course(write(tmp_path, SOUND.replace("乙です。", written)))
    assert faults == ()
    assert course is not None
    assert course.questions[0].explanation == read


LINES = st.sampled_from(SOUND.splitlines())
JUNK = st.sampled_from(
    ["", "no", "[", "- ", "? a", "*a", "&a b", "{a: 1}", "!!int x", "1:30", "null", "|", "%", "[[1]]"]
)


@given(st.lists(st.one_of(LINES, JUNK, st.builds("{}{}".format, LINES, JUNK), st.text()), max_size=20))
def test_no_text_breaks_the_reader(lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        course, faults = read_course(write(Path(folder), "\n".join(lines).encode("utf-8", "replace")))
    assert course is None
    assert faults


@given(st.integers(0, len(SOUND.splitlines()) - 1), JUNK)
def test_no_value_breaks_the_checks(at: int, junk: str) -> None:
    lines = SOUND.splitlines()
    lines[at] = lines[at].split(":")[0] + ": " + junk
    with tempfile.TemporaryDirectory() as folder:
        course, faults = read_course(write(Path(folder), "\n".join(lines)))
    assert (course is None) == bool(faults)
    assert all(1 <= one.line <= len(lines) + 1 for one in faults)
