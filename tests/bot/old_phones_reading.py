"""Reads the scripts and styles of pages, and finds what the oldest phones do not know."""

from collections.abc import Iterator

import tinycss2
import tree_sitter_javascript
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule
from tree_sitter import Language, Parser
from tree_sitter import Node as Syntax

from tests.bot.old_phones import ANOTHERS, MISSING, PROPERTIES, RULES, SELECTORS, SYNTAX

_JAVASCRIPT = Parser(Language(tree_sitter_javascript.language()))


def unreadable(script: bytes) -> list[str]:
    """What of a script these phones can't read or don't have: "line: what (since when)"."""
    tree = _JAVASCRIPT.parse(script)
    if tree.root_node.has_error:
        return ["the parser can't read it either"]
    found = [(node, why) for node in _nodes(tree.root_node) if (why := _why(node))]
    return [f"{node.start_point.row + 1}: {_text(node)} ({why})" for node, why in found]


def _nodes(node: Syntax) -> Iterator[Syntax]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _why(node: Syntax) -> str | None:
    kind = node.type
    if kind in SYNTAX:
        return SYNTAX[kind]
    if kind == "regex":
        return _regex(node)
    if kind == "await_expression":
        return None if _inside_function(node) else "await at the top of a module: iOS 15, Chrome 89"
    if kind == "field_definition":
        return "static field: iOS 14.5, Chrome 72" if any(one.type == "static" for one in node.children) else None
    if kind == "call_expression":
        return _listening(node)
    return _named(node)


NEWER_THAN_2011 = {
    *("arrow_function", "await_expression", "class_declaration", "export_statement", "for_of_statement"),
    *("import_statement", "lexical_declaration", "method_definition", "optional_chain", "spread_element"),
    *("template_string", "object_pattern", "array_pattern", "rest_pattern", "assignment_pattern", "??", "**", "async"),
    *("shorthand_property_identifier", "computed_property_name", "generator_function_declaration"),
}


def newer(script: bytes) -> list[str]:
    """What of a script came after ECMAScript 5.1, of 2011."""
    tree = _JAVASCRIPT.parse(script)
    return [
        f"{node.start_point.row + 1}: {node.type}" for node in _nodes(tree.root_node) if node.type in NEWER_THAN_2011
    ]


NAMING = {
    *("identifier", "property_identifier", "string_fragment"),
    *("shorthand_property_identifier", "shorthand_property_identifier_pattern"),
}


def _named(node: Syntax) -> str | None:
    if node.type not in NAMING or (node.type == "string_fragment" and not _subscript(node)):
        return None
    for path, since in MISSING.items():
        owner, _, name = path.rpartition(".")
        is_property = node.type != "identifier"
        if name != _text(node) or is_property != bool(owner):
            continue
        if path not in ANOTHERS or _owner(node) == owner:
            return since
    return None


def _subscript(node: Syntax) -> bool:
    return (
        node.parent is not None and node.parent.parent is not None and node.parent.parent.type == "subscript_expression"
    )


def _owner(node: Syntax) -> str:
    owner = node.parent.child_by_field_name("object") if node.parent is not None else None
    return _text(owner) if owner is not None else ""


def _regex(node: Syntax) -> str | None:
    pattern, flags = (node.child_by_field_name(name) for name in ("pattern", "flags"))
    if pattern is not None and ("(?<=" in _text(pattern) or "(?<!" in _text(pattern)):
        return "a look behind: iOS 16.4, Chrome 62"
    return "a flag d or v: iOS 15, Chrome 90" if flags is not None and set(_text(flags)) & set("dv") else None


def _listening(node: Syntax) -> str | None:
    """A listener that a signal takes off; older browsers keep it for ever."""
    function, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is None or given is None or not _text(function).endswith("addEventListener"):
        return None
    options = [one for one in given.named_children[2:] if one.type == "object"]
    keys = {_text(part) for one in options for part in _nodes(one) if part.type in NAMING}
    return "a listener with a signal: iOS 15, Chrome 88" if "signal" in keys else None


def _inside_function(node: Syntax) -> bool:
    above = node.parent
    while above is not None:
        if "function" in above.type or above.type == "method_definition":
            return True
        above = above.parent
    return False


def _text(node: Syntax) -> str:
    return (node.text or b"").decode()


def unstyled(style: str) -> list[str]:
    """What of a style sheet these phones would leave out, and the page would lose its shape by it."""
    return [*_rules(tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True))]


def _rules(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, AtRule):
            if node.lower_at_keyword in RULES:
                yield f"{node.source_line}: @{node.at_keyword}"
            yield from _rules(tinycss2.parse_rule_list(node.content or [], skip_comments=True, skip_whitespace=True))
        elif isinstance(node, QualifiedRule):
            yield from _rule(node)


def _rule(rule: QualifiedRule) -> Iterator[str]:
    selector = tinycss2.serialize(rule.prelude)
    yield from (f"{rule.source_line}: {name}" for name in SELECTORS if name in selector)
    parsed = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    declared = [one for one in parsed if isinstance(one, Declaration)]
    values = {one.lower_name: tinycss2.serialize(one.value).strip() for one in declared}
    yield from (f"{one.source_line}: {one.name} ({PROPERTIES[one.name]})" for one in declared if one.name in PROPERTIES)
    if "gap" in values and values.get("display", "").endswith("flex"):
        yield f"{rule.source_line}: gap in a row of flex (iOS 14.5, Chrome 84)"
    for one in declared:
        earlier = [other for other in declared[: declared.index(one)] if other.name == one.name]
        if any(unit in tinycss2.serialize(one.value) for unit in ("dvh", "svh", "lvh", "cqw")) and not earlier:
            yield f"{one.source_line}: {one.name} in a new unit, with nothing to fall back on"
