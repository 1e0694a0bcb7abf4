"""The button between 「‹」 and 「›」 opens the choice of pages."""

import re
from datetime import datetime

import pytest

from content.words import JA
from handlers.press import NoSuchPress, unpack
from handlers.presses.paging import ChoosePage
from handlers.presses.study.browse import Codes
from handlers.screens import paging as screens
from handlers.screens.screen import Button
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.gallery import gallery
from tests.student import Student


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def test_the_pages_are_offered_and_each_opens(student: Student) -> None:
    student.talk.says("/codes")
    student.talk.taps("1 / 11")
    assert student.talk.lines == ["<b>ページを選ぶ</b>", "現在は1ページです。"]
    assert student.talk.labels == [
        ["1", "2", "3", "4", "5"],
        ["6", "7", "8", "9", "10"],
        ["11"],
        ["‹ 戻る"],
    ]
    student.talk.taps("10")
    assert ["‹", "10 / 11", "›"] in student.talk.labels
    student.talk.taps("10 / 11")
    assert student.talk.lines[1] == "現在は10ページです。"
    student.talk.taps("‹ 戻る")
    assert ["‹", "10 / 11", "›"] in student.talk.labels


def buttons(first: int, last: int) -> list[Button]:
    """All that are offered but the way back."""
    screen = screens.choice(ChoosePage(first, last, 0, Codes(7, "all")), JA)
    return [button for row in screen.rows[:-1] for button in row]


@pytest.mark.parametrize(
    ("last", "count", "first_label"),
    [(1, 1, "1"), (25, 25, "1"), (26, 13, "1～2"), (625, 25, "1～25"), (626, 25, "1～26")],
)
def test_many_pages_are_offered_in_spans(last: int, count: int, first_label: str) -> None:
    offered = buttons(1, last)
    assert (len(offered), offered[0].label) == (count, first_label)
    assert offered[-1].label.split("～")[-1] == str(last)


def test_every_page_is_reached_through_the_spans() -> None:
    reached, spans = [], buttons(1, 700)
    for span in spans:
        assert isinstance(span.press, ChoosePage)
        within = buttons(span.press.first, span.press.last)
        for one in within:
            ends = buttons(one.press.first, one.press.last) if isinstance(one.press, ChoosePage) else [one]
            reached += [end.press for end in ends]
    assert reached == [Codes(page, "all") for page in range(1, 701)]


@pytest.mark.parametrize(("first", "last"), [(0, 0), (-5, -9), (9, 2), (-(2**31) + 1, 2**31 - 1)])
def test_forged_numbers_offer_some_pages(first: int, last: int) -> None:
    assert 1 <= len(buttons(first, last)) <= 25


@pytest.mark.parametrize(
    "data",
    [
        "pg",
        "pg:1:2:0",
        "pg:1:2:0:",
        "pg:1:2:0:zz:1",
        "pg:1:x:0:bc:2:all",
        "pg:1:2:0:bc:2",
        "pg:1:2:0:cr",
        "pg:1:2:1:bc:2:all",
        "pg:1:2:2:bc:2:all",
        "pg:1:2:-1:bc:2:all",
    ],
)
def test_what_turns_no_page_is_no_button(data: str) -> None:
    with pytest.raises(NoSuchPress):
        unpack(data)


def test_the_key_is_read_back_as_it_was_written() -> None:
    press = ChoosePage(1, 11, 0, Codes(2, "all"))
    assert press.pack() == "pg:1:11:0:bc:2:all"
    assert unpack(press.pack()) == press


def test_every_pager_of_the_product_opens_a_choice() -> None:
    """It offers the pages to which 「‹」 and 「›」 lead; and no button shows again the page on which it stands."""
    pagers = [
        (name, row, button.press)
        for name, exhibit in gallery().items()
        for row in exhibit.screen.rows
        for button in row
        if re.fullmatch(r"\d+ / \d+", button.label)
    ]
    assert len({name.split(":")[0] for name, *_ in pagers}) > 40
    for name, row, press in pagers:
        assert isinstance(press, ChoosePage), name
        assert unpack(press.pack()) == press
        beside = {"‹": press.to(press.page - 1), "›": press.to(press.page + 1)}
        turns = {button.label: button.press for button in row if button.label in beside}
        assert turns, name
        assert turns.items() <= beside.items(), name
