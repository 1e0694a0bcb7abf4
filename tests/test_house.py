"""The rules of the house that can be read off its source: sizes, the clock, the environment, words."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.finding import clocks, forbidden, last, named, root, unexplained
from tests.house.source import FLOORS, ROOT, Source, every, product, tracked
from tests.patience import LONGEST_S

LINES_OF_MODULE = 250
LINES_OF_FUNCTION = 40
LONGER = {
    "storage/migrations/versions/": "written once by alembic, never edited after",
}

CLOCK_READERS = {
    "bot/clock.py": "the one reader of the clock",
}
STOPWATCHES = {
    "bot/clock.py": "goes on evenly, whatever the machine's clock is set to",
    "bot/sending/pace.py": "spaces what is sent by seconds that pass, whatever the date is",
    "bot/sending/transport.py": "says how old an answer of Telegram's can be, which tells the time",
    "bot/sandbox/state.py": "hands the stopwatch to limits of rate and to time-outs",
}

FOLDERS = {
    "content/text/folding.py": "the one folding of what is typed",
    "content/access/passwords.py": "a password is hashed as it was typed, but for the keyboard's width",
    "content/text/composing.py": "names and people's own words, put together",
    "content/package/document.py": "what editors write, to be shown",
    "content/package/checks.py": "two choices of a question that read the same",
    "content/tables/cells.py": "a cell of a table",
    "content/tables/reader.py": "the name of a column",
    "handlers/screens/screen.py": "Telegram takes texts in NFC",
}
"""Who may ask Unicode for another form of a text."""

ENVIRONMENT_READERS = {
    "bot/settings.py": "the one reader of the environment",
}

JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")
JAPANESE_SPEAKERS = {
    "bot/demo/people.py": "invented persons of the demo, whose names are Japanese",
    "handlers/papers/lines.py": "the characters that may not begin or end a line",
    "handlers/papers/certificate_layout.py": "a bullet",
}

TOP = {
    *(".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "Procfile", "README.md", "chat.png"),
    *("pyproject.toml", "requirements-dev.txt", "requirements.txt", "tests", *FLOORS),
}

Found = list[str]


def test_modules_are_short() -> None:
    names = [name for name in tracked() if name.endswith((".py", ".js", ".css", ".html")) and not _longer(name)]
    lengths = {name: len((ROOT / name).read_text().splitlines()) for name in names}
    long = {name: lines for name, lines in lengths.items() if lines > LINES_OF_MODULE}
    assert not long, f"a module has at most {LINES_OF_MODULE} lines: move a part that has a subject of its own"


def test_functions_are_short() -> None:
    long = [
        f"{source.name}: {node.name} has {lines} lines"
        for source in every()
        if not _longer(source.name)
        for node in source.nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_FUNCTION
    ]
    assert not long, f"a function has at most {LINES_OF_FUNCTION} lines"


def test_one_module_reads_the_clock() -> None:
    found = {source.name: what for source in product() for _, what in clocks(source)}
    assert set(found) == set(CLOCK_READERS), f"take the moment as an argument (in a handler turn.now): {found}"


def test_stopwatches_are_few_and_explained() -> None:
    found = {source.name for source in product() for _ in named(source, "time", {"monotonic", "perf_counter"})}
    assert found == set(STOPWATCHES), "each stopwatch stands in STOPWATCHES with its reason"


def test_one_module_reads_the_environment() -> None:
    read = {"environ", "environb", "getenv", "getenvb"}
    found = {source.name for source in product() for _ in named(source, "os", read)}
    assert found == set(ENVIRONMENT_READERS), "a setting is a field of Settings in bot/settings.py"


def test_what_is_typed_is_folded_in_one_place() -> None:
    found = {source.name for source in product() for _ in named(source, "unicodedata", {"normalize"})}
    assert found == set(FOLDERS), "what is typed is folded by content/text"


def test_japanese_is_spoken_only_in_content() -> None:
    found = {
        source.name
        for source in product()
        if source.floor != "content"
        for node in _strings(source)
        if JAPANESE.search(str(node.value))
    }
    assert found == set(JAPANESE_SPEAKERS), "members' words stand in content/words, in both languages"


def test_no_test_is_skipped() -> None:
    banned = {"skip", "skipif", "importorskip", "xfail"}
    assert not [
        f"{source.name}:{node.lineno} {node.attr}"
        for source in every()
        for node in source.nodes
        if isinstance(node, ast.Attribute) and node.attr in banned and root(node) == "pytest"
    ]


def test_every_test_has_a_time_out(request: pytest.FixtureRequest) -> None:
    """A test that hangs is red and named, not a run that never ends. `timeout(0)` would switch it off for a test, and a
    short one would be red on a busy machine.
    """
    assert 0 < float(request.config.getini("timeout")) <= 600
    assert not [
        f"{source.name}:{node.lineno}"
        for source in every()
        for node in source.nodes
        if isinstance(node, ast.Call) and last(node.func) == "timeout" and root(node.func) == "pytest"
        if not (node.args and float(ast.literal_eval(node.args[0])) >= LONGEST_S)
    ]


def test_no_test_waits_for_a_time_of_its_own() -> None:
    """What a test waits for comes late on a busy machine: tests/patience.py says for how long all of them wait."""
    assert not [
        f"{source.name}:{node.lineno}"
        for source in every()
        for node in source.nodes
        if isinstance(node, ast.Call) and root(node.func) == "asyncio" and last(node.func) in ("timeout", "wait_for")
        if source.name.startswith("tests/")
        if any(isinstance(one, ast.Constant) for one in (*node.args[-1:], *(given.value for given in node.keywords)))
    ]


def test_a_silenced_check_says_why() -> None:
    assert not [
        f"{source.name}:{number}"
        for source in every()
        for number, line in enumerate(source.text.splitlines(), start=1)
        if unexplained(line)
    ]


def test_the_repository_names_no_machine_and_leaves_nothing_undone() -> None:
    found = [f"{name}: {what}" for name in tracked() if (text := _text(name)) is not None for what in forbidden(text)]
    assert not found


def test_the_top_of_the_house_is_as_drawn() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP


def _longer(name: str) -> bool:
    return name.startswith(tuple(LONGER))


def _strings(source: Source) -> Iterator[ast.Constant]:
    docstrings = source.docstrings
    return (
        node
        for node in source.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings
    )


def _text(name: str) -> str | None:
    """A file's text; None if it is a film, a picture or a font."""
    content = (ROOT / name).read_bytes()
    return None if b"\0" in content else content.decode()
