"""The copy of a member's record as a ZIP: a page to read, JSON, and the files. The same facts give the same bytes.

The page needs nothing from elsewhere, so that it can be read without a connection and tells nobody that it was opened.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from content.privacy.disclosed import Disclosed, Exported, Named, Part, Row, Value, dealt
from content.rules import local
from content.words import Words, speak

_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.6 sans-serif;max-width:60rem;margin:auto;padding:1rem}"
    "h1{font-size:1.4rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}div{overflow-x:auto}"
    "table{border-collapse:collapse}th,td{border:1px solid #8888;padding:.25rem .5rem;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere;min-width:5rem}th{font-weight:600}"
)


@dataclass(frozen=True)
class Facts:
    """A part, who runs the bot, and whom to ask for a correction."""

    part: Part
    operator: str
    whom: str


def draw(facts: Facts) -> bytes:
    """The ZIP of this part. Files are only stored: photos and PDFs don't get smaller."""
    part, words = facts.part, speak(facts.part.language)
    when = local(part.disclosed.at).timetuple()[:6]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        if part.number == 1:
            packed.writestr(zipfile.ZipInfo("index.html", when), page(facts, words), zipfile.ZIP_DEFLATED)
            packed.writestr(zipfile.ZipInfo("data.json", when), as_json(part.disclosed), zipfile.ZIP_DEFLATED)
        for name, content in part.contents.items():
            packed.writestr(zipfile.ZipInfo(f"files/{name}", when), content, zipfile.ZIP_STORED)
    return written.getvalue()


def as_json(found: Disclosed) -> str:
    """Every row by table, moments in UTC, bytes in base64, and the names of the files."""
    tables = {
        name: [{column: _plain(value) for column, value in row.items()} for row in rows]
        for name, rows in found.tables.items()
    }
    listed = [{"name": one.name, "bytes": one.size, "table": one.table, "id": one.row} for one in found.files]
    said = {"at": _plain(found.at), "tables": tables, "files": listed, "withheld": found.withheld}
    return json.dumps(said, ensure_ascii=False, indent=1)


def page(facts: Facts, words: Words) -> str:
    """The page to read."""
    say, found = words.mydata, facts.part.disclosed
    title = escape(say.page_title())
    body = "\n".join(_body(facts, words))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    empty = [words.kept.table(name) for name, rows in found.tables.items() if not rows]
    ends = (f"<p>{escape(say.nothing(empty))}</p>" if empty else "") + f"<p>{escape(facts.whom)}</p>"
    return (
        f'<!doctype html>\n<html lang="{words.language}"><head>{head}<style>{_STYLE}</style></head>\n'
        f"<body><h1>{title}</h1>\n{body}\n{ends}</body></html>\n"
    )


def _body(facts: Facts, words: Words) -> Iterator[str]:
    say, found = words.mydata, facts.part.disclosed
    yield from (f"<p>{escape(line)}</p>" for line in say.page_head(found.at, facts.operator))
    for name, rows in found.tables.items():
        if rows:
            yield f"<h2>{escape(words.kept.table(name))}</h2>\n{_rows(rows, words)}"
    yield f"<h2>{escape(say.files_title())}</h2>"
    yield _files(found, words) or f"<p>{escape(say.no_files())}</p>"
    yield f"<h2>{escape(say.withheld_title())}</h2><p>{escape(say.withheld())}</p>"


def _rows(rows: Sequence[Row], words: Words) -> str:
    """One row stands upright, several stand below each other."""
    columns = list(rows[0])
    if len(rows) == 1:
        lines = (f'<tr><th scope="row">{_name(one, words)}</th>{_cell(one, rows[0], words)}</tr>' for one in columns)
        return f"<div><table>{''.join(lines)}</table></div>"
    head = "".join(f'<th scope="col">{_name(one, words)}</th>' for one in columns)
    body = "".join(f"<tr>{''.join(_cell(one, row, words) for one in columns)}</tr>" for row in rows)
    return f"<div><table><tr>{head}</tr>{body}</table></div>"


def _name(column: str, words: Words) -> str:
    return escape(words.kept.column(column))


def _cell(column: str, row: Row, words: Words) -> str:
    return f"<td>{escape(words.kept.value(column, row[column]))}</td>"


def _files(found: Disclosed, words: Words) -> str:
    parts = dealt(found.files)
    lines = (
        f"<li>{escape(words.mydata.file(f'files/{one.name}', one.size, number, len(parts)))}</li>"
        for number, part in enumerate(parts, start=1)
        for one in part
    )
    return f"<ul>{items}</ul>" if (items := "".join(lines)) else ""


def _plain(value: Value) -> object:
    """A value as JSON knows it."""
    if isinstance(value, Named):
        return {"number": value.number, "name": value.name}
    if isinstance(value, Exported):
        return {name: _plain(found) for name, found in vars(value).items()}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else value
