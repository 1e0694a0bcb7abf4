"""python -m bot readings, beside SudachiPy's interface: it is not installed with everything."""

import io
import sys
from dataclasses import dataclass
from types import ModuleType

import pytest

from bot.commands import readings
from tests.house.source import ROOT

WORDS = {"不眠への対応": "フミンヘノタイオウ", "高血圧症": "コウケツアツショウ", "浮腫": "フシュ"}


@dataclass
class Word:
    """A word of the text, as SudachiPy gives it."""

    text: str

    def surface(self) -> str:
        return self.text

    def reading_form(self) -> str:
        return WORDS.get(self.text, "ヨミ")


class Dictionary:
    """Reads what it knows as a whole."""

    def __init__(self, dict: str) -> None:
        assert dict == "small"

    def create(self) -> "Dictionary":
        return self

    def tokenize(self, text: str) -> list[Word]:
        return [Word(text)]


@pytest.fixture
def sudachi(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("sudachipy")
    module.__dict__["Dictionary"] = Dictionary
    monkeypatch.setitem(sys.modules, "sudachipy", module)


def test_without_it_the_command_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    out, err = io.StringIO(), io.StringIO()
    assert readings.run(None, out, err) == 1
    assert (out.getvalue(), "tani[readings]" in err.getvalue()) == ("", True)


@pytest.mark.usefixtures("sudachi")
def test_codes_whose_reading_differs_are_proposed() -> None:
    out = io.StringIO()
    assert readings.run(None, out, io.StringIO()) == 0
    assert "CC 7 医療の質と安全: よみ (now: いりょうのしつとあんぜん)" in out.getvalue()
    assert "高血圧症" not in out.getvalue()
    assert "浮腫" not in out.getvalue()
    assert out.getvalue().endswith("82 to read over.\n")


@pytest.mark.usefixtures("sudachi")
@pytest.mark.parametrize(
    ("folder", "proposed"),
    [
        ("trainings", "dementia-care: reading: よみ (now: かかりつけいのためのにんちしょうしんりょう)"),
        ("journal", "2026-12: reading: よみ (now: しんりょうじょではじめるきんえんしえん)"),
        ("radio", "2026-11 2026-11-19 骨粗鬆症の骨折予防: reading: よみ (now: こつそしょうしょうのこっせつよぼう)"),
    ],
)
def test_every_kind_of_title_is_read(folder: str, proposed: str) -> None:
    out = io.StringIO()
    assert readings.run(ROOT / "content" / folder, out, io.StringIO()) == 0
    assert proposed in out.getvalue()


@pytest.mark.usefixtures("sudachi")
def test_courses_without_a_reading_are_proposed_one() -> None:
    out = io.StringIO()
    assert readings.run(ROOT / "content" / "courses", out, io.StringIO()) == 0
    assert "insomnia: reading: ふみんへのたいおう (now: none)" in out.getvalue()
