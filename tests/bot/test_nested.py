"""How deep JSON from outside may be nested: the same for every reader, and whatever the stack holds."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot import nested
from bot.nested import DEEPEST, BadJson

Reader = Callable[[bytes | str], Any]
SHALLOW = [
    "[" * DEEPEST + "]" * DEEPEST,
    '{"a":' * DEEPEST + "1" + "}" * DEEPEST,
    "[" + ",".join(["[]"] * 2 * DEEPEST) + "]",
    json.dumps(["[" * 2 * DEEPEST]),
    json.dumps(['"' + "[" * 2 * DEEPEST + "\\"]),
]
DEEP = [
    "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
    '{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1),
    '["\\"",' + "[" * DEEPEST + "]" * DEEPEST + "]",
    "[" * 500_000,
]
NO_JSON = ["", "{", "[1,]", '"', "\ud800", "[" * (DEEPEST + 1) + '"', "9" * 60_000 + "x"]


@pytest.fixture(params=[nested.read, nested.read_lax])
def read(request: pytest.FixtureRequest) -> Reader:
    reader: Reader = request.param
    return reader


@pytest.mark.parametrize("text", SHALLOW, ids=range(len(SHALLOW)))
def test_as_deep_as_it_may_be(read: Reader, text: str) -> None:
    assert read(text) == read(text.encode()) == json.loads(text)


@pytest.mark.parametrize("text", DEEP, ids=range(len(DEEP)))
def test_one_deeper_is_refused(read: Reader, text: str) -> None:
    with pytest.raises(BadJson, match="nested too deep"):
        read(text)


@pytest.mark.parametrize("text", NO_JSON, ids=range(len(NO_JSON)))
def test_what_is_no_json_is_refused_the_same_way(read: Reader, text: str) -> None:
    with pytest.raises(BadJson):
        read(text)


def test_bytes_that_are_no_text_are_refused(read: Reader) -> None:
    with pytest.raises(BadJson):
        read(b'"\xff\xfe\x00"')


def test_what_never_ends_is_looked_through_once(read: Reader) -> None:
    """A quadratic look at this megabyte would not end within the suite."""
    with pytest.raises(BadJson):
        read("[" * DEEPEST + '["' + '\\"' * 500_000 + "\\")


def test_a_high_stack_changes_nothing() -> None:
    def higher(calls: int) -> Any:
        return higher(calls - 1) if calls else nested.read_lax(SHALLOW[0])

    assert higher(500) == json.loads(SHALLOW[0])


def test_only_the_lax_reader_takes_what_javascript_calls_numbers() -> None:
    assert nested.read_lax("[NaN, 1e400]")[1] == float("inf")
    with pytest.raises(BadJson):
        nested.read("[NaN]")
