"""The entities that an HTML element leaves when it is closed."""

from dataclasses import dataclass

from bot.sandbox import links
from bot.sandbox.errors import ApiError
from bot.sandbox.people import Json

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset((*_STYLES, "a", "tg-emoji", "tg-time", "pre", "code", "blockquote"))


class HtmlError(ApiError):
    """400: can't parse entities."""

    def __init__(self, text: str) -> None:
        super().__init__(400, f"can't parse entities: {text}")


@dataclass(slots=True)
class Open:
    """A start tag that waits for its end tag."""

    tag: str
    values: dict[str, str]
    offset: int
    piece: int


def close(opened: Open, end: int, text: str, before: list[Json]) -> None:
    """Adds the entity of an element to those found before it. The element ends at `end` and holds `text`."""
    entity: Json = {"type": "", "offset": opened.offset, "length": end - opened.offset}
    if opened.tag in _STYLES:
        before.append({**entity, "type": _STYLES[opened.tag]})
    elif opened.tag == "blockquote":
        kind = "expandable_blockquote" if "expandable" in opened.values else "blockquote"
        before.append({**entity, "type": kind})
    elif opened.tag in ("pre", "code"):
        _close_code(opened, entity, before)
    else:
        before.extend(_with_value(opened, entity, text))


def _close_code(opened: Open, entity: Json, before: list[Json]) -> None:
    """Adds a code entity. `pre` and `code` over the same text become one `pre`, if the code names its language."""
    name = opened.values.get("class", "")
    language = name.removeprefix("language-") if opened.tag == "code" and name.startswith("language-") else ""
    last = before[-1] if before else {}
    same = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
    if same and {last.get("type"), opened.tag} == {"pre", "code"} and (language or last.get("language")):
        last.update(type="pre", language=language or last["language"])
    else:
        before.append({**entity, "type": opened.tag, **({"language": language} if language else {})})


def _with_value(opened: Open, entity: Json, text: str) -> list[Json]:
    """The entities that need an attribute: links, custom emoji and times. A refused link leaves no entity."""
    if opened.tag == "a":
        link = opened.values.get("href") or text
        if user := links.user_of(link):
            return [{**entity, "type": "text_mention", "user": {"id": user, "is_bot": False, "first_name": ""}}]
        url = links.checked(link)
        return [{**entity, "type": "text_link", "url": url}] if url else []
    if opened.tag == "tg-emoji":
        number = opened.values.get("emoji-id", "")
        if not (number.isascii() and number.isdigit()) or int(number) == 0:
            raise HtmlError("Invalid custom emoji identifier specified")
        return [{**entity, "type": "custom_emoji", "custom_emoji_id": number}]
    moment = opened.values.get("unix", "")
    if not (moment.isascii() and moment.isdigit()):
        raise HtmlError("Invalid date specified")
    extra = {"date_time_format": opened.values["format"]} if opened.values.get("format") else {}
    return [{**entity, "type": "date_time", "unix_time": int(moment), **extra}]
