"""Reads a YAML text as plain values whose lines are known. A value that YAML 1.1 would silently change is refused."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from content.package import reasons
from content.package.faults import Loc, Trouble
from content.text.composing import composed

_TAGS = "tag:yaml.org,2002:"
# Japanese has no spaces between words, so a space next to such characters comes from a line's end
_WIDE = "[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]"
_BETWEEN = f"(?:(?<={_WIDE})%s(?={_WIDE})|(?<=[、。，．：；？！）」』])%s(?=\\S))"
_LINE_END = r"(?: |[ \t]*\r?\n[ \t]*)"
_SPACE = re.compile(_BETWEEN % (" ", " "))
_SPACE_OR_LINE_END = re.compile(_BETWEEN % (_LINE_END, _LINE_END))
_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")


class _Trap(Exception):
    """The scalar does not mean what it seems to mean. The text of the exception is the reason."""


@dataclass
class Document:
    """A tree of dict, list, str, int, float, bool and None. `lines` gives the line of every place in it."""

    root: Any = None
    lines: dict[Loc, int] = field(default_factory=lambda: {(): 1})
    troubles: list[Trouble] = field(default_factory=list)


MOST_VALUES = 10_000
"""The most keys and values of a file. PyYAML takes 0.1 ms for each: a file of keys alone would hold up a publishing."""


class _TooMany(Exception):
    """More values than a file may have; its argument is the line at which there are."""


class _Loader(yaml.SafeLoader):
    """Composes nodes, not more than `MOST_VALUES`; an alias is noted and read as an empty value, so that no text can
    grow by referring to itself.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.aliases: set[int] = set()
        self.values = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        self.values += 1
        if self.values > MOST_VALUES:
            raise _TooMany(self.peek_event().start_mark.line + 1)  # type: ignore[no-untyped-call]  # in types-PyYAML
        if self.check_event(yaml.AliasEvent):
            event = self.get_event()  # type: ignore[no-untyped-call]  # untyped in types-PyYAML
            node = yaml.ScalarNode(f"{_TAGS}null", "", event.start_mark, event.end_mark)
            self.aliases.add(id(node))
            return node
        return super().compose_node(parent, index)


def read(text: str) -> Document:
    """The document in a text. A text that is no YAML gives an empty document with one trouble and its line."""
    document = Document()
    try:
        loader = _Loader(text)
        root = loader.get_single_node()
        if root is not None:
            document.root = _Walk(document, text, loader.aliases).value(root, ())
    except yaml.reader.ReaderError as error:
        return _broken(text[: error.position].count("\n") + 1, reasons.control_character(chr(_code_point(error))))
    except yaml.MarkedYAMLError as error:
        return _no_yaml(error)
    except _TooMany as error:
        return _broken(error.args[0], reasons.too_many_values(MOST_VALUES))
    except RecursionError:
        return _broken(1, reasons.TOO_DEEP)
    return document


def _code_point(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


def _no_yaml(error: yaml.MarkedYAMLError) -> Document:
    problem = error.problem_mark.line + 1 if error.problem_mark else 1
    began = error.context_mark.line + 1 if error.context_mark else problem
    return _broken(problem, reasons.not_yaml(error.problem or "unreadable", began if began != problem else None))


def _broken(line: int, reason: str) -> Document:
    return Document(lines={(): line}, troubles=[((), reason)])


@dataclass
class _Walk:
    document: Document
    text: str
    aliases: set[int]

    def value(self, node: yaml.Node, loc: Loc) -> Any:
        self.document.lines.setdefault(loc, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*loc, index)) for index, item in enumerate(node.value)]
        try:
            return self._scalar(node)
        except _Trap as trap:
            self.document.troubles.append((loc, str(trap)))
            return None

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._note((*loc, f"line {line}"), line, reasons.KEY_NOT_TEXT)
            elif key in found:
                self._note((*loc, key, "again", line), line, reasons.duplicate_key(key))
            else:
                self.document.lines[(*loc, key)] = line
                found[key] = self.value(value_node, (*loc, key))
        return found

    def _note(self, loc: Loc, line: int, reason: str) -> None:
        self.document.lines[loc] = line
        self.document.troubles.append((loc, reason))

    def _scalar(self, node: yaml.Node) -> Any:
        if id(node) in self.aliases:
            raise _Trap(reasons.ALIAS)
        reader = _READERS.get(node.tag.removeprefix(_TAGS))
        if reader is None:
            raise _Trap(reasons.tag(node.tag.replace(_TAGS, "!!")))
        return reader(_unfolded(node, self.text))


def _unfolded(node: yaml.Node, text: str) -> str:
    """The scalar with its lines joined as in Japanese: YAML's space for a line's end goes, a typed space stays."""
    raw = str(node.value)
    if isinstance(node, yaml.ScalarNode) and node.style == "|":
        return raw
    # the source tells line ends from typed spaces; if it can't be matched with the value, YAML's text stays
    written = _SPACE_OR_LINE_END.findall(text[node.start_mark.index : node.end_mark.index])
    if len(written) != len(_SPACE.findall(raw)):
        return raw
    joints = iter("" if "\n" in joint else " " for joint in written)
    return _SPACE.sub(lambda _: next(joints), raw)


def _text(raw: str) -> str:
    """The text as Telegram will show it: in NFC, without spaces around it."""
    for character in raw:
        if _unshowable(character):
            raise _Trap(reasons.control_character(character))
    if found := _COMPATIBILITY.search(raw):
        becomes = unicodedata.normalize("NFC", found[0])
        if becomes != found[0]:
            raise _Trap(reasons.compatibility(found[0], becomes))
    return composed(raw).strip()


def _unshowable(character: str) -> bool:
    """Whether this is a control or private-use character, or the mark that a failed conversion leaves."""
    return character == "\ufffd" or (character not in "\n\t" and unicodedata.category(character) in ("Cc", "Co", "Cs"))


def _boolean(raw: str) -> bool:
    if raw not in ("true", "false"):
        raise _Trap(reasons.trap(raw, reasons.TRUTH))
    return raw == "true"


def _integer(raw: str) -> int:
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", raw):
        raise _Trap(reasons.trap(raw, reasons.NOTATION))
    return int(raw)


def _fraction(raw: str) -> float:
    if not re.fullmatch(r"-?[0-9]{1,15}\.[0-9]{1,15}", raw):
        raise _Trap(reasons.trap(raw, reasons.NOTATION))
    return float(raw)


def _date(raw: str) -> None:
    raise _Trap(reasons.trap(raw, reasons.DATE))


def _nothing(_raw: str) -> None:
    return None


_READERS: dict[str, Callable[[str], Any]] = {
    "str": _text,
    "value": _text,
    "merge": _text,
    "bool": _boolean,
    "int": _integer,
    "float": _fraction,
    "timestamp": _date,
    "null": _nothing,
}
