"""Text as Telegram keeps it: parsed, cleaned, trimmed, with its entities in order."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from bot.sandbox import found, html
from bot.sandbox.errors import bad, not_modelled
from bot.sandbox.html import units
from bot.sandbox.people import Json

MOST_BYTES = 32768
_SPACED = re.compile("[\0-\x09\x0b-\x0c\x0e-\x1f]")
_REMOVED = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")
_STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_WHOLE = frozenset({"code", "pre"})
_GIVEN = _STYLES | _WHOLE | {"text_link", "text_mention", "custom_emoji", "date_time"}
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text and its entities. Offsets and lengths are in UTF-16 units."""

    text: str
    entities: list[Json]


def formatted(text: str, mode: str, given: list[Json] | None = None) -> Formatted:
    """The text that a bot sends. `mode` is the parse_mode; `given` are the entities, which count if there is no mode.

    Raises ApiError for a mode or a markup that Telegram refuses.
    """
    # A character has at most four bytes, so most texts need not be encoded to be measured.
    if len(text) > MOST_BYTES // 4 and len(text.encode()) > MOST_BYTES:
        raise bad("text is too long")
    match mode.lower():
        case "" | "none":
            return settled(text, _checked(given or []))
        case "html":
            return settled(*html.parse(text))
        case "markdown" | "markdownv2":
            raise not_modelled("Markdown; use parse_mode HTML")
    raise bad("unsupported parse_mode")


def settled(text: str, entities: list[Json]) -> Formatted:
    """Cleans and trims a text, moves its entities with it, and adds those that Telegram finds by itself."""
    text, entities = _cleaned(text, entities)
    text, entities = _trimmed(text, entities)
    if entities:
        entities = _fixed(entities)
    entities = entities + found.entities(text, entities)
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"], entity["type"] not in _QUOTES))
    return Formatted(text, entities)


def _checked(given: list[Json]) -> list[Json]:
    kept = [dict(entity) for entity in given if entity.get("type") in _GIVEN | _QUOTES]
    for entity in kept:
        if not isinstance(entity.get("offset"), int) or not isinstance(entity.get("length"), int):
            raise bad("can't parse MessageEntity: Can't find field \"offset\"")
        if entity["offset"] < 0 or entity["length"] < 0:
            raise bad("entity has negative offset or length")
    return kept


def _cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Replaces control characters by spaces; removes carriage returns, direction marks and some combining signs."""
    text = _SPACED.sub(" ", text)
    if not _REMOVED.search(text):
        return text, entities
    gone = [units(text[: match.start()]) for match in _REMOVED.finditer(text)]
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        entity["offset"] = begin - bisect_left(gone, begin)
        entity["length"] = end - bisect_left(gone, end) - entity["offset"]
    return _REMOVED.sub("", text), entities


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Removes spaces and newlines at the end, and at the beginning as far as the first entity."""
    text = text.rstrip(" \n")
    first = min((entity["offset"] for entity in entities), default=len(text))
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    text = text[lead:]
    size = units(text) if entities else 0
    for entity in entities:
        entity["offset"] -= lead
        entity["length"] = min(entity["length"], size - entity["offset"])
    return text, [entity for entity in entities if entity["length"] > 0]


def _fixed(entities: list[Json]) -> list[Json]:
    """Cuts styles where code begins, and joins pieces of one style that touch."""
    walls = sorted((e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _WHOLE)
    kept = [entity for entity in entities if entity["type"] not in _STYLES]
    for style in sorted({entity["type"] for entity in entities} & _STYLES):
        spans = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] == style]
        for begin, end in _without(_joined(spans), walls):
            kept.append({"type": style, "offset": begin, "length": end - begin})
    return kept


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((begin, end))
    return joined


def _without(spans: list[tuple[int, int]], walls: list[tuple[int, int]]) -> list[tuple[int, int]]:
    left: list[tuple[int, int]] = []
    for begin, end in spans:
        for wall, beyond in walls:
            if wall < end and beyond > begin:
                left.append((begin, wall))
                begin = beyond
        left.append((begin, end))
    return [(begin, end) for begin, end in left if begin < end]
