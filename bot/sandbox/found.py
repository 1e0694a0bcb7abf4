"""Entities that Telegram finds in a text by itself: addresses, mentions, hashtags and commands."""

import re
from collections.abc import Iterator

from bot.sandbox import links
from bot.sandbox.html import units
from bot.sandbox.people import Json

_MAYBE = re.compile(r"[/@#.]")
_URL = re.compile(
    r"(?:https?|ftp)://[^\s<>\"«»\u2000-\u206f]+"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|jp|info|edu|gov|io|dev|me)(?![\w-])(?:[/?#][^\s<>\"«»]*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9-]+\.)+[a-z]{2,8}(?![\w-])", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w@/])@[a-zA-Z0-9_]{3,32}(?!\w)")
_HASHTAG = re.compile(r"(?<![\w/#])#(?=\d*[^\W\d])\w{1,256}(?![\w#])")
_COMMAND = re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")
_KINDS = (("url", _URL), ("email", _EMAIL), ("bot_command", _COMMAND), ("mention", _MENTION), ("hashtag", _HASHTAG))
_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"})


def entities(text: str, present: list[Json]) -> list[Json]:
    """The entities to add to those that are present, in UTF-16 units. None is put into code or into a link."""
    if not _MAYBE.search(text):
        return []
    taken = [(e["offset"], e["offset"] + e["length"]) for e in present if e["type"] in _CLOSED]
    added: list[Json] = []
    for kind, begin, end in _places(text):
        offset = units(text[:begin])
        length = units(text[begin:end])
        if all(offset >= beyond or offset + length <= start for start, beyond in taken):
            taken.append((offset, offset + length))
            added.append({"type": kind, "offset": offset, "length": length})
    return added


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            if kind != "url":
                yield kind, match.start(), match.end()
            elif link := _link(match[0]):
                yield kind, match.start(), match.start() + len(link)


def _link(text: str) -> str:
    """The address without the sentence's punctuation after it."""
    text = text.rstrip(".,:;!?…'")
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    return text if links.checked(re.sub("^ftp", "http", text, flags=re.IGNORECASE)) else ""
