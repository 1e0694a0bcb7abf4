"""A signed certificate: what pdfsig and pyHanko's validator say of it, and of one that was changed."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.validation.status import SignatureCoverageLevel

from bot.signing.key import SigningKey
from bot.signing.signing import ToSign, drawn_and_signed
from content.operator import SigningKind
from handlers.papers import certificate
from tests.bot.signing.keys import elliptic, judged, rivest
from tests.handlers.certificates.test_papers import some_facts
from tests.sizes import PHASES, SOAK

pdf: Any = generic  # not typed
FACTS = replace(
    some_facts(12),
    number="TN26-3048-7719-2289-9",
    check="https://tani.example.org/c/" + "t" * 22,
    signed=SigningKind.ORGANISATION,
)


def signed(key: SigningKey) -> bytes:
    return drawn_and_signed(ToSign(certificate.draw, FACTS, key))


@pytest.fixture(scope="module")
def paper() -> bytes:
    return signed(elliptic())


@pytest.mark.parametrize("key", [elliptic, rivest])
def test_both_kinds_of_key_sign(key: Callable[[], SigningKey], tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(signed(key()))
    status = judged(file.read_bytes(), key())
    assert status.bottom_line
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, check=False).stdout.decode()
    assert "Signature is Valid." in said
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    assert "架空市医師会" in said


def test_it_is_certified_against_every_change(paper: bytes) -> None:
    with pikepdf.open(io.BytesIO(paper)) as opened:
        (field,) = opened.Root.AcroForm.Fields
        assert field.V.SubFilter == "/ETSI.CAdES.detached"
        assert opened.Root.Perms.DocMDP.objgen == field.V.objgen
        assert [int(one.TransformParams.P) for one in field.V.Reference] == [1]
        assert opened.open_metadata().pdfa_status == "3U"
        assert opened.check_pdf_syntax() == []
        assert "/Version" not in opened.Root


def test_it_stays_small(paper: bytes) -> None:
    assert len(paper) < 100_000


def another_mode(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/PageMode"] = pdf.NameObject("/UseAttachments")
    writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko's own


def a_note_on_the_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    note = {
        pdf.NameObject("/Type"): pdf.NameObject("/Annot"),
        pdf.NameObject("/Subtype"): pdf.NameObject("/Stamp"),
        pdf.NameObject("/Rect"): pdf.ArrayObject([pdf.NumberObject(one) for one in (0, 0, 500, 500)]),
    }
    page.get_object()["/Annots"] = pdf.ArrayObject([writer.add_object(pdf.DictionaryObject(note))])
    writer.mark_update(page)


def another_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    page.get_object()["/Contents"] = writer.add_object(pdf.StreamObject(stream_data=b"0 0 500 500 re f"))
    writer.mark_update(page)


def another_title(writer: IncrementalPdfFileWriter) -> None:
    writer.set_info(writer.add_object(pdf.DictionaryObject({pdf.NameObject("/Title"): pdf.TextStringObject("x")})))


def other_facts(writer: IncrementalPdfFileWriter) -> None:
    files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = files[1]["/EF"].raw_get("/F")
    stream.get_object()._data = b"{}"
    stream.get_object()._encoded_data = None
    writer.mark_update(stream)


def another_signature(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Second"))


@pytest.mark.parametrize("change", [another_mode, a_note_on_the_page, another_page, other_facts])
def test_an_update_that_is_appended_is_refused(
    paper: bytes, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    """The signed bytes stay as they are, and a reader sees that something was put behind them."""
    status = judged(appended(paper, change), elliptic())
    assert status.intact
    assert not status.bottom_line


@pytest.mark.parametrize("change", [another_title, another_signature])
def test_an_update_that_a_reader_may_tolerate_is_seen(
    paper: bytes, change: Callable[[IncrementalPdfFileWriter], None], tmp_path: Path
) -> None:
    """ISO 32000-2 allows what keeps a signature readable for longer, and pyHanko takes these two for that: neither is
    on a page. That they were put behind the signature is told nevertheless.
    """
    file = tmp_path / "paper.pdf"
    file.write_bytes(appended(paper, change))
    status = judged(file.read_bytes(), elliptic())
    assert (status.coverage, status.modification_level) == (
        SignatureCoverageLevel.ENTIRE_REVISION,
        ModificationLevel.LTA_UPDATES,
    )
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, check=False).stdout.decode()
    assert "Total document signed" not in said


def appended(paper: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(paper))
    change(writer)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # pyHanko's own
    assert out.getvalue().startswith(paper)
    assert len(out.getvalue()) > len(paper)
    return out.getvalue()


@settings(max_examples=400 if SOAK else 25, phases=PHASES)
@given(st.integers(0), st.integers(1, 255), st.sampled_from(["changed", "added", "taken"]))
def test_any_byte_that_is_changed_breaks_it(paper: bytes, at: int, by: int, how: str) -> None:
    """The signature covers every byte, before and behind its own hex digits."""
    (signature,) = PdfFileReader(io.BytesIO(paper)).embedded_signatures
    start, behind = signature.byte_range[1], signature.byte_range[2]
    assert signature.byte_range[0] == 0
    assert behind + signature.byte_range[3] == len(paper)
    place = at % (start + len(paper) - behind)
    where = place if place < start else place - start + behind
    new = {"changed": bytes([paper[where] ^ by]), "added": bytes([by, paper[where]]), "taken": b""}[how]
    changed = paper[:where] + new + paper[where + 1 :]
    try:
        good = judged(changed, elliptic()).bottom_line
    except Exception:  # it is no PDF any more, or has no signature
        good = False
    assert not good


def test_the_private_key_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """To read one of RSA takes several times as long as to sign."""
    signed(rivest())
    monkeypatch.setattr("pyhanko.sign.signers.pdf_cms.serialization", None)
    assert judged(signed(rivest()), rivest()).bottom_line
