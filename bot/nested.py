"""JSON from outside, with a ceiling of our own on how deep it may be nested.

Without it, Python's reader takes or refuses deep JSON by how much of the stack happens to be in use.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import orjson

DEEPEST = 100
"""How many arrays and objects may be inside each other: as many as Telegram's server reads (JsonBuilder.h,
DEFAULT_MAX_DEPTH).
"""

# Either a string to its end, so that brackets in it don't count, or a bracket. A string that never ends is taken whole.
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


class BadJson(ValueError):
    """It is not JSON, or it is nested deeper than DEEPEST; the text says which."""


def read(body: bytes | str) -> Any:
    """The value of JSON text; raises BadJson."""
    return _read(orjson.loads, body)


def read_lax(body: bytes | str) -> Any:
    """The same, but also with the numbers of JavaScript that JSON does not know (NaN, Infinity, 1e400)."""
    return _read(json.loads, body)


def _read(reader: Callable[[bytes], Any], body: bytes | str) -> Any:
    try:
        text = body.encode() if isinstance(body, str) else body
        # Counting brackets is cheap and almost always enough; only a text with many of them is looked at closely.
        if text.count(b"[") + text.count(b"{") > DEEPEST and _depth(text) > DEEPEST:
            raise BadJson("nested too deep")
        return reader(text)
    except json.JSONDecodeError as error:
        raise BadJson(error.msg) from None
    except ValueError as error:  # bytes that are not UTF-8, or an integer of thousands of digits
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
