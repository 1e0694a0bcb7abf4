"""Cleaning, trimming, fixing of entities, and those that Telegram finds by itself."""

from typing import Any

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.text import formatted, settled


def kinds(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(each["type"], each["offset"], each["length"]) for each in entities]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\tb\x01c\r\nd", "a b c\nd"),
        ("  \n a \n b \n ", "a \n b"),
        ("Mu\u030aj", "Muj"),
        ("a\u202eb\u2028c", "abc"),
        ("\u3000a\u3000", "\u3000a\u3000"),
    ],
)
def test_cleaned_and_trimmed(written: str, kept: str) -> None:
    assert formatted(written, "").text == kept


def test_entities_move_with_what_is_removed() -> None:
    words = formatted("\r\n x\r<b>\r日\r本\r</b> ", "HTML")
    assert (words.text, kinds(words.entities)) == ("x日本", [("bold", 1, 2)])


def test_leading_space_stays_when_it_is_marked() -> None:
    words = formatted("  <code> x</code>  ", "html")
    assert (words.text, kinds(words.entities)) == (" x", [("code", 0, 2)])


@pytest.mark.parametrize(
    ("source", "entities"),
    [
        ("<b>a<code>b</code>c</b>", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
        ("<pre><b>a</b></pre>", [("pre", 0, 1)]),
        ("<b>a</b><b>b</b>", [("bold", 0, 2)]),
        ("<b>a<b>b</b></b>", [("bold", 0, 2)]),
        ("<b><i>a</i>b</b>", [("bold", 0, 2), ("italic", 0, 1)]),
        ("<blockquote><b>a</b></blockquote>", [("blockquote", 0, 1), ("bold", 0, 1)]),
    ],
)
def test_styles_are_fixed(source: str, entities: list[tuple[str, int, int]]) -> None:
    assert kinds(formatted(source, "HTML").entities) == entities


@pytest.mark.parametrize(
    ("written", "entities"),
    [
        ("/start /help@tani_bot 1/2 /あ", [("bot_command", 0, 6), ("bot_command", 7, 14)]),
        ("𠮷 https://a.jp/b. ok", [("url", 3, 14)]),
        ("see example.com, not a.b or 3.14", [("url", 4, 11)]),
        ("http://localhost:8080/x", []),
        ("(https://a.jp/x)", [("url", 1, 14)]),
        ("a@b.jp @tani_bot #日医 #12", [("email", 0, 6), ("mention", 7, 9), ("hashtag", 17, 3)]),
        ("", []),
    ],
)
def test_found_by_itself(written: str, entities: list[tuple[str, int, int]]) -> None:
    assert kinds(settled(written, []).entities) == entities


def test_nothing_is_found_in_code_or_links() -> None:
    words = formatted("<code>/start</code> <a href='https://a.jp'>b.com</a> <b>/help</b>", "HTML")
    assert kinds(words.entities) == [("code", 0, 6), ("text_link", 7, 5), ("bold", 13, 5), ("bot_command", 13, 5)]


def test_given_entities_count_without_a_mode() -> None:
    given = [{"type": "bold", "offset": 1, "length": 9}, {"type": "url", "offset": 0, "length": 1}]
    assert kinds(formatted("\rabc", "", given).entities) == [("bold", 0, 3)]


@pytest.mark.parametrize(
    ("mode", "code", "reason"),
    [
        ("BBCode", 400, "Bad Request: unsupported parse_mode"),
        ("MarkdownV2", 501, "Not Implemented: the sandbox does not model Markdown; use parse_mode HTML"),
    ],
)
def test_other_modes(mode: str, code: int, reason: str) -> None:
    with pytest.raises(ApiError) as error:
        formatted("x", mode)
    assert (error.value.code, error.value.description) == (code, reason)


def test_bytes_before_parsing() -> None:
    assert formatted("日" * 10922, "").text
    with pytest.raises(ApiError, match="text is too long"):
        formatted("日" * 10923, "")
