"""Japanese and English say the same things: every feature's two modules meet one Protocol, and nothing is left out."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from content.words import EN, JA, Words
from handlers.features import FEATURES
from handlers.routing import Routes
from handlers.screens import help
from handlers.staff.rights import MayDo
from tests.house.source import ROOT

ONE_LANGUAGE = {"form": "so is the form of declarations", "paper": "the certificate is a Japanese paper"}
MOST_DESCRIPTION = 256
PROTOCOLS: dict[str, type] = {name: kind for name, kind in get_type_hints(Words).items() if name != "language"}

each = pytest.mark.parametrize("feature", PROTOCOLS)


def test_every_module_of_words_is_spoken() -> None:
    folder = ROOT / "content" / "words"
    features = {path.stem for path in folder.glob("*.py")} - {"__init__", "voices", *ONE_LANGUAGE}
    assert features == set(PROTOCOLS), "each feature is a field of Words in content/words/voices.py"
    for language in ("ja", "en"):
        assert {path.stem for path in (folder / language).glob("*.py")} - {"__init__"} == features, language


@each
def test_both_languages_say_what_the_protocol_asks_and_nothing_else(feature: str) -> None:
    asked = {name: _call(method) for name, method in _public(PROTOCOLS[feature]).items()}
    for words in (JA, EN):
        module: ModuleType = getattr(words, feature)
        assert module.__name__ == f"content.words.{words.language}.{feature}"
        own = {name: one for name, one in _public(module).items() if one.__module__ == module.__name__}
        assert {name: _call(function) for name, function in own.items()} == asked, words.language


def test_every_feature_of_words_has_a_place() -> None:
    assert [field.name for field in fields(Words)] == ["language", *PROTOCOLS]
    assert (JA.language, EN.language) == ("ja", "en")


def test_every_command_is_described_and_named() -> None:
    commands = Routes(FEATURES).commands
    readme = (ROOT / "README.md").read_text()
    for name, route in commands.items():
        assert name in help.COMMANDS or f"/{name}" in readme, f"/{name} needs a line in handlers/screens/help.py"
        assert route.menu is not isinstance(route.who, MayDo)
        assert all(0 < len(words.menu.describe(name)) <= MOST_DESCRIPTION for words in (JA, EN)), name
    assert set(help.COMMANDS) <= set(commands)


def _public(where: Any) -> dict[str, Callable[..., Any]]:
    return {name: one for name, one in inspect.getmembers(where, inspect.isfunction) if not name.startswith("_")}


def _call(function: Callable[..., Any]) -> tuple[list[tuple[str, Any, Any, Any]], Any]:
    """Parameters (name, kind, default, type) and the returned type; `self` is the Protocol's alone."""
    types = get_type_hints(function)
    parameters = [
        (one.name, one.kind, one.default, types[one.name])
        for one in inspect.signature(function).parameters.values()
        if one.name != "self"
    ]
    return parameters, types["return"]
