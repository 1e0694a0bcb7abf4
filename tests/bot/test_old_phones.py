"""No page asks of a phone what the oldest that are served do not have."""

import re

import pytest

from content.words.pages import OLDEST_CHROME, OLDEST_IOS
from tests.bot.old_phones import MISSING, PROPERTIES
from tests.bot.old_phones_reading import newer, unreadable, unstyled
from tests.house.source import ROOT

PAGES = ROOT / "bot" / "pages"


@pytest.mark.parametrize("name", sorted(str(one.relative_to(PAGES)) for one in PAGES.rglob("*.js")))
def test_every_script_is_read_by_the_oldest_phone(name: str) -> None:
    assert not unreadable((PAGES / name).read_bytes())


@pytest.mark.parametrize("name", sorted(str(one.relative_to(PAGES)) for one in PAGES.rglob("*.css")))
def test_every_page_keeps_its_shape_on_the_oldest_phone(name: str) -> None:
    assert not unstyled((PAGES / name).read_text())


@pytest.mark.parametrize(
    ("script", "line"),
    [
        ("a.at(-1)", "1: at"),
        ("const { at } = a", "1: at"),
        ("a['at'](0)", "1: at"),
        ("a?.at(0)", "1: at"),
        ("fetch(a, { signal: AbortSignal.timeout(1) })", "1: timeout"),
        ("structuredClone(a)", "1: structuredClone"),
        ("Response.json(1)", "1: json"),
        ("a ??= 1", "1: ??="),
        ("class A { #b = 1 }", "1: #b"),
        ("\nclass A { #b() {} }", "2: #b"),
        ("class A { static b = 1 }", "1: static b"),
        ("class A { static { b(); } }", "1: static {"),
        ("await b()", "1: await"),
        ("/(?<=a)b/", "1: /"),
        ("/a/d", "1: /a/d"),
        ("export * as a from './b.js'", "1: * as a"),
        ("a.addEventListener('b', c, { signal })", "1: a.addEventListener"),
        ("a b", "the parser can't"),
    ],
)
def test_the_check_finds(script: str, line: str) -> None:
    assert [one for one in unreadable(script.encode()) if one.startswith(line)]


@pytest.mark.parametrize(
    "script",
    [
        "a?.b ?? 10_000",
        "answer.json(); JSON.parse(b)",
        "const at = 1; f(at)",
        "async () => { await b(); }",
        "a = 'at'",
        "try { b(); } catch { c(); }",
        "fetch(a, { signal })",
        "/(?<name>a)b/gimsuy",
        "class A { b = 1; static c() {} }",
    ],
)
def test_the_check_lets_pass(script: str) -> None:
    assert not unreadable(script.encode())


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("a { inset: 0 }", True),
        ("@media (min-width: 1px) { a { rotate: 1deg } }", True),
        ("a { display: flex; gap: 1px }", True),
        ("a { display: inline-flex; gap: 1px }", True),
        ("a { display: grid; gap: 1px }", False),
        ("a { height: 100dvh }", True),
        ("a { height: 100vh; height: 100dvh }", False),
        ("a:is(b) { top: 0 }", True),
        ("@layer a { b { top: 0 } }", True),
        ("a { text-wrap: balance; top: 0 }", False),
    ],
)
def test_the_check_of_styles(style: str, found: bool) -> None:
    assert bool(unstyled(style)) == found


def test_each_thing_that_is_missing_came_after_the_oldest() -> None:
    """Either browser got it later than the oldest that is served; a later .x of the same iOS is later too."""
    for what, since in (MISSING | PROPERTIES).items():
        ios = re.search(r"iOS (\d+(?:\.\d+)?)", since)
        chrome = re.search(r"Chrome (\d+)", since)
        late = ios is None or float(ios[1]) > OLDEST_IOS or chrome is None or int(chrome[1]) > OLDEST_CHROME
        assert late, what


def test_what_runs_before_the_page_is_read_by_any_browser() -> None:
    """A browser without arrows or `const` must still be told that it is too old."""
    assert not newer((PAGES / "shared" / "early.js").read_bytes())


@pytest.mark.parametrize("script", ["() => 1", "let a", "`a`", "a?.b", "a ?? b", "f(...a)", "class A {}", "a = { b }"])
def test_the_check_of_the_early_script(script: str) -> None:
    assert newer(script.encode())


def test_the_oldest_are_stated() -> None:
    stated = f"iOS {OLDEST_IOS} and Chrome {OLDEST_CHROME}"
    assert stated in " ".join((ROOT / "README.md").read_text().split())
