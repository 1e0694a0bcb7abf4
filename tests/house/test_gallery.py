"""Every screen of the gallery fits Telegram's limits and keeps to the look of the product."""

import inspect
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module

import pytest

import handlers.screens
from bot.sandbox import keyboard as strict
from bot.sandbox.html import parse
from bot.sandbox.keyboard import MOST_DATA, MOST_IN_ALL, MOST_IN_ROW
from bot.sending.showing import keyboard
from content.refusals import Refusal
from content.staff.viewing import Viewing
from content.words import JA, speak
from handlers.press import kinds
from handlers.presses.credits import why
from handlers.presses.post.reminder import NoMore
from handlers.screens import refusal
from handlers.screens.screen import Button, Place, Screen, SharedPaper
from handlers.screens.staff.viewing import framed
from tests.gallery import OF_OPERATOR, ROOMS, gallery
from tests.gallery.entering import REFUSALS
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import name_of
from tests.operators import SAMPLE

MOST_TEXT, MOST_CAPTION, MOST_TOAST = 4096, 1024, 200
WIDEST = {1: 14.0, 2: 7.0, 3: 5.0, 4: 4.0, 5: 3.0}
"""By buttons in a row, how many full-width characters a phone shows of each; a Latin one is half as wide."""

SIGNS = set("✅▶⬜🔒⚠📄")
OTHER_SIGNS = {
    "✓": "marks what is ticked on a button",
    "→": "says 'then' within a sentence",
    "←": "points at a line of a drawn address label",
    "○": "stands for a name that is left out",
    "▓": "the part of a bar that is done",
    "░": "the rest of the bar",
}
PICTURES = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")

BANNER = "has the banner of a viewed screen above the title"
UNTITLED = {
    "refusal.said": "says what happened, what is kept and what to do, without a title",
    "staff.viewing.framed": BANNER,
    "staff.viewing.begun": BANNER,
}
WITHOUT_BACK = {
    "home.greeting": "is the first screen",
    "home.home": "is the first screen",
    "study.quiz.question": "is left by 「中断する」",
    "study.quiz.review": "is left by 「中断する」",
    "study.quiz.now": "is left by 「中断する」",
    "study.quiz.onward": "is left by 「中断する」",
    "study.quiz.chosen": "is left by 「中断する」",
    "journal_sheet.question": "is left by 「中断する」",
    "journal_sheet.review": "is left by 「中断する」",
    "journal_sheet.now": "is left by 「中断する」",
    "journal_sheet.chosen": "is left by 「中断する」",
    "study.quiz_result.passed": "is a message of its own; shown again in place it gets its way back from the handler",
    "refusal.said": "stands under the screen that it speaks of",
    "staff.account.home": "is the first screen",
    "staff.viewing.framed": "is left by 「閲覧を終了する」",
    "staff.viewing.begun": "is left by 「閲覧を終了する」",
}
NOT_SCREENS = {"screen.toast": "the form of an answer that has no text"}
FORMER = {NoMore}
"""Keys of buttons that only letters of earlier versions have: they stay in the chats."""

Shown = list[tuple[str, Screen]]


@pytest.fixture(scope="module")
def shown() -> Shown:
    """Every screen of the gallery and those sent after one, by the name of the exhibit."""
    return [(name, one) for name, exhibit in gallery().items() for one in _with_further(exhibit.screen)]


def test_every_function_that_makes_a_screen_hangs_in_the_gallery() -> None:
    makers, shown = set(_makers()), {one.function for one in gallery().values()}
    assert not [f"{maker}: hang(…) it in {_room(maker)}" for maker in sorted(makers - shown)]
    assert shown - makers == set(), "no public function of handlers.screens that says `-> Screen`"


def test_every_refusal_has_a_sentence_and_hangs_in_the_gallery() -> None:
    kinds = {kind for kind in _below(Refusal) if not kind.__module__.startswith("tests.")}
    assert refusal.kinds() == kinds, "each refusal needs its sentence in handlers/screens/refusal.py"
    assert {type(one) for one in REFUSALS} == kinds, "each refusal needs an example in tests/gallery/entering.py"


def test_texts_fit(shown: Shown) -> None:
    lengths = [
        (name, len(parse(one.text)[0]), MOST_CAPTION if one.paper or one.picture else MOST_TEXT) for name, one in shown
    ]
    assert not [f"{name}: {length}" for name, length, most in lengths if length > most]


def test_toasts_fit(shown: Shown) -> None:
    assert not [f"{name}: {len(one.toast)}" for name, one in shown if len(one.toast) > MOST_TOAST]


def test_every_screen_says_something(shown: Shown) -> None:
    """A file may go before its text: then it needs no words of its own."""
    assert not [name for name, one in shown if not (parse(one.text)[0].strip() or one.toast or one.also)]


def test_keyboards_fit(shown: Shown) -> None:
    for name, one in shown:
        assert all(1 <= len(row) <= MOST_IN_ROW for row in one.rows), name
        assert sum(map(len, one.rows)) <= MOST_IN_ALL, name
        packed = [button.press.pack() for button in _buttons(one) if button.press]
        assert all(len(data.encode()) <= MOST_DATA for data in packed), name


def test_every_screen_fits_as_staff_see_it_of_a_member(shown: Shown) -> None:
    for name, one in shown:
        if isinstance(one.paper, SharedPaper):
            continue  # it comes by letter alone, and staff see no letters
        seen = framed(one, NAME, Viewing(NUMBER, NOW), speak(name[:2]))
        most = MOST_CAPTION if one.paper or one.picture else MOST_TEXT
        assert len(parse(seen.text)[0]) <= most, name
        assert all(len(button.press.pack().encode()) <= MOST_DATA for button in _buttons(seen) if button.press), name
        assert sum(map(len, seen.rows)) <= MOST_IN_ALL, name


def test_the_strict_server_takes_the_keyboards_as_they_are(shown: Shown) -> None:
    for name, one in shown:
        given = keyboard(one.rows) if one.rows else None
        assert strict.read(given) == given, name


def test_every_press_is_on_a_button(shown: Shown) -> None:
    pressed = {type(button.press) for _, one in shown for button in _buttons(one)}
    ours = {kind for kind in kinds().values() if kind.__module__.startswith("handlers.")}
    # The handler of /why gives these to its lists; the gallery hangs those lists with one press for all.
    given = {why.OfCourse, why.OfCredit, why.OfDeclaration, why.OfIssue, why.OfSpecial}
    assert ours - pressed - given - FORMER == set(), "no screen of the gallery has a button with this key"
    assert not FORMER & pressed


def test_labels_are_read_whole_on_a_phone(shown: Shown) -> None:
    wide = [
        f"{name}: {button.label}"
        for name, one in shown
        for row in one.rows
        for button in row
        if not 0 < _width(button.label) <= WIDEST.get(len(row), 2.0)
    ]
    assert not wide


def test_the_first_line_and_it_alone_is_bold_from_the_start(shown: Shown) -> None:
    assert not [
        name
        for name, one in shown
        if one.text and _function(name) not in UNTITLED and _first_bold(one.text) != parse(one.text)[0].split("\n")[0]
    ]


def test_the_way_back_is_last_and_left(shown: Shown) -> None:
    living = [
        (name, one)
        for name, one in shown
        if one.text and one.place is Place.LIVING and _function(name) not in WITHOUT_BACK
    ]
    back = {language: speak(language).common.back() for language in ("ja", "en")}
    assert not [name for name, one in living if not one.rows or one.rows[-1][0].label != back[name.split()[0]]]


def test_signs_are_the_six(shown: Shown) -> None:
    allowed = SIGNS | set(OTHER_SIGNS)
    found = {(sign, _function(name)) for name, one in shown for text in _texts(one) for sign in PICTURES.findall(text)}
    assert not {(sign, function) for sign, function in found if sign not in allowed}


def test_texts_are_in_the_form_that_telegram_keeps(shown: Shown) -> None:
    assert not [name for name, one in shown for text in _texts(one) if not unicodedata.is_normalized("NFC", text)]


def _with_further(one: Screen) -> Iterator[Screen]:
    yield one
    for further in one.also:
        yield from _with_further(further)


def _function(name: str) -> str:
    return name.split()[1].rstrip(":")


def _first_bold(text: str) -> str:
    """What the first entity covers, if it is bold and stands at the beginning."""
    plain, entities = parse(text)
    bold = [one for one in entities if one["type"] == "bold" and one["offset"] == 0]
    return plain.encode("utf-16-le")[: 2 * bold[0]["length"]].decode("utf-16-le") if bold else ""


def _buttons(one: Screen) -> Iterator[Button]:
    return (button for row in one.rows for button in row)


def _texts(one: Screen) -> Iterator[str]:
    yield from (one.text, one.toast)
    yield from (button.label for button in _buttons(one))


def _width(label: str) -> float:
    visible = label.strip().replace("\ufe0f", "")
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.5 for letter in visible)


def _below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _room(maker: str) -> str:
    """The module of the gallery that shows the neighbours of this function ("goal.picture")."""
    neighbours = maker.rpartition(".")[0] + "."
    every = [
        *((room, room.exhibits(JA)) for room in ROOMS),
        *((room, room.exhibits(JA, SAMPLE)) for room in OF_OPERATOR),
    ]
    rooms = [room for room, exhibits in every if any(one.function.startswith(neighbours) for one in exhibits)]
    missing = "a new module of tests/gallery, which ROOMS or OF_OPERATOR of its __init__ needs too"
    return " or ".join(room.__name__ for room in rooms) or missing


def _makers() -> Iterator[str]:
    """Every public function of handlers.screens that returns a Screen."""
    for found in pkgutil.walk_packages(handlers.screens.__path__, "handlers.screens."):
        module = import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ != module.__name__ or name.startswith("_") or name_of(function) in NOT_SCREENS:
                continue
            if inspect.get_annotations(function, eval_str=True).get("return") is Screen:
                yield name_of(function)
