"""Files of trainings and of their attendance: every fault with its line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.attendance.training import Form, Present, Training, slug_of, source_of
from content.package import attendance, trainings
from content.study.course import CommonLecture
from tests.files import published

SOUND = """\
format: 1
training: asthma-talk
title: 気管支喘息の長期管理
organiser: 見本市医師会
prefecture: 東京都
held: in_person
code: 79
credit: 1
starts: 2026-11-22 14:00
ends: 2026-11-22 15:10
sample: true
common_lecture: {category: 必修講習B 地域医療, credit: 0.5}
"""
LIST = "会員ID,単位,入室,退室\n1000000001,1,13:52,15:12\n１００００００００２,0.5,,\n"


def reads(text: str, tmp_path: Path, name: str = "asthma-talk.yaml") -> tuple[Training | None, list[str]]:
    file = tmp_path / name
    file.write_text(text)
    found, faults = trainings.read(file, Path(name))
    return (found.training if found else None), [f"{fault.line}: {fault.reason}" for fault in faults]


def lists(raw: bytes, tmp_path: Path) -> list[str]:
    (tmp_path / "asthma-talk.csv").write_bytes(raw)
    return [f"{one.line}: {one.reason}" for one in attendance.read(tmp_path / "asthma-talk.csv", Path("a.csv"))[1]]


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        (source_of("asthma-talk"), "asthma-talk"),
        ("course:asthma-talk", ""),
        ("journal:2026-12", ""),
        ("declaration:training:7", ""),
        ("asthma-talk", ""),
    ],
)
def test_only_the_source_of_a_training_names_one(source: str, slug: str) -> None:
    assert slug_of(source) == slug


def test_a_sound_training(tmp_path: Path) -> None:
    found, faults = reads(SOUND, tmp_path)
    assert not faults
    starts, ends = datetime(2026, 11, 22, 5, 0, tzinfo=UTC), datetime(2026, 11, 22, 6, 10, tzinfo=UTC)
    common = CommonLecture("必修講習B 地域医療", 1)
    words = ("asthma-talk", "気管支喘息の長期管理", "見本市医師会", "東京都")
    assert found == Training(*words, Form.IN_PERSON, 79, 2, True, starts, ends, common)


@pytest.mark.parametrize(
    ("sound", "slip", "fault"),
    [
        ("asthma-talk", "asthma", "2: the training is called 'asthma' here and 'asthma-talk' by the file's name"),
        ("気管支喘息の長期管理", "COPD₂の管理", "3: papers can't print ₂ (U+2082)"),
        ("見本市医師会", "見本市\U000e01ef医師会", "4: papers can't print 市\U000e01ef (U+5E02 U+E01EF)"),
        ("必修講習B 地域医療", "必修講習B ₂", "12: papers can't print ₂ (U+2082)"),
        ("東京都", "東京", "5: a prefecture is written as"),
        ("in_person", "video", "6: 'held' is to be"),
        ("code: 79", "code: 84", "7: "),
        ("credit: 1\n", "credit: 0.3\n", "8: credit is counted in steps of 0.5"),
        (
            "credit: 1\n",
            "credit: 1.5\n",
            "8: 1.5 credits are more than 70 minutes hold: 30 minutes are 0.5, so 1 at most",
        ),
        ("2026-11-22 14:00", "2026-11-22", "9: 2026-11-22 without quotes is a date"),
        ("2026-11-22 14:00", "2026-11-22 24:00", "9: a moment is written as"),
        ("2026-11-22 14:00", "2026-11-22 15:10", "10: the training ends before it begins"),
        ("ends: 2026-11-22", "ends: 2026-11-23", "10: a training ends on the day on which it begins"),
        ("sample: true", "sample: true\nplace: 会館", "12: the key 'place' is unknown here"),
        ("in_person", "web_recorded\nattendance: checkin", "7: a recorded viewing is no attendance"),
    ],
)
def test_a_slip_is_named_with_its_line(sound: str, slip: str, fault: str, tmp_path: Path) -> None:
    assert sound in SOUND
    found, faults = reads(SOUND.replace(sound, slip, 1), tmp_path)
    assert found is None
    assert [one for one in faults if one.startswith(fault)] == faults


def test_midnight_in_japan_parts_two_days(tmp_path: Path) -> None:
    late = SOUND.replace("14:00", "22:50").replace("15:10", "23:59")
    assert not reads(late, tmp_path)[1]
    assert reads(late.replace("2026-11-22 23:59", "2026-11-23 00:00"), tmp_path)[1]


def test_a_list_as_spreadsheets_write_it(tmp_path: Path) -> None:
    for raw in (LIST.encode(), LIST.encode("utf-8-sig"), LIST.encode("cp932"), LIST.replace("\n", "\r\n").encode()):
        file = tmp_path / "asthma-talk.csv"
        file.write_bytes(raw)
        found, faults = attendance.read(file, Path("a.csv"))
        assert not faults
        assert found is not None
        assert found.present == (Present(2, "1000000001", 2, "13:52", "15:12"), Present(3, "1000000002", 1, "", ""))


def test_every_fault_of_a_list_at_once(tmp_path: Path) -> None:
    text = (
        "会員ID,単位,入室,退室\n"
        "1000000001,0.3,,\n"
        ",1,,\n"
        "1000000002,1,25:00,\n"
        "1000000003,1,15:00,14:00\n"
        "\n"
        "1000000004,1,,\n"
        "1000000004,0.5,,\n"
        "1000000005,0,,\n"
        "1000000006,1\n"
        "1000000007,二,,\n"
    )
    assert lists(text.encode(), tmp_path) == [
        "2: 単位 is counted in steps of 0.5, from 0.5 on",
        "3: 会員ID is empty",
        "4: a time is written as 14:05, or left empty",
        "5: 退室 is before 入室",
        "8: the member 1000000004 stands in line 7 already",
        "9: 単位 is counted in steps of 0.5, from 0.5 on",
        "10: the line has 2 cells, and the header has 4",
        "11: 単位 is counted in steps of 0.5, from 0.5 on",
    ]


@pytest.mark.parametrize(
    "raw", [b"", "会員ID,単位\n".encode(), "会員ID,単位,入室,退室\n".encode(), b"\x00\xff\xfe", b'"']
)
def test_what_is_no_list(raw: bytes, tmp_path: Path) -> None:
    found = lists(raw, tmp_path)
    assert found
    assert all(one.startswith("1: ") for one in found)


def test_a_list_against_its_training(tmp_path: Path) -> None:
    training, _ = reads(SOUND.replace("credit: 1\n", "credit: 0.5\n"), tmp_path)
    assert training is not None
    (tmp_path / "asthma-talk.csv").write_text(LIST)
    found, _ = attendance.read(tmp_path / "asthma-talk.csv", Path("a.csv"))
    assert found is not None
    assert [str(one) for one in attendance.against(found, {"asthma-talk": training})] == [
        "a.csv:2: 1 credits are more than the 0.5 of the training"
    ]
    assert "no training 'asthma-talk'" in str(*attendance.against(found, {}))


def test_the_samples_are_sound_and_say_that_they_are_samples() -> None:
    for file in published("trainings"):
        found, faults = trainings.read(file, file)
        assert not faults
        assert found is not None
        assert found.training.sample
