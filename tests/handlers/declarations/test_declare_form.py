"""The form of a year's declarations by phone: one tap, what it says, and no form with a hole in it."""

import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from content.declarations.form import FormFacts, FormRow
from content.rules import begins
from handlers.papers import form
from handlers.papers.certificate import MissingGlyph
from handlers.papers.marks import Text, texts
from tests.files import JPEG, PDF
from tests.handlers.declaring import Declaring
from tests.phone import Phone

PRINT = "申告内容を印刷する"
ROW = FormRow(
    date(2026, 11, 3), "体験学習", "手術の見学", 74, "高血圧症", 3, "午後", "提出済", ("1 参加証.pdf（PDF）",)
)
FACTS = FormFacts(
    "見本 葵", "300001", "1000000001", 2026, (ROW,), date(2027, 4, 10), "見本県医師会", "所属の郡市区医師会", False
)
LONG = replace(ROW, what="骨" * 200, note="備" * 500, evidence=tuple(f"{n} {'名' * 40}（PDF）" for n in range(1, 6)))


def read(paper: bytes, folder: Path) -> str:
    path = folder / "form.pdf"
    path.write_bytes(paper)
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()


async def test_one_tap_from_the_draft_and_from_what_was_submitted(
    declaring: Declaring, aoi: Phone, tmp_path: Path
) -> None:
    await declaring.writes(JPEG, PDF)
    await aoi.taps(PRINT)
    await aoi.waits()
    assert "申告内容一覧　2026年度" in aoi.text(aoi.last)
    assert "所定の申告書ではありません。申告書は、見本市医師会（見本）にご提出ください。" in aoi.text(aoi.last)
    said = read(aoi.documents[-1], tmp_path)
    for line in (
        "青井 遥",
        "第1回 見本学会",
        "未提出",
        "1.5",
        "1 photo.jpg（写真）",
        "2 a.pdf（PDF）",
        "1件 証明書類 2点",
        "見本",
    ):
        assert line in " ".join(said.split()), said
    await aoi.says("/declare")
    await aoi.taps("1")
    await aoi.taps("提出に進む")
    assert "日本医師会生涯教育制度の申告書は、見本市医師会（見本）に別途ご提出ください。" in aoi.sees
    await aoi.taps("提出する")
    await aoi.taps(PRINT)
    await aoi.waits()
    assert "提出済" in read(aoi.documents[-1], tmp_path)
    assert len(aoi.documents) == 3, "two forms, and the evidence that was sent"


async def test_a_draft_that_lacks_something_or_was_taken_back_has_no_form(declaring: Declaring, aoi: Phone) -> None:
    await declaring.comes_to_evidence()
    await aoi.says("/declare")
    assert "見本県医師会の記録になります" in aoi.sees
    assert PRINT not in aoi.buttons
    await declaring.submits()
    await aoi.taps("取り下げる")
    await aoi.taps("取り下げる")
    await aoi.taps(PRINT)  # of the receipt, which stays in the chat
    await aoi.waits()
    assert aoi.documents == []


async def test_a_character_that_cannot_be_printed(
    declaring: Declaring, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    operator = declaring.stage.app.operator
    monkeypatch.setattr(operator, "tell", lambda _kind, sentence: told.append(sentence))
    await declaring.begins()
    for said in ("見本学会🎉", "11/3", "1.5", "74"):
        await aoi.says(said)
    await aoi.taps("備考なしで進む")
    await aoi.sends(JPEG)
    await aoi.taps("確認に進む")
    await aoi.taps(PRINT)
    await aoi.waits()
    assert aoi.documents == []
    assert "印字できない文字" in aoi.text(aoi.last)
    assert any("U+1F389" in sentence for sentence in told)
    assert [one.what for one in declaring.every] == ["見本学会🎉"]


@pytest.mark.parametrize("rows", [0, 1, 12, 40])
def test_every_row_stands_on_the_form_within_its_page(rows: int) -> None:
    every = tuple(replace(ROW, what=f"第{number}回", day=ROW.day + timedelta(days=number)) for number in range(rows))
    for facts in (
        replace(FACTS, rows=every),
        replace(FACTS, rows=tuple(replace(one, note=LONG.note) for one in every)),
    ):
        laid_out = form.pages(facts)
        said = texts(laid_out)
        assert [one.what for one in every if one.what not in said] == []
        assert ("40件　証明書類 40点" in said) is (rows == 40)
        assert all(0 < mark.y < 290 for page in laid_out for mark in page if isinstance(mark, Text))
    assert form.draw(facts) == form.draw(facts)


def test_the_longest_of_everything_and_a_missing_glyph() -> None:
    facts = replace(FACTS, name="髙" * 60, operator="公" * 80, goes_to="所" * 80, rows=(LONG,) * 5)
    said = "".join(mark.text for page in form.pages(facts) for mark in page if isinstance(mark, Text))
    assert (said.count("骨"), said.count("備"), said.count("髙")) == (5 * 200, 5 * 501, 60)
    with pytest.raises(MissingGlyph, match="U\\+30EDE"):
        form.draw(replace(facts, name="\U00030ede"))


async def test_april_reminds_of_a_draft_and_stops_when_told(declaring: Declaring, aoi: Phone) -> None:
    await declaring.writes()
    await declaring.stage.until(begins(date(2027, 4, 10), 8))
    await declaring.stage.settled()
    assert "申告の期限は4月30日（金）です" in aoi.text(aoi.last)
    assert "提出していない下書きが1件あります。2026年度の学習は、この日までに提出してください。" in aoi.text(aoi.last)
    before = len(aoi.messages)
    await declaring.stage.until(begins(date(2027, 4, 12), 8))
    assert len(aoi.messages) == before, "once"
    assert "第1回 見本学会" in await aoi.taps("下書きを開く")
