"""The attendance certificate: read back as a reader would, with poppler, and looked at through its layout."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from content.certificates.certificate import CertificateFacts, CertificateLine, Issuer, Subtotal
from content.words import paper as words
from handlers.papers import certificate, sheet
from handlers.papers.certificate_layout import pages
from handlers.papers.fonts import width
from handlers.papers.marks import Frame, Rule, Text, texts
from handlers.papers.sheet import About, written
from tests.operators import OTHER

KATSU = "葛\U000e0100"  # 葛 as in 葛城市, with 人 inside
NABE = "邉\U000e0101"
ELSEWHERE = """
import json, sys
from content.certificates.certificate import CertificateFacts
from handlers.papers import certificate

facts = CertificateFacts.from_document(json.load(sys.stdin))
sys.stdout.buffer.write(certificate.draw(facts))
"""
ABOUT = About("題", "作", "件", "ja-JP", datetime(2026, 11, 23, tzinfo=UTC))


def a_line(number: int, half_units: int = 2) -> CertificateLine:
    return CertificateLine(
        day=date(2026, 4, 1) + timedelta(days=number),
        title=f"家庭血圧の測定と評価：日常診療で押さえておきたいポイント（第{number}回）",
        organiser="見本委員会",
        kind="生涯教育講座",
        code=number % 84,
        code_name="医師－患者関係とコミュニケーション",
        half_units=half_units,
    )


def some_facts(lines: int = 1, *, name: str = "見本 一郎") -> CertificateFacts:
    return CertificateFacts(
        name=name,
        registry_no="123456",
        member_no="0012345678",
        period_from=date(2026, 4, 1),
        period_to=date(2026, 11, 22),
        lines=tuple(a_line(number) for number in range(lines)),
        issued_on=date(2026, 11, 23),
        issuer=Issuer.of(OTHER),
    )


def read(paper: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(paper)
    return subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout.decode()


def looked_at(paper: bytes, folder: Path) -> list[bytes]:
    """Every page as a picture."""
    path = folder / "paper.pdf"
    path.write_bytes(paper)
    subprocess.run(["pdftoppm", "-r", "60", "-gray", path, folder / "page"], check=True)
    pictures = sorted(folder.glob("page*.pgm"))
    return [picture.read_bytes() for picture in pictures]


def printed(facts: CertificateFacts) -> str:
    return "\n".join(texts(pages(facts)))


class TestFacts:
    def test_sums(self) -> None:
        lines = (a_line(74, 1), a_line(8), a_line(74))
        facts = replace(some_facts(), lines=lines)
        assert facts.half_units == 5
        assert facts.subtotals == (Subtotal(8, lines[1].code_name, 2), Subtotal(74, lines[0].code_name, 3))

    def test_nothing_earned_sums_to_nothing(self) -> None:
        assert (some_facts(0).half_units, some_facts(0).subtotals) == (0, ())


class TestLayout:
    def test_says_all_it_has_to_say(self) -> None:
        said = printed(replace(some_facts(2), name="𠮷野 髙子"))
        for phrase in (
            "受講証明書",
            "𠮷野 髙子",
            "殿",
            "医籍登録番号　123456　　　会員ID　0012345678",
            "2026年4月1日 から 2026年11月22日 まで",
            "2単位（カリキュラムコード 2種類）",
            "2026年11月23日",
            "架空市医師会",
            "日本医師会が発行する文書ではありません。",
            "発行日の前日までの受講記録によります。",
            "1 / 1",
        ):
            assert phrase in said

    def test_an_empty_registry_number_is_left_out_with_its_label(self) -> None:
        said = printed(replace(some_facts(), registry_no=""))
        assert "医籍登録番号" not in said
        assert "会員ID　0012345678" in said

    def test_only_a_sample_says_that_it_is_one(self) -> None:
        genuine = some_facts(name="山田 太郎")
        genuine = replace(genuine, lines=tuple(replace(line, organiser="委員会") for line in genuine.lines))
        assert words.SAMPLE not in printed(genuine)
        assert {words.SAMPLE, words.SAMPLE_NOTE} <= set(texts(pages(replace(genuine, sample=True))))

    def test_a_paper_without_credit_says_so(self) -> None:
        said = printed(some_facts(0))
        assert words.NO_CREDIT in said
        assert words.STATEMENT not in said
        assert words.SUBTOTALS not in said

    def test_figures_of_a_column_end_at_one_line(self) -> None:
        facts = replace(some_facts(), lines=(a_line(4, 1), a_line(74, 2), a_line(60, 4)))
        figures = [
            mark for mark in pages(facts)[0] if isinstance(mark, Text) and mark.text in {"0.5", "1.0", "2.0", "3.5"}
        ]
        ends = {round(mark.x + width(mark.text, mark.size), 3) for mark in figures}
        assert len(figures) == 7
        assert len(ends) == 2  # the outer edge, and the left half of the sums

    def test_whole_credits_carry_no_decimals(self) -> None:
        figures = [one for one in texts(pages(some_facts(3))) if re.fullmatch(r"[0-9.]+", one)]
        assert {"1", "3"} <= set(figures)
        assert [one for one in figures if "." in one] == []

    @pytest.mark.parametrize("lines", [0, 1, 12, 60, 200])
    def test_nothing_leaves_the_frame_and_no_rule_is_heavy(self, lines: int) -> None:
        for page in pages(
            some_facts(lines, name="アレクサンドラ・マリア・デ・ラ・クルス・ゴンサレス 見本 サンプルの介 三世")
        ):
            frame = next(mark for mark in page if isinstance(mark, Frame))
            for mark in page:
                match mark:
                    case Text():
                        assert frame.x < mark.x
                        assert mark.x + width(mark.text, mark.size) < frame.x + frame.width
                        assert frame.y < mark.y < frame.y + frame.height
                    case Rule() | Frame():
                        assert mark.weight < 0.3

    def test_later_pages_repeat_whose_paper_it_is_and_the_head(self) -> None:
        laid_out = pages(some_facts(60))
        count = len(laid_out)
        assert count > 2
        for number, page in enumerate(laid_out, start=1):
            said = texts([page])
            assert f"{number} / {count}" in said
            assert "見本 一郎" in "".join(said)
        assert all(words.CONTENT in texts([page]) for page in laid_out[:2])

    def test_every_line_is_printed_once(self) -> None:
        said = [mark.text for page in pages(some_facts(60)) for mark in page if isinstance(mark, Text)]
        assert [text for text in said if text == "見本委員会"] == ["見本委員会"] * 60


class TestPaper:
    def test_equal_facts_give_equal_bytes_in_another_process_too(self) -> None:
        facts = some_facts(12, name=f"{KATSU}城 髙子")
        once = certificate.draw(facts)
        assert certificate.draw(replace(facts)) == once
        document = json.dumps(facts.to_document()).encode()
        again = subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            input=document,
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert again.stdout == once

    def test_other_facts_give_other_bytes(self) -> None:
        assert certificate.draw(some_facts()) != certificate.draw(replace(some_facts(), member_no="0012345679"))

    @pytest.mark.parametrize("lines", [0, 1, 12, 60])
    def test_is_an_archival_pdf_of_modest_size(self, lines: int) -> None:
        paper = certificate.draw(some_facts(lines))
        assert paper.startswith(b"%PDF-1.7")
        assert b'pdfaid:part="3" pdfaid:conformance="U"' in paper
        assert f"{words.TITLE}</rdf:li>".encode() in paper
        assert b"/Lang (ja-JP)" in paper
        assert b'xmp:CreateDate="2026-11-23T00:00:00+00:00"' in paper
        assert len(paper) < 100_000

    def test_text_can_be_copied_from_it(self, tmp_path: Path) -> None:
        name = f"{KATSU}城 𠮷 {NABE}"
        text = read(certificate.draw(some_facts(1, name=name)), tmp_path)
        assert name in text
        assert "受講証明書" in text
        assert "0012345678" in text

    def test_a_variant_is_drawn_as_the_variant(self, tmp_path: Path) -> None:
        plain, variant = (
            looked_at(certificate.draw(some_facts(name=name)), tmp_path) for name in ("葛城", f"{KATSU}城")
        )
        assert plain != variant

    def test_the_outlines_look_as_fonttools_would_have_cut_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        facts = some_facts(12, name=f"{KATSU}城 𠮷 {NABE}")
        ours = looked_at(certificate.draw(facts), tmp_path)
        monkeypatch.setattr(sheet, "_finished", lambda font: setattr(font, "recalcBBoxes", False))
        assert looked_at(certificate.draw(facts), tmp_path) == ours

    def test_shaped_text_stands_where_other_text_does(self, tmp_path: Path) -> None:
        """The second variant of 葛 in the font is the glyph of 葛 alone."""
        plain, shaped = (
            looked_at(written(((Text(30, 30, text, 40, spacing=3),),), ABOUT), tmp_path)
            for text in ("葛城", "葛\U000e0101城")
        )
        assert plain == shaped

    @pytest.mark.parametrize(
        ("facts", "glyphs"),
        [
            (some_facts(name="見本 \U00031350子"), ("\U00031350",)),
            (some_facts(name="邉\U000e0110"), ("邉\U000e0110",)),
            (replace(some_facts(), lines=(replace(a_line(1), title="心電図🩺", organiser="🩺"),)), ("🩺",)),
            (replace(some_facts(), registry_no="\t1"), ("\t",)),
        ],
    )
    def test_no_paper_with_a_hole(self, facts: CertificateFacts, glyphs: tuple[str, ...]) -> None:
        assert certificate.missing_glyphs(facts) == glyphs
        with pytest.raises(certificate.MissingGlyph) as caught:
            certificate.draw(facts)
        assert caught.value.glyphs == glyphs
        assert f"U+{ord(glyphs[0][0]):04X}" in str(caught.value)

    def test_the_fixed_sentences_are_covered(self) -> None:
        assert certificate.missing_glyphs(replace(some_facts(1), sample=True)) == ()
        assert certificate.missing_glyphs(some_facts(0)) == ()
