"""Issues of the journal and postcards from their files: every fault with its line, and the sound neighbour of each."""

from datetime import UTC, date, datetime, timedelta
from importlib import resources
from pathlib import Path

import pytest

from content.journal import JournalIssue, Postcard, SpecialIssue, Ticks, from_document, to_document
from content.package import Fault, postcards, reasons
from content.package import journal as package
from content.package import journal_reasons as say
from content.package.journal import IssuePart
from content.study.course import Item
from tests.content.slips import Slip
from tests.files import published
from tests.issues import an_issue

SOUND = """\
format: 1
journal: 2026-12
title: 禁煙支援
sample: true
planning: 見本編集委員会
code: 82
credit: 1
deadline: "2026-12-25"
answers: 2027-02-01 10:00
questions:
  - number: 1
    text: 正しいのはどれか。
    choices: [甲, 乙, 丙, 丁, 戊]
    right: [2]
    explanation: 乙です。
  - number: 2
    text: 正しいのはどれか。2つ選べ。
    choices: [甲, 乙, 丙, 丁, 戊]
    right: [1, 3]
    explanation: 甲と丙です。
"""
SPECIAL = "format: 1\njournal: 2026-12\ntitle: 特別号\nsample: true\nspecial: true\n"
QUESTION = "number, text, choices, right, explanation"
SLIPS = {
    "later format": Slip("format: 1", "§format: 2", reasons.other_format(2), "format: 1"),
    "month": Slip("journal: 2026-12", "§journal: 2026-13", say.SLUG, "journal: 2026-12"),
    "other file": Slip(
        "journal: 2026-12", "§journal: 2026-11", say.slug_is_file("2026-11", "2026-12"), 'journal: "2026-12"'
    ),
    "no code": Slip("code: 82\n", "§", "'code' is missing", "code: 82\n"),
    "code 84": Slip(
        "code: 82",
        "§code: 84",
        "84 is no curriculum code: the codes of this edition run from 0 to 83",
        "code: 83",
    ),
    "day without quotes": Slip(
        'deadline: "2026-12-25"',
        "§deadline: 2026-12-25",
        reasons.trap("2026-12-25", reasons.DATE),
        "deadline: 2026-12-25 17:00",
    ),
    "no such day": Slip('"2026-12-25"', '"2026-12-32"', say.MOMENT, '"2026-12-31"'),
    "told too early": Slip("2027-02-01 10:00", "2026-12-25 23:59", say.ANSWERS_BEFORE, '"2026-12-26"'),
    "no question": Slip(
        SOUND[SOUND.index("questions:") :],
        "§questions: []\n",
        "'questions' is to be a list of at least 1",
        SOUND[SOUND.index("questions:") :],
    ),
    "no right answer": Slip("right: [2]", "§right: []", reasons.NO_RIGHT_ANSWER, "right: [5]"),
    "same choice": Slip("[甲, 乙, 丙, 丁, 戊]", "§[甲, 乙, 丙, 丁, 甲]", reasons.same_choice(1), "[甲, 乙]"),
    "number": Slip("number: 2", "§number: 3", reasons.numbers(3, 2), "number: 2"),
    "a review": Slip(
        "    explanation: 乙です。\n",
        "    explanation: 乙です。\n§    review: {chapter: 1}\n",
        f"the key 'review' is unknown here; known are {QUESTION}",
        "    explanation: 甲ではありません。\n",
    ),
    "unknown key": Slip(
        "code: 82",
        "code: 82\n§pages: 5",
        reasons.unknown_key("pages", IssuePart.model_fields),
        "code: 82\nspecial: false",
    ),
}


def faults_of(text: str, folder: Path, name: str = "2026-12.yaml") -> tuple[Fault, ...]:
    (folder / name).write_text(text)
    issue, faults = package.read(folder / name, Path(name))
    assert bool(issue) is not bool(faults)
    return faults


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_named_with_its_line_and_its_neighbour_is_sound(slip: Slip, tmp_path: Path) -> None:
    assert slip.old in SOUND
    marked = slip.bad if "§" in slip.bad else f"§{slip.bad}"
    text = SOUND.replace(slip.old, marked, 1)
    line = text[: text.index("§")].count("\n") + 1
    if slip.bad == "§":  # the key is gone: the fault is of the whole document
        line = 1
    assert faults_of(text.replace("§", ""), tmp_path) == (Fault(Path("2026-12.yaml"), line, slip.reason),)
    assert faults_of(SOUND.replace(slip.old, slip.good, 1), tmp_path) == ()


def test_a_special_issue_has_no_questions(tmp_path: Path) -> None:
    assert faults_of(SPECIAL, tmp_path) == ()
    assert package.read(tmp_path / "2026-12.yaml", Path("a"))[0] == SpecialIssue(
        "2026-12", date(2026, 12, 1), "特別号", True
    )
    assert faults_of(f"{SPECIAL}code: 82\n", tmp_path) == (Fault(Path("2026-12.yaml"), 6, say.special("code")),)


@pytest.mark.parametrize(
    ("deadline", "last"),
    [
        ('"2026-12-25"', datetime(2026, 12, 25, 14, 59, 59, tzinfo=UTC)),
        ("2026-12-25 17:00", datetime(2026, 12, 25, 8, 0, tzinfo=UTC)),
        ('"2026-12-25 17:00:30"', datetime(2026, 12, 25, 8, 0, 30, tzinfo=UTC)),
    ],
)
def test_moments_are_japans(deadline: str, last: datetime, tmp_path: Path) -> None:
    faults_of(SOUND.replace('"2026-12-25"', deadline), tmp_path)
    issue, _ = package.read(tmp_path / "2026-12.yaml", Path("a"))
    assert isinstance(issue, JournalIssue)
    assert issue.deadline == last
    assert issue.takes_answers(last + timedelta(microseconds=999_999))
    assert not issue.takes_answers(last + timedelta(seconds=1))
    assert issue.answers_published_at == datetime(2027, 2, 1, 1, 0, tzinfo=UTC)
    assert (issue.tells(issue.answers_published_at), issue.tells(last)) == (True, False)


def test_documents_keep_an_issue() -> None:
    for one in (an_issue(), SpecialIssue("2026-12", date(2026, 12, 1), "特別号", True)):
        assert from_document(to_document(one)) == one


def test_questions_stand_as_printed() -> None:
    ticks = Ticks(an_issue(), (1, 10, 1, 0, 16))
    assert (ticks.asked, ticks.unanswered, ticks.right, ticks.wrong_places) == (5, (4,), 3, (3, 4))
    assert (ticks.answer(2), ticks.key(2), ticks.choices(1)) == ((2, 4), (2, 4), ("甲", "乙", "丙", "丁", "戊"))
    with pytest.raises(LookupError):
        ticks.question(6)
    assert isinstance(ticks.question(1), Item)


HEADER = "会員ID,号,受付日,解答\n"


def cards(text: str, folder: Path) -> tuple[tuple[Postcard, ...], tuple[Fault, ...]]:
    (folder / "cards.csv").write_bytes(text.encode("cp932"))
    return postcards.read(folder / "cards.csv", Path("cards.csv"))


def test_postcards_as_a_spreadsheet_exports_them(tmp_path: Path) -> None:
    found, faults = cards(f"{HEADER}１０００-０００００１,2026-12,2026-12-03,1 24 - ４ 5\n\n", tmp_path)
    assert faults == ()
    assert found == (Postcard(Path("cards.csv"), 2, "1000000001", "2026-12", date(2026, 12, 3), (1, 10, 0, 8, 16)),)
    assert postcards.are_postcards(tmp_path / "cards.csv")
    assert list(postcards.against(found[0], {"2026-12": an_issue()})) == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1000000001,2026-12,2026-12-03,1 0 2", say.POSTCARD_ANSWERS),
        ("1000000001,2026-12,2026-12-03,22", say.POSTCARD_ANSWERS),
        ("1000000001,2026-12,2026-12-03,", say.POSTCARD_ANSWERS),
        ("1000000001,2026-12,12/3,1", say.POSTCARD_DAY),
        (",2026-12,2026-12-03,1", say.NO_MEMBER_ID),
        ("1000000001,,2026-12-03,1", say.NO_SLUG),
        ("1000000001,2026-12,2026-12-03", "the line has 3 cells, and the header has 4"),
        ('1000000001,"2026-12,2026-12-03,1', "the quotation marks do not match"),
    ],
)
def test_a_postcard_that_cannot_be_read(row: str, reason: str, tmp_path: Path) -> None:
    assert cards(f"{HEADER}{row}\n", tmp_path)[1] == (Fault(Path("cards.csv"), 2, reason),)


def test_what_postcards_say_against_each_other_and_an_issue(tmp_path: Path) -> None:
    row = "1000000001,2026-12,2026-12-03"
    found, faults = cards(f"{HEADER}{row},1\n{row},1 2 3 4 6\n", tmp_path)
    assert faults == (Fault(Path("cards.csv"), 3, say.twice("1000000001", "2026-12", 2)),)
    said = [[one.reason for one in postcards.against(card, {"2026-12": an_issue()})] for card in found]
    assert said == [[say.other_questions(1, 5)], [say.no_choice(6, 5, 5)]]
    assert [one.reason for one in postcards.against(found[0], {})] == [say.no_issue("2026-12")]


def test_the_issues_we_ship_are_samples() -> None:
    folder = Path(str(resources.files("content"))) / "journal"
    for file in published("journal"):
        issue, faults = package.read(file, Path(file.name))
        assert faults == ()
        assert issue is not None
        assert issue.sample
    assert postcards.read(folder / "postcards.csv", Path("a"))[1] == ()


def test_the_documentations_example_is_sound(tmp_path: Path) -> None:
    readme = (Path(str(resources.files("content"))) / "README.md").read_text()
    example = readme.split("```yaml\nformat: 1\njournal:")[1].split("```")[0]
    assert faults_of(f"format: 1\njournal:{example}", tmp_path) == ()
    header = readme.split("会員ID,号,")[1].split("\n\n")[0]
    assert cards(f"会員ID,号,{header}\n".replace("\n    ", "\n"), tmp_path)[1] == ()
