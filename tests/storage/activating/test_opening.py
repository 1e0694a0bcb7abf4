"""The link that opens the file of activation letters: once, for whom asked, with its number."""

import pytest

from content.activating.batch import LINK_LASTS
from storage.activating import batches, opening
from storage.activating.opening import Against, Opened
from storage.staff import roles
from tests.conftest import NOW
from tests.storage.activating.press import SECOND, Press


def test_the_link_opens_the_file_once(press: Press) -> None:
    batch = press.made()
    link, pin = press.does(opening.give, batch, press.officer, NOW)
    for _ in range(3):
        assert press.does(opening.is_good, link, NOW), "looking uses nothing up"
    assert press.does(opening.open_once, link, pin, NOW) == Opened(batch, press.officer)
    assert press.does(opening.open_once, link, pin, NOW) is Against.OVER
    assert not press.does(opening.is_good, link, NOW)
    assert press.does(opening.give, batch, press.officer, NOW) is None
    assert press.does(batches.one, batch).opened_by == "見本 4"


def test_the_link_is_for_who_asked_for_the_letters(press: Press) -> None:
    """The second person read that only who asked can get the file."""
    press.does(roles.grant, press.every[3], "officer", NOW)
    batch = press.made()
    assert press.does(opening.give, batch, press.every[3], NOW) is None
    link, pin = press.does(opening.give, batch, press.officer, NOW)
    assert press.does(opening.give, batch, press.every[3], NOW) is None
    assert press.does(opening.check, link, pin, NOW) == Opened(batch, press.officer), "the link of who asked stays"


def test_to_check_a_link_uses_nothing_up(press: Press) -> None:
    link, pin = press.does(opening.give, press.made(), press.officer, NOW)
    for _ in range(5):
        assert isinstance(press.does(opening.check, link, pin, NOW), Opened)
    wrong = "000000" if pin != "000000" else "111111"
    every = [press.does(act, link, wrong, NOW) for act in (opening.check, opening.open_once, opening.check)]
    assert every == [Against.WRONG, Against.WRONG, Against.OVER], "wrong numbers of both count together"


def test_a_wrong_number_three_times_ends_the_link(press: Press) -> None:
    link, pin = press.does(opening.give, press.made(), press.officer, NOW)
    wrong = "000000" if pin != "000000" else "111111"
    assert [press.does(opening.open_once, link, wrong, NOW) for _ in range(3)] == [
        *[Against.WRONG] * 2,
        Against.OVER,
    ]
    assert press.does(opening.open_once, link, pin, NOW) is Against.OVER


@pytest.mark.parametrize("why", ["hour", "other link", "role", "unknown"])
def test_a_link_that_opens_nothing(why: str, press: Press) -> None:
    batch = press.made()
    link, pin = press.does(opening.give, batch, press.officer, NOW)
    at = NOW
    match why:
        case "hour":
            assert press.does(opening.is_good, link, NOW + LINK_LASTS - SECOND)
            at = NOW + LINK_LASTS
        case "other link":
            press.does(opening.give, batch, press.officer, NOW)
        case "role":
            press.does(roles.take, press.officer, "officer")
        case _:
            link = "x"
    assert not press.does(opening.is_good, link, at)
    assert press.does(opening.open_once, link, pin, at) is Against.OVER
