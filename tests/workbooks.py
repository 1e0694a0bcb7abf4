"""Workbooks for tests, written as a spreadsheet writes them: a zip of XML."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape

Cell = str | int | float | bool | None | tuple[float, int]

_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>"""
_RELATION = (
    '<Relationship Id="rId%s" Target="%s"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/>'
)
_BOOK = """<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>%s</sheets></workbook>"""
_STYLES = """<?xml version="1.0" encoding="UTF-8"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3">
<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/></cellXfs></styleSheet>"""
_SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s<sheetData>%s</sheetData>%s</worksheet>"""

DAY, TIME = 1, 2
"""Styles in which a number is shown: as a day, as a time."""


def workbook(*sheets: str, names: Sequence[str] = ("名簿", "二枚目", "三枚目")) -> bytes:
    """A workbook of these sheets."""
    return zipped(_files(sheets, names))


def _files(sheets: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    numbered = list(enumerate(sheets, start=1))
    relations = "".join(_RELATION % (n, f"worksheets/sheet{n}.xml", "worksheet") for n, _ in numbered)
    listed = "".join(f'<sheet name="{names[n - 1]}" sheetId="{n}" r:id="rId{n}"/>' for n, _ in numbered)
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS % (_RELATION % (1, "xl/workbook.xml", "officeDocument")),
        "xl/workbook.xml": _BOOK % listed,
        "xl/_rels/workbook.xml.rels": _RELATIONS % (relations + _RELATION % (99, "styles.xml", "styles")),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in numbered},
    }


def zipped(parts: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return packed.getvalue()


def bomb(*rows: Iterable[Cell]) -> bytes:
    """A workbook of 301 MB in 300 KB: these rows, and many blanks."""
    head, tail = sheet(*rows, more="\0").encode().split(b"\0")
    files = _files([""], ["名簿"])
    (name,) = (name for name, text in files.items() if not text)
    del files[name]
    packed = io.BytesIO(zipped(files))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as book, book.open(name, "w") as out:
        vars(out)["_compressor"] = _Again()
        for part in (head, *[b" " * 1024 * 1024] * 301, tail):
            out.write(part)
    return packed.getvalue()


class _Again:
    """Packs as zipfile does, but the same part only once: 300 MB take two seconds of a processor otherwise."""

    def __init__(self) -> None:
        self.compress = cache(self._packed)

    def _packed(self, part: bytes) -> bytes:
        packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        return packing.compress(part) + packing.flush(zlib.Z_FULL_FLUSH)

    def flush(self) -> bytes:
        return zlib.compressobj(wbits=-zlib.MAX_WBITS).flush()


def sheet(*rows: Iterable[Cell], merged: str = "", more: str = "", hidden: int = 0) -> str:
    """A sheet of rows; a tuple is a number in one of the styles, None an empty cell; `more`: rows as XML; `hidden`: a
    column (from 1) that is not shown.
    """
    written = "".join(f'<row r="{number}">{_cells(number, row)}</row>' for number, row in enumerate(rows, start=1))
    joined = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    columns = f'<cols><col min="{hidden}" max="{hidden}" width="9" hidden="1"/></cols>' if hidden else ""
    return _SHEET % (columns, written + more, joined)


def _cells(number: int, row: Iterable[Cell]) -> str:
    return "".join(_cell(f"{chr(65 + place)}{number}", value) for place, value in enumerate(row))


def _cell(where: str, value: Cell) -> str:
    if value is None:
        return f'<c r="{where}" s="1"/>'
    if isinstance(value, tuple):
        return f'<c r="{where}" s="{value[1]}"><v>{value[0]}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{where}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{where}"><v>{value!r}</v></c>'
    if value.startswith("#"):
        return f'<c r="{where}" t="e"><v>{escape(value)}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
