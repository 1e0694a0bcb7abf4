"""An English screen has Japanese only for what has no English name, and a Japanese screen no English sentence.

Every sentence stands in content/words (tests/house/test_floors.py), so the modules of English words are read for the
sentences that no exhibit shows: those of the web pages, of the menu of commands, of pictures and of the bot's profile.
The walk through the gallery finds what a screen puts into a sentence: titles, names of codes, kinds and categories.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from bot.sandbox.html import parse
from content import curriculum
from content.journal import JournalIssue
from content.radio import Broadcast
from content.study.course import Chapter, Course
from handlers.screens.screen import Screen
from tests.gallery import gallery
from tests.gallery import journal as issues
from tests.gallery import radio as broadcasts
from tests.gallery.facts import published
from tests.house.source import ROOT

JAPANESE = re.compile(r"[ぁ-ゖァ-ヺー々〇\u3400-\u9fff]+")
LATIN = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
NOT_READ = re.compile(r"https?://\S+|(?<![A-Za-z])/[a-z_]+|\S+@\S+")
"""Addresses and commands: they are the same in both languages."""

NAMES = (
    "日医雑誌 問題解答",  # as the journal's pages name it
    "医学講座",
    "大阪府医師会",
    "医師会会員情報システム運営事務局",
    "郡市区医師会",
    "地方厚生局",
    "証明書番号",  # as the paper, which is Japanese, says it
    "地域包括診療",
    "診療報酬",
    "服薬管理",
    "健康相談",
    "介護保険",
    "禁煙指導",
    "在宅医療",
    "専門医共通講習",
    "必修講習A",
    "必修講習B",
    "任意講習",
    "かかりつけ医機能報告制度",
    "申告書",
    "日本医師会生涯教育カリキュラム<2016> 2022年4月版",
)
"""Names of Japanese things, said beside their English, so that a member finds them on Japanese paper."""

PLACES = (
    "受講する",
    "日本医師会 e-ラーニング",
    "CC からコンテンツを選ぶ",
    "受講証明書の発行について",
    "日医 e-ラーニング",
    "日医雑誌オンライン",
    "その他コンテンツ",
    "診療報酬関係",
    "会員専用コンテンツへのログインについて",
    "様",  # on the drawn address label
    "日本語",  # the button that changes the language
    "高血圧",  # what may be searched for
)
"""What is to be looked for, or typed, on a Japanese page."""

FACTS = (
    "2025年度の受講証明書を、診療所へ郵送してください。",
    "第100回 見本学会総会",
    "参加証.pdf",
    "桃子",
    "次郎",
)
"""What a member, staff or a package wrote, as the exhibits have it."""

LATIN_NAMES = {
    *("Telegram", "Safari", "Chrome", "MAMIS", "G-MIS", "NIKKEI", "Tan'i", "English"),
    *("CC", "ID", "PIN", "QR", "Web", "on-line", "e", "PDF", "CSV", "XLSX", "UTF", "JPEG", "PNG", "HEIC", "KB", "MB"),
    *("CP", "SHA"),  # CP932, SHA-256
    *("TN", "I", "O"),  # the beginning of a certificate's number; the letters that a code of a training leaves out
    *("Q", "A", "P", "Ver"),  # Q&A, P.9, Ver1.2
    *("staff", "verify-log"),  # the beginning of the number of a staff account; a command of the operator
}
"""Names and signs that Japanese writes in Latin letters."""
LATIN_FACTS = {"pdf", "heic", "jpg", "x", "another", "version", "of"}
CUT = 10
"""A button shows as many characters of a long title, at least."""


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    return {name: "\n".join(_texts(one.screen)) for name, one in gallery().items()}


def test_english_screens_have_japanese_only_where_there_is_no_english(said: dict[str, str]) -> None:
    known = "\n".join((*NAMES, *PLACES, *FACTS, *_without_english()))
    found = {
        run: name
        for name, text in said.items()
        if name.startswith("en ")
        for run in JAPANESE.findall(text)
        if len(set(run)) > 1 and run not in known
    }
    assert found == {}


def test_what_has_an_english_name_is_never_named_in_japanese(said: dict[str, str]) -> None:
    english = "\n".join(text for name, text in said.items() if name.startswith("en "))
    codes = [f"CC {one.number} {one.ja}" for one in curriculum.load().codes]
    apart = "\n".join((*PLACES, *_without_english()))  # a question may speak of what is a title too
    titles = [one for one in _titles() if one not in apart]
    assert [one for one in (*codes, *titles, *(one[:CUT] for one in titles if len(one) > CUT)) if one in english] == []


def test_english_words_have_japanese_only_in_names() -> None:
    known = "\n".join((*NAMES, *PLACES))
    folder = ROOT / "content" / "words" / "en"
    found = {
        run: path.stem
        for path in sorted(folder.glob("*.py"))
        for text in _constants(path.read_text())
        for run in JAPANESE.findall(text)
        if run not in known
    }
    assert found == {}


def test_japanese_screens_have_english_only_in_names(said: dict[str, str]) -> None:
    content = set(LATIN.findall("\n".join(_without_english())))
    known = LATIN_NAMES | LATIN_FACTS | content
    found = {
        word: name
        for name, text in said.items()
        if name.startswith("ja ")
        for word in LATIN.findall(NOT_READ.sub("", text))
        if not (len(word) > 1 and len(set(word)) == 1) and word not in known
    }
    assert found == {}


def _texts(screen: Screen) -> Iterator[str]:
    yield parse(screen.text)[0]
    yield screen.toast
    yield from (button.label for row in screen.rows for button in row)
    for further in screen.also:
        yield from _texts(further)


@cache
def _programme() -> tuple[object, ...]:
    return (*published(), *issues.published(), *(one.broadcast for one in broadcasts.published()))


def _titles() -> Iterator[str]:
    """The Japanese titles of what has an English one: of courses, their chapters, issues and broadcasts."""
    for one in _programme():
        every = (one, *one.chapters) if isinstance(one, Course) else (one,)
        yield from (
            part.title
            for part in every
            if isinstance(part, Course | Chapter | JournalIssue | Broadcast) and part.title_en
        )


@cache
def _without_english() -> tuple[str, ...]:
    """The texts of the packages, without the titles that have an English one."""
    return tuple(text for one in _programme() for text in _strings(one))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _strings(one)
    elif is_dataclass(value) and not isinstance(value, type):
        named = bool(getattr(value, "title_en", ""))
        for field in fields(value):
            if not (named and field.name in ("title", "title_en")):
                yield from _strings(getattr(value, field.name))


def _constants(source: str) -> Iterator[str]:
    """Every text of a module but its docstrings."""
    tree = ast.parse(source)
    docs = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in docs:
            yield one.value
