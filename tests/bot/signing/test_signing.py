"""A signed certificate: what pdfsig and pyHanko's validator say of it, and of one that was changed."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from bot.signing.key import SigningKey
from bot.signing.signing import ToSign, drawn_and_signed
from content.operator import SigningKind
from handlers.papers import certificate
from tests.bot.signing.keys import elliptic, judged, rivest
from tests.handlers.test_papers import some_facts

FACTS = replace(
    some_facts(12),
    number="TN26-3048-7719-2289-9",
    check="https://tani.example.org/c/" + "t" * 22,
    signed=SigningKind.ORGANISATION,
)


def signed(key: SigningKey) -> bytes:
    found = drawn_and_signed(ToSign(certificate.draw, FACTS, key))
    assert found.unstamped == ""
    return found.content


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


def test_an_update_that_is_appended_is_refused(paper: bytes) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(paper))
    writer.root["/PageMode"] = NameObject("/UseAttachments")
    writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko's own
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # the same
    assert not judged(out.getvalue(), elliptic()).bottom_line


@settings(max_examples=12)
@given(st.integers(0), st.integers(1, 255))
def test_any_byte_that_is_changed_breaks_it(paper: bytes, at: int, by: int) -> None:
    """The signature covers every byte but its own hex digits."""
    start = paper.index(b"/Contents <") if b"/Contents <" in paper else paper.index(b"/Contents<")
    covered = at % start
    changed = paper[:covered] + bytes([paper[covered] ^ by]) + paper[covered + 1 :]
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
