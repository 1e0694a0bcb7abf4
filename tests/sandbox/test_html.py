"""Telegram's HTML, by the rules and the texts of the real parser."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.html import parse, units
from bot.sandbox.marks import HtmlError

STADIUM = "🏟 🏟&lt;"  # 13 bytes of UTF-8 and 6 units of UTF-16 in the end

REFUSED = [
    (STADIUM + "<abacaba", "Unclosed start tag at byte offset 13"),
    (STADIUM + "<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
    ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
    ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<", "Unclosed start tag at byte offset 0"),
    (STADIUM + "<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
    (STADIUM + "<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
    (STADIUM + "<i    aba", 'Unclosed start tag "i" at byte offset 13'),
    (STADIUM + "<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
    (STADIUM + '<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
    (STADIUM + "</", "Unexpected end tag at byte offset 13"),
    (STADIUM + "<b></b></", "Unexpected end tag at byte offset 20"),
    (STADIUM + "<i>a</i   ", "Unclosed end tag at byte offset 17"),
    (STADIUM + "<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("日<span class=big>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 3'),
    ("<tg-emoji emoji-id=x>👍</tg-emoji>", "Invalid custom emoji identifier specified"),
    ("<tg-emoji>👍</tg-emoji>", "Invalid custom emoji identifier specified"),
    (
        "&#xDFDF;",
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
        "code units",
    ),
]


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_refused(source: str, reason: str) -> None:
    with pytest.raises(HtmlError) as error:
        parse(source)
    assert error.value.description == f"Bad Request: can't parse entities: {reason}"


def entity(kind: str, offset: int, length: int, **extra: object) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **extra}


TAKEN = [
    ("", "", []),
    ("&lt;&gt;&amp;&quot;&laquo;&nbsp;&apos;", "<>&\"&laquo;&nbsp;&apos;", []),
    ("&lt &amp&gt", "< &>", []),
    ("&#65;&#x42;&#x43 &#12345678;&#;&#0;", "ABC &#12345678;&#;&#0;", []),
    ("&unknown; & &", "&unknown; & &", []),
    ("<B>x</b>", "x", [entity("bold", 0, 1)]),
    ("<strong>x</strong>", "x", [entity("bold", 0, 1)]),
    ("<i>x</i><em>y</em>", "xy", [entity("italic", 0, 1), entity("italic", 1, 1)]),
    ("<u>x</u><ins>y</ins>", "xy", [entity("underline", 0, 1), entity("underline", 1, 1)]),
    ("<s>a</s><strike>b</strike>", "ab", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
    ("<del>x</del>", "x", [entity("strikethrough", 0, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [entity("spoiler", 0, 1)]),
    ("𠮷<b>𠮷野</b>", "𠮷𠮷野", [entity("bold", 2, 3)]),
    (STADIUM + "<i>🏟 🏟&lt;</>", "🏟 🏟<🏟 🏟<", [entity("italic", 6, 6)]),
    (STADIUM + "<i>a</    >", "🏟 🏟<a", [entity("italic", 6, 1)]),
    (STADIUM + "<i aba  =  190azAz-. >a</i>", "🏟 🏟<a", [entity("italic", 6, 1)]),
    (STADIUM + "<i aba='&lt;&gt;'>a</i>", "🏟 🏟<a", [entity("italic", 6, 1)]),
    ("<b></b>x", "x", []),
    ("<b><i>x</i>y</b>", "xy", [entity("italic", 0, 1), entity("bold", 0, 2)]),
    ("<a href=telegram.org>x</a>", "x", [entity("text_link", 0, 1, url="http://telegram.org/")]),
    ("<a href='https://a.jp/b?c&lt;'>x</a>", "x", [entity("text_link", 0, 1, url="https://a.jp/b?c<")]),
    ("<a>telegram.org</a>", "telegram.org", [entity("text_link", 0, 12, url="http://telegram.org/")]),
    ("<a href='localhost'>x</a><a href='/rel'>y</a><a>z</a>", "xyz", []),
    (
        "<a href='tg://user?id=7'>x</a>",
        "x",
        [entity("text_mention", 0, 1, user={"id": 7, "is_bot": False, "first_name": ""})],
    ),
    ("<tg-emoji emoji-id='5368324170671202286'>👍</tg-emoji>", "👍", [
        entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")
    ]),
    ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
    ("<pre>x</pre>", "x", [entity("pre", 0, 1)]),
    ("<pre><code class='language-py'>x</code></pre>", "x", [entity("pre", 0, 1, language="py")]),
    ("<code class='language-py'><pre>x</pre></code>", "x", [entity("pre", 0, 1, language="py")]),
    ("<code class='language-py'>x</code>", "x", [entity("code", 0, 1)]),
    ("<pre><code class='language-py'>x</code> </pre>", "x ", [entity("code", 0, 1), entity("pre", 0, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), TAKEN)
def test_taken(source: str, text: str, entities: list[dict[str, object]]) -> None:
    assert parse(source) == (text, entities)


@given(st.text(alphabet=st.sampled_from("<>/&;#x =\"'abipreco-dh0189日𠮷\0\n ")))
@settings(max_examples=300, deadline=None)
def test_nothing_but_its_own_error(source: str) -> None:
    try:
        text, entities = parse(source)
    except HtmlError:
        return
    assert all(0 <= each["offset"] < each["offset"] + each["length"] <= units(text) for each in entities)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@settings(max_examples=200, deadline=None)
def test_an_escaped_text_comes_back(text: str) -> None:
    assert parse(escape(text, quote=False)) == (text, [])
    marked, entities = parse(f"<b>{escape(text, quote=False)}</b>")
    assert marked == text
    assert [each["length"] for each in entities] == ([len(text.encode("utf-16-le")) // 2] if text else [])
