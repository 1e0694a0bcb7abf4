"""Files of broadcasting schedules: every fault with its line."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from content.package import radio, reasons
from content.package import radio_reasons as say
from content.radio import Broadcast, Schedule
from tests.broadcasts import moment
from tests.files import published

SOUND = """\
format: 1
radio: 医学講座
sample: true
from: "2026-11-22"
to: "2026-11-28"
broadcasts:
  - day: "2026-11-24"
    time: "20:40"
    minutes: 20
    title: 慢性咳嗽の診かた
    speaker: 見本 一郎
    link: https://radio.example.jp/1
  - day: "2026-11-22"
    time: "23:50"
    minutes: 20
    title: 冬の感染症
    speaker: 見本 花子
"""
TIME = reasons.trap("20:40", reasons.NOTATION)


def reads(text: str, tmp_path: Path) -> tuple[Schedule | None, list[str]]:
    file = tmp_path / "november.yaml"
    file.write_text(text)
    found, faults = radio.read(file, Path("november.yaml"))
    return found, [f"{fault.line}: {fault.reason}" for fault in faults]


def test_a_sound_schedule_in_the_order_of_its_moments(tmp_path: Path) -> None:
    found, faults = reads(SOUND, tmp_path)
    assert not faults
    night = Broadcast(moment("2026-11-22 23:50"), 20, "冬の感染症", "見本 花子", "", True)
    link = "https://radio.example.jp/1"
    evening = Broadcast(moment("2026-11-24 20:40"), 20, "慢性咳嗽の診かた", "見本 一郎", link, True)
    assert found == Schedule(date(2026, 11, 22), date(2026, 11, 28), (night, evening))


@pytest.mark.parametrize(
    ("sound", "slip", "fault"),
    [
        ("format: 1", "format: 2", "1: the format 2 is unknown"),
        ("radio: 医学講座", "radio: 2026-11", "2: 'radio' is to be '医学講座'"),
        ("sample: true", "sample: yes", "3: yes without quotes is true or false to YAML"),
        ("sample: true\n", "sample: true\nplace: 東京\n", "4: the key 'place' is unknown here; known are format, "),
        ('from: "2026-11-22"', "from: 2026-11-22", "4: 2026-11-22 without quotes is a date to YAML: put it in quotes"),
        ('from: "2026-11-22"', 'from: "2026-11-31"', f"4: {say.DAY}"),
        ('from: "2026-11-22"', 'from: "20261122"', f"4: {say.DAY}"),
        ('from: "2026-11-22"', 'from: "0001-01-01"', f"4: {say.DAY}"),
        ('from: "2026-11-22"', 'from: "２０２６-11-22"', f"4: {say.DAY}"),
        ('from: "2026-11-22"\n', "", "1: 'from' is missing"),
        ('to: "2026-11-28"', 'to: "2026-11-21"', "5: 'to' is before 'from'"),
        ('to: "2026-11-28"', 'to: "2027-03-02"', "5: the schedule speaks for 101 days: 100 at most"),
        ('day: "2026-11-24"', 'day: "2026-11-29"', "7: 2026-11-29 is not within the days of this schedule"),
        ('day: "2026-11-24"', 'day: "2026-11-21"', "7: 2026-11-21 is not within the days of this schedule"),
        ('time: "20:40"', "time: 20:40", f"8: {TIME}"),
        ('time: "20:40"', "time: 2040", f"8: {say.TIME}"),
        ('time: "20:40"', 'time: "20:60"', f"8: {say.TIME}"),
        ('time: "20:40"', 'time: "２０：４０"', f"8: {say.TIME}"),
        ('time: "20:40"', 'time: "午後8時40分"', f"8: {say.TIME}"),
        ('time: "20:40"', 'time: "24:00"', "8: 24:00 is past midnight: write 0:00 of the following day"),
        ('time: "20:40"', 'time: "25:10"', "8: 25:10 is past midnight: write 1:10 of the following day"),
        ('time: "20:40"', 'time: "48:00"', f"8: {say.TIME}"),
        ("minutes: 20", "minutes: 0", "9: 'minutes' is to be at least 1"),
        ("minutes: 20", "minutes: 181", "9: 'minutes' is to be at most 180"),
        ("minutes: 20", 'minutes: "20"', "9: 'minutes' is to be a whole number"),
        ("慢性咳嗽の診かた", "咳" * 61, "10: the title is 61 full-width characters long: 60 are shown"),
        ("慢性咳嗽の診かた", "\ufa19経痛", "10: \ufa19 (U+FA19) is a compatibility character"),
        ("speaker: 見本 一郎", "speaker:", "11: 'speaker' is empty"),
        ("speaker: 見本 一郎", f"speaker: {'見' * 81}", "11: 'speaker' is to be at most 80 characters long"),
        ("https://radio", "http://radio", f"12: {say.LINK}"),
        ("https://radio.example.jp/1", "https://localhost/1", f"12: {say.LINK}"),
        ("https://radio.example.jp/1", "https://me:pw@radio.example.jp/1", f"12: {say.LINK}"),
        ("https://radio.example.jp/1", "https://radio.example.jp/医学", f"12: {say.LINK}"),
        ("https://radio.example.jp/1", "https://radio.example.jp/a b", f"12: {say.LINK}"),
        ("https://radio.example.jp/1", "javascript:alert(1)", f"12: {say.LINK}"),
    ],
)
def test_a_slip_is_named_with_its_line(sound: str, slip: str, fault: str, tmp_path: Path) -> None:
    assert sound in SOUND
    found, faults = reads(SOUND.replace(sound, slip, 1), tmp_path)
    assert not found
    assert len(faults) == 1
    assert faults[0].startswith(fault)


@pytest.mark.parametrize(
    ("sound", "neighbour"),
    [
        ('to: "2026-11-28"', 'to: "2027-03-01"'),
        ('to: "2026-11-28"', 'to: "2026-11-24"'),
        ('time: "20:40"', 'time: "8:40"'),
        ('time: "20:40"', 'time: "08:40"'),
        ('time: "20:40"', 'time: "0:10"'),
        ("minutes: 20", "minutes: 180"),
        ("    link: https://radio.example.jp/1\n", '    link: ""\n'),
        ("https://radio.example.jp/1", "https://radio.example.jp"),
        ("https://radio.example.jp/1", "https://radio.example.jp/a?b=%E5%8C%BB#c"),
        (SOUND[SOUND.index("broadcasts:") :], "broadcasts: []\n"),
    ],
)
def test_its_sound_neighbour_passes(sound: str, neighbour: str, tmp_path: Path) -> None:
    assert sound in SOUND
    found, faults = reads(SOUND.replace(sound, neighbour, 1), tmp_path)
    assert not faults
    assert found


def with_third(day: str, time: str, minutes: int = 20) -> str:
    return f'{SOUND}  - {{day: "{day}", time: "{time}", minutes: {minutes}, title: 三, speaker: 三}}\n'


@pytest.mark.parametrize(
    ("day", "time", "minutes", "faults"),
    [
        ("2026-11-24", "20:20", 20, []),
        ("2026-11-24", "20:20", 21, ["8: this begins before the broadcast in line 18 ends, at 20:41"]),
        ("2026-11-24", "20:40", 20, ["18: this begins at the same moment as the broadcast in line 7"]),
        ("2026-11-24", "20:59", 20, ["18: this begins before the broadcast in line 7 ends, at 21:00"]),
        ("2026-11-24", "21:00", 20, []),
        ("2026-11-23", "0:09", 20, ["18: this begins before the broadcast in line 13 ends, at 00:10"]),
        ("2026-11-23", "0:10", 20, []),
    ],
)
def test_one_is_on_at_a_time(day: str, time: str, minutes: int, faults: list[str], tmp_path: Path) -> None:
    assert reads(with_third(day, time, minutes), tmp_path)[1] == faults


def test_a_short_one_within_a_long_one_hides_no_other(tmp_path: Path) -> None:
    text = with_third("2026-11-24", "20:45", 1).replace("minutes: 20", "minutes: 60", 1)
    text += '  - {day: "2026-11-24", time: "21:30", minutes: 5, title: 四, speaker: 四}\n'
    assert [fault.split(":")[0] for fault in reads(text, tmp_path)[1]] == ["18", "19"]


def test_every_fault_at_once(tmp_path: Path) -> None:
    text = SOUND.replace('"20:40"', "20:40").replace("minutes: 20", "minutes: 0").replace("2026-11-28", "2026-11-23")
    assert [fault.split(":")[0] for fault in reads(text, tmp_path)[1]] == ["7", "8", "9", "15"]


def test_a_decomposed_text_from_a_mac_is_composed(tmp_path: Path) -> None:
    found, faults = reads(unicodedata.normalize("NFD", SOUND), tmp_path)
    assert not faults
    assert found is not None
    assert [one.title for one in found.broadcasts] == ["冬の感染症", "慢性咳嗽の診かた"]


@pytest.mark.parametrize("raw", [b"", b"radio: [", SOUND.encode("cp932"), SOUND.encode("utf-8-sig"), b"radio: 1"])
def test_what_is_no_schedule(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "november.yaml"
    file.write_bytes(raw)
    found, faults = radio.read(file, Path("november.yaml"))
    assert not found
    assert faults


def test_the_sample_is_sound_and_says_that_it_is_one() -> None:
    for file in published("radio"):
        assert radio.is_schedule(file)
        found, faults = radio.read(file, file)
        assert not faults
        assert found is not None
        assert found.broadcasts
        assert all(one.sample for one in found.broadcasts)
