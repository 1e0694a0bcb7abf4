"""Every shape of a certificate, as readers of PDFs find it: no fault, its fonts in it, its text in order, small."""

import io
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from bot.signing.signing import ToSign, drawn_and_signed
from content.certificates.certificate import CertificateFacts, Issuer
from content.operator import SigningKind
from content.values import CertificatePurpose
from content.words import paper as words
from handlers.papers import certificate
from tests.bot.signing.keys import elliptic
from tests.handlers.certificates.test_paper_check import checkable
from tests.handlers.certificates.test_paper_purpose import CATEGORY
from tests.handlers.certificates.test_papers import KATSU, NABE, a_line

LONG_TITLE = "骨" * 200
LONG_NAME = "アレクサンドラ・マリア・デ・ラ・クルス・ゴンサレス 見本 サンプルの介 三世"
PAPERS: Mapping[str, CertificateFacts] = {
    **{f"{rows} rows": checkable(rows) for rows in (0, 1, 12, 40, 500)},
    "longest": replace(checkable(), name=LONG_NAME, lines=(replace(a_line(1), title=LONG_TITLE, organiser="企" * 60),)),
    "names": replace(checkable(), name=f"𠮷﨑 髙{NABE}{KATSU}"),
    "common": replace(
        checkable(),
        purpose=CertificatePurpose.SPECIALIST,
        lines=tuple(replace(a_line(one), category=CATEGORY) for one in range(12)),
    ),
    "sample": replace(checkable(), sample=True, registry_no="", issuer=Issuer("甲", is_association=True)),
    "chronic": replace(checkable(2), purpose=CertificatePurpose.CHRONIC, by_training_alone=(29, 74, 75, 76)),
}


@pytest.mark.parametrize(("shape", "signs"), [("12 rows", False), *((shape, True) for shape in PAPERS)])
def test_no_reader_finds_a_fault(shape: str, tmp_path: Path, *, signs: bool) -> None:
    facts = replace(PAPERS[shape], signed=SigningKind.TEST if signs else None)
    paper = signed(facts) if signs else certificate.draw(facts)
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper)
    with pikepdf.open(io.BytesIO(paper)) as opened:
        assert opened.check_pdf_syntax() == []
        assert opened.open_metadata().pdfa_status == "3U"
        assert (str(opened.Root.Lang), opened.open_metadata()["dc:title"]) == ("ja-JP", words.TITLE)
        assert opened.attachments["certificate.json"].get_file().read_bytes() == facts.to_json()
        assert len(paper) < 100_000 * len(opened.pages)
    fonts = told("pdffonts", file).splitlines()[2:]
    assert fonts
    assert all(one.split()[-5:-2] == ["yes", "yes", "yes"] for one in fonts)
    assert in_order(told("pdftotext", "-raw", file, "-"), facts)
    said = told("pdfsig", "-nocert", file)
    assert ("Signature is Valid." in said, "Total document signed" in said) == (signs, signs)


def signed(facts: CertificateFacts) -> bytes:
    return drawn_and_signed(ToSign(certificate.draw, facts, elliptic()))


def told(*command: str | Path) -> str:
    return subprocess.run(command, check=False, capture_output=True).stdout.decode()


def in_order(text: str, facts: CertificateFacts) -> bool:
    """Whether what it says comes in the order in which a reader reads it."""
    bare = "".join(text.split())
    parts = [words.TITLE, facts.name, words.HONORIFIC, facts.member_no]
    parts += [title[:20] for title in (line.title for line in facts.lines)]
    parts += [words.ISSUED_ON, facts.issuer.name, facts.number]
    at = 0
    for part in ("".join(one.split()) for one in parts):
        at = bare.find(part, at)
        assert at >= 0, part
        at += len(part)
    return True
