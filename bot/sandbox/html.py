"""Telegram's HTML: reads parse_mode=HTML by the rules of MessageEntity.cpp, with its texts for errors.

The parser looks at characters, but its errors name byte offsets in UTF-8, and its entities count UTF-16 units.
"""

import re
from dataclasses import dataclass, field

from bot.sandbox.marks import TAGS, HtmlError, Open, close
from bot.sandbox.people import Json

_HALF = re.compile("[\ud800-\udfff]")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_END = "\0"  # put behind the text, so that every look ahead finds something
_SPACE = frozenset(" \t\r\n\0\v")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = frozenset("0123456789")
_HEX = frozenset("0123456789abcdefABCDEF")
_TOKEN = _LETTERS | _DIGITS | {".", "-"}


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(1 for char in text if char > "\uffff") if not text.isascii() else len(text)


@dataclass
class _Reader:
    source: str
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += units(text)

    def where(self, position: int) -> str:
        return f"at byte offset {len(self.source[:position].encode('utf-8', 'surrogatepass'))}"

    def skip(self, chars: frozenset[str]) -> None:
        """Moves on over these characters, but never beyond the end mark."""
        while self.source[self.at] in chars and self.source[self.at] != _END:
            self.at += 1

    def read(self) -> None:
        source = self.source
        while (char := source[self.at]) != _END:
            if char == "<":
                self._tag()
            elif char == "&":
                self.put(self._reference() or self._one())
            else:
                start = self.at
                while source[self.at] not in "<&\0":
                    self.at += 1
                self.put(source[start : self.at])
        if self.stack:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')

    def _one(self) -> str:
        self.at += 1
        return self.source[self.at - 1]

    def _reference(self) -> str:
        """The character that a reference at `&` stands for, or "" if it is not a reference. The semicolon may be
        missing.
        """
        start = self.at
        text, end = _decode(self.source, start)
        if text:
            self.at = end + (self.source[end] == ";")
        return text

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.source[self.at] == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _name(self) -> str:
        start = self.at
        while self.source[self.at] not in _SPACE and self.source[self.at] != ">":
            self.at += 1
        return self.source[start : self.at].lower()

    def _start_tag(self, begin: int) -> None:
        tag = self._name()
        if self.source[self.at] == _END:
            raise HtmlError(f"Unclosed start tag {self.where(begin)}")
        if tag not in TAGS:
            raise HtmlError(f'Unsupported start tag "{tag}" {self.where(begin)}')
        values: dict[str, str] = {}
        while self._attribute(tag, begin, values):
            pass
        self.at += 1
        if tag == "span" and values.get("class") != "tg-spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" {self.where(begin)}')
        self.stack.append(Open(tag, values, self.length, len(self.pieces)))

    def _attribute(self, tag: str, begin: int, values: dict[str, str]) -> bool:
        """Reads one attribute into `values`. False if there is only the closing bracket."""
        self.skip(_SPACE)
        if self.source[self.at] == ">":
            return False
        start = self.at
        while self.source[self.at] not in _SPACE and self.source[self.at] not in "=>":
            self.at += 1
        name = self.source[start : self.at]
        if not name:
            raise HtmlError(f'Empty attribute name in the tag "{tag}" {self.where(begin)}')
        self.skip(_SPACE)
        if self.source[self.at] != "=":
            self._must_go_on(begin, f' "{tag}"')
            values[name] = ""
            return True
        self.at += 1
        self.skip(_SPACE)
        self._must_go_on(begin, f' "{tag}"')
        values[name] = self._quoted() if self.source[self.at] in "'\"" else self._token()
        self._must_go_on(begin)
        return True

    def _must_go_on(self, begin: int, tag: str = "") -> None:
        if self.source[self.at] == _END:
            raise HtmlError(f"Unclosed start tag{tag} {self.where(begin)}")

    def _token(self) -> str:
        start = self.at
        self.skip(_TOKEN)
        if self.source[self.at] not in _SPACE and self.source[self.at] != ">":
            raise HtmlError(f"Unexpected end of name token {self.where(start)}")
        return self.source[start : self.at].lower()

    def _quoted(self) -> str:
        quote = self._one()
        found: list[str] = []
        while self.source[self.at] not in (quote, _END):
            text = self._reference() if self.source[self.at] == "&" else ""
            found.append(text or self._one())
        if self.source[self.at] == quote:
            self.at += 1
        return "".join(found)

    def _end_tag(self, begin: int) -> None:
        if not self.stack:
            raise HtmlError(f"Unexpected end tag {self.where(begin)}")
        self.at += 1
        name = self._name()
        self.skip(_SPACE)
        if self.source[self.at] != ">":
            raise HtmlError(f"Unclosed end tag {self.where(begin)}")
        self.at += 1
        opened = self.stack[-1]
        if name and name != opened.tag:
            raise HtmlError(f'Unmatched end tag {self.where(begin)}, expected "</{opened.tag}>", found "</{name}>"')
        if self.length > opened.offset:
            close(opened, self.length, "".join(self.pieces[opened.piece :]), self.entities)
        self.stack.pop()


def _decode(source: str, start: int) -> tuple[str, int]:
    """The character of the reference at `start` and the place where the reference ends; ("", start) if it is none."""
    end = start + 1
    if source[end] == "#":
        digits, base = (_HEX, 16) if source[end + 1] == "x" else (_DIGITS, 10)
        first = end = end + (2 if base == 16 else 1)
        while source[end] in digits:
            end += 1
        code = int(source[first:end], base) if 0 < end - first < 10 else 0
        return (chr(code), end) if 0 < code < 0x10FFFF and end - start < 10 else ("", start)
    while source[end] in _LETTERS:
        end += 1
    text = _NAMED.get(source[start + 1 : end], "")
    return text, end if text else start


def parse(text: str) -> tuple[str, list[Json]]:
    """The plain text, and its entities in the order of their ends.

    Raises HtmlError, and nothing else, for what Telegram refuses.
    """
    reader = _Reader(text.replace(_END, " ") + _END)
    reader.read()
    plain = "".join(reader.pieces)
    if _HALF.search(plain):
        raise HtmlError(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
            "code units"
        )
    # Telegram keeps a language for `pre` alone.
    for entity in reader.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return plain, reader.entities
