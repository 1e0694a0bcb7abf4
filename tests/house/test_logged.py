"""Every act that the product writes into the log of staff has a name in both languages, and so has every fact of it."""

import ast
from collections.abc import Iterator

from content.staff import joint
from content.staff.logged import ACTS
from content.staff.rights import Act
from content.words import EN, JA
from handlers.staff import claims, declarations
from storage.staff.log import ERASE_KEY
from tests.house.source import Source, product

WRITERS = {
    "acting.write": 1,
    "done": 1,
    "_done": 1,
    "_log": 1,
    "_write": 2,
    "credited.log": 1,
    "log": 1,
    "_let_go": 3,
    "log.write": None,
}
"""What writes an act, and the place of its name among the arguments; None: it is given by its word, `act`. `done` is of
handlers/staff/asked.py, `_done` and `_log` of handlers/staff/ending.py, `_write` of handlers/staff/viewing.py,
`credited.log` of handlers/staff/crediting/credited.py, `log` and `_let_go` of handlers/staff/announcing.
"""


def _texts(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def _calls(source: Source) -> Iterator[tuple[str, ast.Call]]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and (name := ast.unparse(node.func)) in WRITERS:
            yield name, node


def _acts_of(name: str, call: ast.Call) -> Iterator[str]:
    place = WRITERS[name]
    named = [word.value for word in call.keywords if word.arg == "act"]
    for node in [*named, *(call.args[place : place + 1] if place is not None else [])]:
        if isinstance(node, ast.Constant | ast.IfExp):
            yield from _texts(node)


def written() -> set[str]:
    """The acts that are written: named where they are written, made by a kind of case, or agreed on by two persons."""
    found = {act for source in product() for name, call in _calls(source) for act in _acts_of(name, call)}
    for cases in (claims.CASES, declarations.CASES):
        found |= {f"listed_{cases.nouns}", f"viewed_{cases.noun}", *cases.act.values()}
    return found | set(joint.kinds()) | {ERASE_KEY}


def test_every_act_is_listed_and_none_is_made_up() -> None:
    assert written() == set(ACTS)


def test_every_act_has_a_name_of_its_own_in_both_languages() -> None:
    for words in (JA, EN):
        names = {act: words.acts.act(act) for act in ACTS}
        assert not [act for act, name in names.items() if name == act]
        assert len(set(names.values())) == len(names)
        assert words.acts.act("of another version") == "of another version"


def test_every_attempt_that_is_refused_has_a_name() -> None:
    for words in (JA, EN):
        assert not [act for act in Act if words.logged.value("act", act.value) == act.value]
