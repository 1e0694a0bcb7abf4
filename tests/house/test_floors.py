"""Who may import whom: floors look down, subjects of the record stand in order, keys of buttons are a leaf."""

import ast
import sys
from collections.abc import Iterator, Mapping, Set
from graphlib import TopologicalSorter

from tests.house.source import FLOORS, Source, product

THIRD_PARTY = {
    "content": {
        "holidays",  # on which days a help desk answers
        *("jaconv", "rapidfuzz"),  # names in Latin letters, or typed with a slip
        *("pydantic", "pydantic_core", "yaml"),
        "pymediainfo",  # what a film is
        *("pylopdf_fonts_jp", "uharfbuzz"),  # what a paper can print
        "python_calamine",  # how a workbook is read
        "stdnum",  # the check character of a certificate's number
        "zxcvbn",
    },
    "storage": {"alembic", "cryptography", "sqlalchemy"},
    "handlers": {
        *(
            "PIL",
            "fontTools",
            "fpdf",
            "icalendar",
            "pi_heif",
            "pikepdf",
            "pylopdf_fonts_jp",
            "segno",
            "sqlalchemy",
            "uharfbuzz",
        ),
        "pypdfium2",  # what the first page of a paper looks like
    },
}
"""What a floor may import from outside; `bot`, where everything meets, may import all that is installed."""
SENDING = ("delivery", "papers", "postman", "settling", "showing", "writing")


def test_imports_only_look_down() -> None:
    below = {floor: set(FLOORS[: FLOORS.index(floor) + 1]) for floor in FLOORS}
    ours = {*FLOORS, "tests"}
    up = [
        f"{source.name} imports {module}"
        for source in product()
        for module in source.imports()
        if module.split(".")[0] in ours - below[source.floor]
    ]
    assert not up, "imports only look down: bot, handlers, storage, content"


def test_each_floor_imports_only_the_packages_that_it_may() -> None:
    assert not [
        f"{source.name} imports {module}"
        for source in product()
        for module in source.imports()
        if source.floor in THIRD_PARTY
        and (top := module.split(".")[0]) not in sys.stdlib_module_names
        and top not in THIRD_PARTY[source.floor] | set(FLOORS)
    ]


def test_subjects_of_the_record_stand_on_engine_and_tables_without_a_circle() -> None:
    """`certificates` and `staff` look at other subjects. No other subject looks at them but `proofs`, which proves
    what staff did too, and at which nobody looks.
    """
    looks: dict[str, set[str]] = {}
    for source in product():
        subject = _subject(source.name)
        if subject:
            known = looks.setdefault(subject, set())
            known |= {_subject(module.replace(".", "/") + "/") for module in source.imports()} - {subject, ""}
    assert looks["engine"] == set()
    assert looks["tables"] == {"engine"}
    assert [subject for subject, known in looks.items() if known & {"certificates", "staff"}] == ["proofs"]
    assert not [subject for subject, known in looks.items() if "proofs" in known]
    TopologicalSorter(looks).prepare()  # raises CycleError


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports for the types alone count too: who needs another's types to be read does not stand alone."""
    modules = {source.module: source for source in product()}
    TopologicalSorter(
        {name: set(_imported(source, modules.keys())) - {name} for name, source in modules.items()}
    ).prepare()  # raises CycleError, which names the circle


def test_keys_of_buttons_are_a_leaf() -> None:
    allowed = {"dataclasses", "handlers.press"}
    keys = [source for source in product() if source.name.startswith("handlers/presses/")]
    assert keys
    assert not [
        f"{source.name} imports {module}" for source in keys for module in source.imports() if module not in allowed
    ]


def test_who_sends_and_who_ticks_know_no_feature() -> None:
    """A feature says beside its ROUTES what it writes, keeps and does by the clock."""
    known = {"storage.engine", "storage.people", "storage.post", "handlers.screens", "handlers.papers"}
    known |= {"handlers.due", "handlers.keeping", "handlers.turn", "handlers.unwanted"}
    running = [
        one for one in product() if one.name in {"bot/schedule.py", *(f"bot/sending/{name}.py" for name in SENDING)}
    ]
    assert len(running) == 1 + len(SENDING)
    assert not [
        f"{source.name} imports {module}"
        for source in running
        for module in source.imports()
        if module.startswith(("storage.", "handlers.", "content.keys.letters"))
        and ".".join(module.split(".")[:2]) not in known
    ]


def test_screens_and_what_they_import_know_no_database() -> None:
    """Followed through: what a screen imports, what that imports, and so on."""
    looks = {_module(source.name): set(source.loads()) for source in product()}
    screens = [module for module in looks if module.startswith("handlers.screens.")]
    assert screens
    knowing = {
        screen: known
        for screen in screens
        if (known := {top for top in map(_top, _reached(screen, looks)) if top in {"sqlalchemy", "storage"}})
    }
    assert not knowing, "a screen is a function of values: the handler reads them from the record"


def _reached(module: str, looks: Mapping[str, Set[str]]) -> Set[str]:
    """Every module that is loaded with this one, packages above it included."""
    reached: set[str] = set()
    ahead = {module}
    while ahead:
        here = ahead.pop()
        reached.add(here)
        packages = {here.rsplit(".", depth)[0] for depth in range(1, here.count(".") + 1)}
        ahead |= (looks.get(here, set()) | packages) - reached
    return reached


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _top(module: str) -> str:
    return module.split(".")[0]


def _imported(source: Source, modules: Set[str]) -> Iterator[str]:
    """The modules of ours that a module imports: `from a import b` means a.b if that is a module, otherwise a."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module:
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from below & modules
            if below - modules and node.module in modules:
                yield node.module


def _subject(name: str) -> str:
    """The folder of storage that a path lies in, or nothing."""
    floor, *below = name.split("/")
    return below[0] if floor == "storage" and len(below) > 1 else ""
