"""What a signed certificate costs beside one that fpdf2 alone makes, and what many that are asked for at once cost."""

import asyncio
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TextIO, TypeVar

import pikepdf
import pylopdf_fonts_jp
from fpdf import FPDF

from bot.signing.key import SigningKey
from bot.signing.signing import ToSign, drawn_and_signed
from content.certificates.certificate import CertificateFacts
from content.operator import SigningKind
from content.words import paper as words
from handlers.papers import certificate
from handlers.papers.certificate_layout import pages
from handlers.papers.marks import Text
from tests.bench.asking import asked_at_once
from tests.bench.asking_told import WAITS, told
from tests.bot.signing.keys import elliptic, rivest
from tests.databases import postgres_server
from tests.handlers.certificates.test_paper_check import checkable

F = TypeVar("F")
ROWS = (1, 12, 40, 500)


@dataclass(frozen=True)
class Papers:
    """Each paper is drawn so many times (`drawn`) and has at most so many rows (`longest`). `asking` members ask at
    once, in so many `bursts`; `others` tap meanwhile, and `tapped` times before and after each burst.
    """

    drawn: int = 15
    longest: int = 500
    asking: int = 200
    bursts: int = 3
    others: int = 60
    tapped: int = 300


def papers(size: Papers, out: TextIO) -> None:
    """Draw, sign and ask; print what it took."""
    drawn(size, out)
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as folder, postgres_server(durable=True) as server:
        for url in (f"sqlite:///{folder}/tani.sqlite", server.url(server.create())):
            asked(url, size, out)
    print(WAITS, file=out)


def drawn(size: Papers, out: TextIO) -> None:
    heads = ("pages", "KB a page", "plain fpdf2 ms", "drawn ms", "signed ms", "ratio", "EC ms", "RSA ms")
    print(f"\n{'a certificate, medians':24}" + "".join(f"{head:>16}" for head in heads), file=out)
    for rows in (one for one in ROWS if one <= size.longest):
        print(f"{f'{rows} rows':24}" + "".join(f"{cell:>16}" for cell in _row(rows, size.drawn)), file=out)
    print("ratio: drawn and signed (EC), against add_font and table() of the same texts, unsigned.", file=out)
    print("EC, RSA: the signing alone, by a key on an elliptic curve or of RSA.", file=out)


def asked(url: str, size: Papers, out: TextIO) -> None:
    found = asyncio.run(asked_at_once(url, size.asking, size.others, size.tapped, size.bursts))
    print(f"\n{told(found)}", file=out)


def _row(rows: int, times: int) -> Sequence[str]:
    facts = replace(checkable(rows), signed=SigningKind.ORGANISATION)
    drawn = certificate.draw(facts)
    ways: Mapping[str, Callable[[], bytes]] = {
        "plain": lambda: naive(facts),
        "drawn": lambda: certificate.draw(facts),
        "signed": lambda: signed(certificate.draw, facts, elliptic()),
        "EC": lambda: signed(bytes, drawn, elliptic()),
        "RSA": lambda: signed(bytes, drawn, rivest()),
    }
    paper = ways["signed"]()
    with pikepdf.open(io.BytesIO(paper)) as opened:
        count = len(opened.pages)
    took = _timed(ways, times if rows < 100 else max(3, times // 5))
    median = {name: statistics.median(seconds) for name, seconds in took.items()}
    return (
        str(count),
        f"{len(paper) / 1000 / count:.0f}",
        *(f"{1e3 * median[name]:.1f}" for name in ("plain", "drawn", "signed")),
        f"{median['signed'] / median['plain']:.3f}",
        *(f"{1e3 * median[name]:.1f}" for name in ("EC", "RSA")),
    )


def signed(draw: Callable[[F], bytes], facts: F, key: SigningKey) -> bytes:
    return drawn_and_signed(ToSign(draw, facts, key))


def _timed(ways: Mapping[str, Callable[[], bytes]], times: int) -> Mapping[str, Sequence[float]]:
    """The seconds of each way; they take turns, and the first turn is for warmth."""
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(times + 1):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            took[name].append(time.perf_counter() - begun)
    return {name: seconds[1:] for name, seconds in took.items()}


def naive(facts: CertificateFacts) -> bytes:
    """The same texts in the same type at about the same places, as the manual of fpdf2 has it: the whole font by
    add_font, the rows by table(). Neither checked, attached nor signed.
    """
    pdf = FPDF(format="A4")
    pdf.add_font("serif", fname=pylopdf_fonts_jp.serif_path())
    pdf.add_page()
    pdf.rect(11, 11, 188, 275)
    listed = {text for line in facts.lines for text in (line.title, line.organiser, line.kind, line.code_name)}
    for mark in (mark for mark in pages(replace(facts, lines=facts.lines[:1]))[0] if isinstance(mark, Text)):
        if mark.text not in listed:
            pdf.set_font("serif", size=mark.size)
            pdf.text(mark.x, mark.y, mark.text)
    pdf.set_font("serif", size=8.5)
    pdf.set_y(130)
    _table(pdf, (24, 62, 40, 24, 12), [_cells(facts, at) for at in range(len(facts.lines))])
    sums = [(str(one.code), one.code_name, str(one.half_units / 2)) for one in facts.subtotals]
    _table(pdf, (12, 110, 40), sums)
    return bytes(pdf.output())


def _cells(facts: CertificateFacts, at: int) -> tuple[str, ...]:
    line = facts.lines[at]
    where = f"{line.organiser} {line.kind}"
    return words.day(line.day), line.title, where, f"{line.code} {line.code_name}", str(line.half_units / 2)


def _table(pdf: FPDF, widths: tuple[int, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with pdf.table(col_widths=widths, width=sum(widths), first_row_as_headings=False) as table:
        for cells in rows:
            row = table.row()
            for cell in cells:
                row.cell(cell)
