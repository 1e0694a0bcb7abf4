"""JSON from outside, with a ceiling of our own on how deep it may be nested.

Without it Python's reader takes or refuses deep JSON by how much of the stack happens to be in use.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import orjson

DEEPEST = 100
"""Arrays and objects within each other, as many as Telegram's own server reads (JsonBuilder.h, DEFAULT_MAX_DEPTH)."""

# a string to its end, so that brackets in it don't count, or a bracket; a string that never ends is taken whole
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


class BadJson(ValueError):
    """It is no JSON, or nested more than DEEPEST deep; its text says which."""


def read(body: bytes | str) -> Any:
    """The value of JSON text; raises BadJson."""
    return _read(orjson.loads, body)


def read_lax(body: bytes | str) -> Any:
    """The same, and also what JavaScript calls numbers (NaN, Infinity, 1e400), which JSON does not know."""
    return _read(json.loads, body)


def _read(reader: Callable[[bytes], Any], body: bytes | str) -> Any:
    try:
        text = body.encode() if isinstance(body, str) else body
        if text.count(b"[") + text.count(b"{") > DEEPEST and _depth(text) > DEEPEST:
            raise BadJson("nested too deep")
        return reader(text)
    except json.JSONDecodeError as error:
        raise BadJson(error.msg) from None
    except ValueError as error:  # bytes that are no UTF-8, or an integer of thousands of figures
        raise BadJson(str(error)) from None


def _depth(text: bytes) -> int:
    depth = deepest = 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif token in (b"]", b"}"):
            depth -= 1
    return deepest
