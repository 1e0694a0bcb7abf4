"""The operator's profile: what it holds, and every fault with its line and reason."""

from datetime import date
from pathlib import Path

import pytest

from content.operator import Profile, Purpose
from content.package import operator
from content.values import CreditKind
from tests.operators import OTHER, OTHER_FILE, SAMPLE, WHOLE

SOUND = OTHER_FILE.read_text()


def reads(text: str, tmp_path: Path) -> tuple[Profile | None, list[str]]:
    file = tmp_path / "operator.yaml"
    file.write_text(text)
    found, faults = operator.read(file, Path("operator.yaml"))
    return found, [f"{fault.line}: {fault.reason}" for fault in faults]


def test_the_demo_s_operator_is_a_sample_and_says_so() -> None:
    assert SAMPLE.sample
    assert "見本" in SAMPLE.name.ja
    assert "sample" in SAMPLE.name.en
    assert not SAMPLE.is_association


def test_what_a_profile_holds() -> None:
    assert not OTHER.sample
    assert OTHER.help_desk.phone == "999-999-9991"
    assert OTHER.record_from.days == {
        CreditKind.LECTURE: date(2025, 7, 11),
        CreditKind.COOPERATION: date(2025, 8, 12),
        CreditKind.JOURNAL: date(2025, 9, 13),
        CreditKind.TRAINING: date(2025, 10, 14),
        CreditKind.DECLARATION: date(2025, 11, 15),
    }
    assert all(OTHER.serves(purpose) for purpose in Purpose)
    assert not any(WHOLE.serves(purpose) for purpose in Purpose)


@pytest.mark.parametrize(("said", "day"), [("never", None), ("always", date.min)])
def test_a_kind_of_credit_may_be_kept_never_or_always(said: str, day: date | None, tmp_path: Path) -> None:
    found, faults = reads(SOUND.replace('"2025-09-13"', said), tmp_path)
    assert not faults
    assert found is not None
    assert found.record_from.days[CreditKind.JOURNAL] == day


@pytest.mark.parametrize(
    ("sound", "slip", "fault"),
    [
        ("format: 1", "format: 2", "2: the format 2 is unknown"),
        ("sample: false\n", "", "1: 'sample' is missing"),
        ("sample: false", "sample: no", "3: no without quotes is"),
        ("ja: 架空市医師会, ", "", "4: 'ja' is missing"),
        ("架空市医師会,", "架空市医師会₂,", "4: papers can't print"),
        ("架空市医師会,", f"{'架' * 41},", "4: 'ja' is to be at most 40"),
        ("is_association: false", "is_association: maybe", "5: 'is_association' is to be true or false"),
        ("is_association: false", "is_association: false\nplace: here", "6: the key 'place' is unknown here"),
        ("phone: 999-999-9991", "phone: ９９９", "9: a telephone number has digits"),
        ("phone: 999-999-9991", "phone: 999-999-999x", "9: a telephone number has digits"),
        ("https://kakuu.example.com/form", "http://kakuu.example.com/form", "11: the address of a form begins"),
        ("https://kakuu.example.com/form", "https://kakuu.example.com/ask us", "11: the address of a form begins"),
        ("gakujutsu@kakuu.example.com", "gakujutsu", "12: a mail address is written as"),
        ("gakujutsu@kakuu.example.com", "a@b@kakuu.example.com", "12: a mail address is written as"),
        (
            '  hours: {ja: 月曜から木曜 8:30～12:15, en: "Monday to Thursday, 8:30 to 12:15"}\n',
            "",
            "7: 'hours' is missing",
        ),
        ("[chronic,", "[chronic, chronic,", "20: 'certificates_serve' is to be a list of at most 4"),
        ("specialist,", "chronic,", "20: the purpose 'chronic' stands here a second time"),
        ("specialist,", "anything,", "20: the purpose is unknown; known are chronic, psychotropic"),
        (
            "certificates_serve: [chronic, psychotropic, specialist, function_report]\n",
            "",
            "1: 'certificates_serve' is",
        ),
        ('lecture: "2025-07-11"', "lecture: 2025-07-11", "22: 2025-07-11 without quotes is a date"),
        ('"2025-07-11"', '"2025-02-30"', "22: a day is written as"),
        ('"2025-07-11"', '"2025-7-11"', "22: a day is written as"),
        ('"2025-07-11"', "often", "22: a day is written as"),
        ('  declaration: "2025-11-15"\n', "", "21: 'declaration' is missing"),
    ],
)
def test_a_slip_is_named_with_its_line(sound: str, slip: str, fault: str, tmp_path: Path) -> None:
    assert sound in SOUND
    found, faults = reads(SOUND.replace(sound, slip, 1), tmp_path)
    assert found is None
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_whom_to_ask_needs_a_way(tmp_path: Path) -> None:
    lines = [line for line in SOUND.splitlines() if not line.strip().startswith(("phone:", "hours:", "form:", "mail:"))]
    assert reads("\n".join(lines), tmp_path) == (
        None,
        [
            "7: nobody can be asked in this way: give a phone, a form or a mail address",
            "9: nobody can be asked in this way: give a phone, a form or a mail address",
            "19: nobody can be asked in this way: give a phone, a form or a mail address",
        ],
    )


@pytest.mark.parametrize("way", ["phone", "form", "mail"])
def test_one_way_is_enough(way: str, tmp_path: Path) -> None:
    desk = {
        "phone": "phone: 00-1\n  hours: {ja: 平日, en: weekdays}",
        "form": "form: https://a.example",
        "mail": "mail: a@b.example",
    }
    head, _, rest = SOUND.partition("help_desk:")
    own = f"help_desk:\n  name: {{ja: 窓口, en: desk}}\n  {desk[way]}\n"
    after = rest[rest.index("privacy_contact:") :]
    assert reads(f"{head}{own}{after}", tmp_path)[1] == []


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    missing = reads("format: 1\nsample: false\nname: {ja: 架空市医師会, en: Kakuu}\n", tmp_path)[1]
    keys = "is_association address help_desk privacy_contact declarations_to certificates_serve record_from"
    assert missing == sorted(f"1: '{key}' is missing" for key in keys.split())


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    found, faults = operator.read(tmp_path / "none.yaml", Path("none.yaml"))
    assert (found, [str(fault) for fault in faults]) == (None, ["none.yaml:1: there is no such file"])


def test_the_example_of_the_readme_is_sound(tmp_path: Path) -> None:
    told = (OTHER_FILE.parent.parent / "content" / "README.md").read_text().partition("## The operator's profile")[2]
    example = told.partition("```yaml\n")[2].partition("```")[0]
    found, faults = reads(example, tmp_path)
    assert not faults
    assert found is not None
    assert not found.sample
