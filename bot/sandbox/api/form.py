"""What a request carries: parameters from the query, a form or JSON, and uploaded files. If a name comes twice, the
first wins.
"""

from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from bot import nested
from bot.sandbox.errors import ApiError, bad
from bot.sandbox.files import MOST_UPLOAD

MOST_BYTES = 1024 * 1024
MOST_FILES = 50
_TOO_MANY = "too many parameters"


@dataclass(frozen=True)
class Upload:
    """A part of a form with a file name."""

    name: str
    data: bytes


@dataclass
class Form:
    """Parameters (text, or any JSON value from a JSON body) and files by name."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def add(self, pairs: Iterable[tuple[str, Any]]) -> None:
        for name, value in pairs:
            self.values.setdefault(name, value)


async def read(query: bytes, content_type: str, body: bytes) -> Form:
    """The form of a request. Raises ApiError for what can't be read, and for too much."""
    form = Form()
    form.add(_pairs(query))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        await _multipart(form, content_type, body)
    elif kind == "application/json":
        form.add(_object(body))
    elif kind in ("application/x-www-form-urlencoded", "") or body:
        if len(body) > MOST_BYTES:
            raise ApiError(413, _TOO_MANY)
        form.add(_pairs(body))
    return form


def _object(body: bytes) -> Iterable[tuple[str, Any]]:
    if not body.strip():
        return ()
    if len(body) > MOST_BYTES:
        raise ApiError(413, _TOO_MANY)
    try:
        found = nested.read(body)
    except nested.BadJson as error:
        raise bad(f"can't parse parameter value: {error}") from None
    if not isinstance(found, dict):
        raise bad("JSON object expected")
    return found.items()


def _pairs(text: bytes) -> list[tuple[str, str]]:
    if not text:
        return []
    try:
        return parse_qsl(text.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


async def _multipart(form: Form, content_type: str, body: bytes) -> None:
    """Reads a form in parts. A part with a file name is a file, any other is a parameter; both names are
    percent-decoded.
    """

    async def stream() -> AsyncGenerator[bytes, None]:
        yield body

    headers = Headers({"content-type": content_type})
    parser = MultiPartParser(headers, stream(), max_files=MOST_FILES, max_fields=1000, max_part_size=MOST_BYTES)
    try:
        parts = await parser.parse()
    except MultiPartException as error:
        raise _refused(error.message) from None
    except KeyError:
        raise bad("can't parse multipart form: no boundary") from None
    try:
        await _sort(form, parts)
    finally:
        await parts.close()


async def _sort(form: Form, parts: FormData) -> None:
    size = 0
    for name, part in parts.multi_items():
        if isinstance(part, UploadFile):
            upload = Upload(unquote(part.filename or ""), await part.read(MOST_UPLOAD + 1))
            form.files.setdefault(unquote(name), upload)
        else:
            size += len(name) + len(part)
            form.values.setdefault(unquote(name), part)
    if size > MOST_BYTES:
        raise ApiError(413, _TOO_MANY)


def _refused(reason: str) -> ApiError:
    if "files" in reason:
        return ApiError(413, "too many files attached")
    if "fields" in reason or "exceeded" in reason:
        return ApiError(413, _TOO_MANY)
    return bad(f"can't parse multipart form: {reason}")
