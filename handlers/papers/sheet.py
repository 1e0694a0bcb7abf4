"""Pages of marks, written as a PDF/A-2U, or as a PDF/A-3U if a file is attached.

With the same libraries, equal pages give equal bytes on any day.
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.actions import URIAction
from fpdf.annotations import PDFAnnotation
from fpdf.fonts import TTFFont

from handlers.papers.fonts import is_selector, subset
from handlers.papers.marks import Frame, Mark, Modules, Page, Rule, Text, texts

_FAMILY = "serif"
_BLACK = re.compile("1+")

# The PDF's description of itself. It is our own, because fpdf2's for PDF/A holds the moment of writing, and equal pages
# would then give different bytes.
_XMP = """\
<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
        xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
        xmp:CreateDate="{created}" pdfaid:part="{part}" pdfaid:conformance="U">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
      <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>"""


@dataclass(frozen=True)
class About:
    """What the file says of itself; `created` is aware."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime


@dataclass(frozen=True)
class Attachment:
    """A file inside of the PDF that says what the pages say. `description` is what a reader of PDFs shows beside it."""

    name: str
    mime: str
    description: str
    content: bytes


def written(pages: tuple[Page, ...], about: About, attached: Attachment | None = None) -> bytes:
    """The PDF. Every character must be one that the font covers: see `fonts.uncovered`."""
    with TemporaryDirectory(prefix="paper-") as folder:
        font = Path(folder) / "paper.otf"
        font.write_bytes(subset("".join(texts(pages))))
        sheet = _Sheet(font, about, attached)
        with closing(sheet.font):
            for page in pages:
                sheet.add(page)
            return sheet.output()


def _xmp(about: About, part: int) -> str:
    return _XMP.format(
        part=part,
        created=about.created.isoformat(timespec="seconds"),
        title=escape(about.title),
        subject=escape(about.subject),
        author=escape(about.author),
        language=escape(about.language),
    )


class _Outlines:
    """The outlines as HarfBuzz has cut them, in the place of fontTools' CFF table.

    fpdf2 would have fontTools cut them again and write them twice, in Python: two thirds of the time of a paper.
    """

    def __init__(self, cut: bytes) -> None:
        self._cut = cut

    def compile(self, font: object) -> bytes:
        return self._cut

    def closure_glyphs(self, subsetter: object) -> None:
        """Nothing to add: in this font no glyph draws on another."""

    def prune_pre_subset(self, font: object, options: object) -> bool:
        return True

    def subset_glyphs(self, subsetter: object) -> bool:
        return True

    def prune_post_subset(self, font: object, options: object) -> bool:
        return True


def _finished(font: TTFont) -> None:
    """Keep fontTools from working on a font that is cut already."""
    font.recalcBBoxes = False
    font["CFF "] = _Outlines(font.reader["CFF "])


class _Sheet:
    def __init__(self, font: Path, about: About, attached: Attachment | None) -> None:
        part = 2 if attached is None else 3  # PDF/A-2 allows no attachment of this kind
        self._pdf = FPDF(unit="mm", format="A4", enforce_compliance=f"PDF/A-{part}U")
        self._pdf.set_lang(about.language)
        self._pdf.set_creation_date(about.created)
        self._pdf.set_xmp_metadata(_xmp(about, part))
        self._pdf.set_auto_page_break(False)
        self._pdf.alias_nb_pages("")  # fpdf2 would replace "{nb}" in any text, also in a title
        if attached is not None:
            self._attach(attached, about.created)
        self._pdf.add_font(_FAMILY, fname=font)
        self.font = cast(TTFFont, self._pdf.fonts[_FAMILY])
        _finished(self.font.ttfont)

    def _attach(self, attached: Attachment, created: datetime) -> None:
        self._pdf.embed_file(
            bytes=attached.content,
            basename=attached.name,
            mime_type=attached.mime,
            desc=attached.description,
            associated_file_relationship="Alternative",  # it says the same in another form (ISO 19005-3)
            creation_date=created,
            modification_date=created,
            compress=True,
        )

    def add(self, page: Page) -> None:
        self._pdf.add_page()
        for mark in page:
            self._draw(mark)

    def output(self) -> bytes:
        return bytes(self._pdf.output())

    def _draw(self, mark: Mark) -> None:
        match mark:
            case Text():
                self._type(mark)
            case Rule():
                self._pdf.set_line_width(mark.weight)
                self._pdf.line(mark.x, mark.y, mark.x + mark.length, mark.y)
            case Frame():
                self._pdf.set_line_width(mark.weight)
                self._pdf.rect(mark.x, mark.y, mark.width, mark.height)
            case Modules():
                self._fill(mark)
                self._lead(mark)

    def _fill(self, mark: Modules) -> None:
        """Fill the black modules, each run of a row as one rectangle, as one path: between paths that touch, a reader
        draws hair lines.
        """
        pdf, each = self._pdf, mark.side / len(mark.rows)
        runs = (
            f"{(mark.x + run.start() * each) * pdf.k:.3f} {(pdf.h - mark.y - (row + 1) * each) * pdf.k:.3f}"
            f" {len(run[0]) * each * pdf.k:.3f} {each * pdf.k:.3f} re"
            for row, modules in enumerate(mark.rows)
            for run in _BLACK.finditer(modules)
        )
        pdf._out(f"q 0 g {' '.join(runs)} f Q")

    def _lead(self, mark: Modules) -> None:
        """Let a tap on the modules open their address.

        `FPDF.link` writes the annotation into the page. As an object of its own it stays as it is when a signature is
        added, and pyHanko's validator asks for that.
        """
        pdf, side = self._pdf, mark.side * self._pdf.k
        link = PDFAnnotation(
            "Link",
            x=mark.x * pdf.k,
            y=pdf.h_pt - mark.y * pdf.k,
            width=side,
            height=side,
            action=URIAction(mark.address),
            contents=mark.said,
        )
        pdf.pages[pdf.page].add_annotation(link)

    def _type(self, mark: Text) -> None:
        self._pdf.set_font(_FAMILY, size=mark.size)
        self._pdf.set_char_spacing(mark.spacing)
        if any(map(is_selector, mark.text)):
            self._type_variants(mark)
        else:
            self._pdf.text(mark.x, mark.y, mark.text)

    def _type_variants(self, mark: Text) -> None:
        """Type a text that has variation selectors.

        `FPDF.text` drops selectors, and `FPDF.cell` of 2.8.9 takes them for another script and tears them off. So the
        text is shaped here and written as the PDF's own operators.
        """
        pdf, font = self._pdf, self.font
        pdf.text(mark.x, mark.y, "")  # tells the page which font is current
        shaped = font.shape_text(mark.text, mark.size, None)
        codes = font.escape_text("".join(chr(glyph["mapped_char"]) for glyph in shaped))
        pdf._out(f"BT {mark.x * pdf.k:.2f} {(pdf.h - mark.y) * pdf.k:.2f} Td ({codes}) Tj ET")
