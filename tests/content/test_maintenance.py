"""Announced maintenance: its files with every fault, and when it presses, to the second."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.maintenance import Concerned, Maintenance, pressing
from content.package import maintenance as files
from content.rules import Rules
from tests.files import published

SOUND = """\
format: 1
maintenance:
  - period: mamis-winter
    concerns: mamis
    starts: 2026-12-05 22:00
    ends: 2026-12-06 06:00
    said:
      ja: マイページをご利用いただけません。
      en: Your page cannot be used.
    sample: false
  - period: papers-winter
    concerns: certificates
    starts: 2026-12-07 22:00
    ends: 2026-12-08 06:00
    said: {ja: 発行が遅れます。, en: Papers come late.}
    sample: false
    withdrawn: true
"""
STARTS = datetime(2026, 12, 5, 13, 0, tzinfo=UTC)
ENDS = datetime(2026, 12, 5, 21, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MAMIS = Maintenance(
    "mamis-winter",
    Concerned.MAMIS,
    STARTS,
    ENDS,
    "マイページをご利用いただけません。",
    "Your page cannot be used.",
    sample=False,
)


def reads(text: str, tmp_path: Path) -> tuple[list[tuple[Maintenance, int]], list[str]]:
    file = tmp_path / "winter.yaml"
    file.write_text(text)
    found, faults = files.read(file, Path("winter.yaml"))
    return list(found), [f"{fault.line}: {fault.reason}" for fault in faults]


def test_a_sound_file(tmp_path: Path) -> None:
    found, faults = reads(SOUND, tmp_path)
    assert not faults
    assert found[0] == (MAMIS, 3)
    assert [(one.slug, one.concerns, one.withdrawn, line) for one, line in found[1:]] == [
        ("papers-winter", Concerned.CERTIFICATES, True, 11)
    ]


@pytest.mark.parametrize(
    ("sound", "slip", "fault"),
    [
        ("mamis-winter", "MAMIS", "3: a slug has 3 to 40"),
        ("concerns: mamis", "concerns: phone", "4: 'concerns' is to be"),
        ("2026-12-05 22:00", "12/5 22:00", "5: a moment is written as"),
        ("2026-12-06 06:00", "2026-12-05 22:00", "6: the period ends before it begins"),
        ("2026-12-06 06:00", "2026-12-05 21:59", "6: the period ends before it begins"),
        ("マイページをご利用いただけません。", "文" * 201, "8: 'ja' is to be at most 200"),
        ("      en: Your page cannot be used.\n", "", "7: 'en' is missing"),
        ("    sample: false\n", "", "3: 'sample' is missing"),
        ("sample: false", "sample: no", "10: "),
        ("sample: false", "sample: false\n    place: here", "11: the key 'place' is unknown here"),
        ("papers-winter", "mamis-winter", "11: the period 'mamis-winter' stands in this file already"),
        ("format: 1", "format: 2", "1: "),
    ],
)
def test_a_slip_is_named_with_its_line(sound: str, slip: str, fault: str, tmp_path: Path) -> None:
    assert sound in SOUND
    found, faults = reads(SOUND.replace(sound, slip, 1), tmp_path)
    assert not found
    assert faults
    assert [one for one in faults if one.startswith(fault)] == faults


def test_every_fault_at_once(tmp_path: Path) -> None:
    text = SOUND.replace("mamis\n", "fax\n", 1).replace("2026-12-06 06:00", "2026-12-04 06:00").replace("true", "maybe")
    assert [fault.split(":")[0] for fault in reads(text, tmp_path)[1]] == ["4", "6", "17"]


def test_what_is_no_such_file(tmp_path: Path) -> None:
    assert not files.is_maintenance(tmp_path / "none.yaml")
    assert reads("maintenance: []\nformat: 1\n", tmp_path)[1] == ["1: 'maintenance' is to be a list of at least 1"]
    assert len(reads("maintenance: soon\n", tmp_path)[1]) == 2


@pytest.mark.parametrize(
    ("moment", "is_on", "over"),
    [
        (STARTS - SECOND, False, False),
        (STARTS, True, False),
        (ENDS - SECOND, True, False),
        (ENDS, False, True),
    ],
)
def test_when_it_is_on(moment: datetime, is_on: bool, over: bool) -> None:
    assert (MAMIS.is_on(moment), MAMIS.is_over(moment)) == (is_on, over)


def test_it_presses_from_the_days_of_the_rule_on() -> None:
    for days in (3, 7):
        rules, told_from = Rules(version="test", maintenance_told_days=days), STARTS - timedelta(days=days)
        assert pressing([MAMIS], told_from - SECOND, rules) == ()
        assert pressing([MAMIS], told_from, rules) == (MAMIS,)


def test_the_sample_is_sound_and_says_that_it_is_one() -> None:
    for file in published("maintenance"):
        found, faults = files.read(file, file)
        assert not faults
        assert found
        assert all(one.sample for one, _ in found)
