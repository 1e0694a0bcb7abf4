"""How a certificate can be checked stands on it: its number, the code that a phone reads, and its facts as a file."""

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from content.certificates.certificate import FORMAT, CertificateFacts, Issuer
from content.operator import SigningKind
from content.words import paper as words
from handlers.papers import certificate
from handlers.papers.certificate_layout import pages
from handlers.papers.fonts import width
from handlers.papers.marks import Frame, Modules, Text, texts
from tests.handlers.certificates.test_papers import a_line, printed, read, some_facts

NUMBER = "TN26-3048-7719-2289-9"
CHECK = "https://tani.example.org/c/Zk3vT0aQ9sB7xY1-_pLmNw"


def checkable(lines: int = 1) -> CertificateFacts:
    return replace(some_facts(lines), number=NUMBER, check=CHECK)


@pytest.mark.parametrize("lines", [0, 1, 12, 40])
def test_the_code_is_read_from_the_paper(lines: int, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(certificate.draw(checkable(lines)))
    subprocess.run(["pdftoppm", "-r", "100", "-png", file, tmp_path / "page"], check=True)
    found = [code.text for page in sorted(tmp_path.glob("*.png")) for code in zxingcpp.read_barcodes(Image.open(page))]
    assert found == [CHECK]


@pytest.mark.parametrize("lines", [1, 40])
def test_where_nothing_can_scan_the_code_it_is_tapped(lines: int) -> None:
    """On the phone, or the computer, that shows the paper: exactly the code leads there, and nothing else does."""
    (code,) = (mark for page in pages(checkable(lines)) for mark in page if isinstance(mark, Modules))
    with pikepdf.open(io.BytesIO(certificate.draw(checkable(lines)))) as opened:
        (link,) = (one for page in opened.pages for one in page.get("/Annots", []))
        assert (str(link.A.S), str(link.A.URI)) == ("/URI", CHECK)
        place = [float(number) * 25.4 / 72 for number in link.Rect]
        bottom = 297 - code.y - code.side
        assert place == pytest.approx([code.x, bottom, code.x + code.side, bottom + code.side], abs=0.1)
        assert str(link.Contents) == words.TO_CHECK
        assert link.is_indirect, "a signature that is added behind would change the page"
        assert int(link.F) & 0b11 == 0, "hidden"
        assert int(link.F) & 0b100, "ISO 19005-3: every annotation is printed"
        assert [float(number) for number in link.Border] == [0, 0, 0]


def test_without_an_address_there_is_no_code_and_the_note_names_the_chat() -> None:
    facts = replace(checkable(), check="")
    assert not [mark for page in pages(facts) for mark in page if isinstance(mark, Modules)]
    said = "".join(texts(pages(facts)))
    assert NUMBER in said
    assert "QR" not in said
    assert "/verify" in said


def test_a_paper_of_before_says_nothing_of_it() -> None:
    said = printed(some_facts())
    assert words.NUMBER not in said
    assert "/verify" not in said


def test_pages_that_could_be_parted_each_have_the_number() -> None:
    for lines, times in ((1, 1), (60, 1)):
        laid_out = pages(checkable(lines))
        feet = [page for page in laid_out if f"{words.NUMBER}　{NUMBER}" in texts([page])]
        assert len(feet) == (len(laid_out) if lines > 1 else 0)
        assert [mark.text for page in laid_out for mark in page if isinstance(mark, Text)].count(NUMBER) == times


@pytest.mark.parametrize("issuer", ["甲", "架空市医師会", "一" * 40])
@pytest.mark.parametrize("check", ["", CHECK, f"https://{'long.' * 8}example.org/c/{'x' * 22}"])
def test_nothing_touches_the_code_or_leaves_the_frame(issuer: str, check: str) -> None:
    facts = replace(checkable(40), issuer=Issuer(issuer, is_association=False), check=check)
    for page in pages(facts):
        frame = next(mark for mark in page if isinstance(mark, Frame))
        codes = [mark for mark in page if isinstance(mark, Modules)]
        for mark in page:
            if isinstance(mark, Text):
                assert mark.x + width(mark.text, mark.size) < frame.x + frame.width
        for code in codes:
            white = 4 * code.side / len(code.rows)
            assert code.x + code.side + white < frame.x + frame.width
            assert code.y + code.side + white < frame.y + frame.height
            assert code.side / len(code.rows) > 0.33  # mm: what a phone reads from a printed page
            near = [mark for mark in page if isinstance(mark, Text) and _touches(mark, code, white)]
            assert near == []


def _touches(mark: Text, code: Modules, white: float) -> bool:
    right, left = mark.x + width(mark.text, mark.size), mark.x
    beside = right < code.x - white or left > code.x + code.side + white
    return not beside and code.y - white < mark.y < code.y + code.side + white


@pytest.mark.parametrize("kind", [None, *SigningKind])
def test_it_says_by_what_it_is_signed(kind: SigningKind | None) -> None:
    said = "".join(texts(pages(replace(checkable(), signed=kind))))
    assert ("電子署名" in said) is (kind is not None)
    assert ("試験用" in said) is (kind is SigningKind.TEST)


def test_page_attachment_and_facts_say_the_same(tmp_path: Path) -> None:
    facts = replace(checkable(12), signed=SigningKind.TEST, lines=tuple(a_line(one, 1 + one % 2) for one in range(12)))
    paper = certificate.draw(facts)
    with pikepdf.open(io.BytesIO(paper)) as opened:
        (name,) = opened.attachments
        spec = opened.attachments[name]
        attached = json.loads(spec.get_file().read_bytes())
        assert spec.obj.AFRelationship == "/Alternative"
        assert spec.get_file().mime_type == "application/json"
        assert [one.objgen for one in opened.Root.AF] == [spec.obj.objgen]
        assert opened.check_pdf_syntax() == []
        assert opened.open_metadata().pdfa_status == "3U"
        assert str(opened.Root.Lang) == "ja-JP"
    assert name == "certificate.json"
    assert attached.pop("format") == FORMAT
    assert CertificateFacts.from_document(attached) == facts
    text = "".join(read(paper, tmp_path).split())
    for said in (attached["name"], attached["member_no"], attached["number"], attached["issuer"]["name"]):
        assert "".join(said.split()) in text
    for line in attached["lines"]:
        assert "".join(line["code_name"].split()) in text


def test_every_font_is_embedded_and_can_be_copied(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(certificate.draw(checkable(40)))
    fonts = subprocess.run(["pdffonts", file], check=True, capture_output=True).stdout.decode().splitlines()[2:]
    assert fonts
    assert all(one.split()[-5:-2] == ["yes", "yes", "yes"] for one in fonts)  # embedded, a subset, with its characters
