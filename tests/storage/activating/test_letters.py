"""Activation letters: for whom they are made, in which steps, and whom a code lets in."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from content.activating.batch import KEPT, LASTS, State
from content.activating.code import written
from storage.activating import batches, ending, entering, opening
from storage.activating.hashing import hashed
from storage.people import members, membership
from storage.tables import ActivationCode
from tests.conftest import NOW
from tests.storage.activating.press import SECOND, Press, becomes, number


def _dies(session: Session, batch: int) -> None:
    """A step, before whose end the process dies."""
    batches.step(session, batch, NOW)
    raise RuntimeError


def test_for_all_that_have_not_logged_in_and_hold_no_role(press: Press) -> None:
    press.does(members.choose_password, press.every[1], "hash")
    press.does(membership.end, press.every[3], NOW)
    assert set(press.codes(press.made())) == {number(0), number(2)}


def test_for_a_prefecture(press: Press) -> None:
    batch = press.made("東京都")
    assert set(press.codes(batch)) == {number(0), number(1)}
    one = press.does(batches.one, batch)
    assert (one.state, one.made, one.prefecture) == (State.READY, 2, "東京都")


def test_nothing_is_made_before_a_second_person_confirms(press: Press) -> None:
    batch = press.does(batches.order, "", press.officer, NOW)
    assert (press.does(batches.making), press.does(batches.step, batch, NOW)) == ([], 0)
    assert press.does(batches.begin, batch, NOW)
    assert not press.does(batches.begin, batch, NOW), "it is begun once"


def test_every_code_is_in_the_file_wherever_the_making_stops(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "EACH", 2)
    batch = press.ordered()
    for steps in range(1, 4):
        with pytest.raises(RuntimeError):
            press.does(_dies, batch)
        press.does(batches.step, batch, NOW)
        with press.sessions.reading() as session:
            hashes = session.execute(select(ActivationCode.code_hash)).scalars().all()
            lines = batches.lines(session, batch)
        assert {hashed(one.code) for one in lines} == set(hashes)
        assert len(lines) == min(2 * steps, 4)
    assert press.does(batches.one, batch).state is State.READY


def test_a_code_lets_in_only_with_the_birth_date(press: Press) -> None:
    codes = press.codes(press.made())
    code = codes[number(0)]
    for birth in ("720204", "19720204", "1972-02-04", "７２０２０４"):
        assert press.enters(code, birth) == press.every[0]
    for birth in ("720205", "", "1972", "0000000000", code):
        assert press.enters(code, birth) == 0
    assert press.enters(written(7)) == 0
    assert press.enters(written(7), "0000000000") == 0


def test_it_ends_after_sixty_days(press: Press) -> None:
    code = press.codes(press.made())[number(0)]
    assert press.enters(code, after=LASTS - SECOND)
    assert not press.enters(code, after=LASTS)
    stands = [
        press.does(entering.stands, hashed(code), press.every[0], NOW + LASTS - at) for at in (SECOND, 0 * SECOND)
    ]
    assert stands == [True, False]
    assert not press.does(entering.stands, hashed(code), press.every[1], NOW), "of another member"


def test_a_new_code_voids_the_one_before(press: Press) -> None:
    former = press.codes(press.made())[number(0)]
    latter = press.codes(press.made("東京都"))[number(0)]
    assert (press.enters(former), press.enters(latter)) == (0, press.every[0])


@pytest.mark.parametrize("became", ["linked", "staff", "ended", "erased"])
def test_whoever_needs_it_no_more_does_not_come_in_by_it(became: str, press: Press) -> None:
    code = press.codes(press.made())[number(0)]
    assert press.does(entering.stands, hashed(code), press.every[0], NOW)
    becomes(press, became)
    assert press.enters(code) == 0
    assert not press.does(entering.stands, hashed(code), press.every[0], NOW)


def test_the_birth_date_alone_opens_no_more(press: Press) -> None:
    assert members.is_initial(press.account(0), "720204")
    press.made("東京都")
    assert not members.is_initial(press.account(0), "720204")
    assert members.is_initial(press.account(2), "720204"), "no letter was made for this one"


@pytest.mark.parametrize("became", ["linked", "staff", "ended", "erased"])
def test_who_needs_no_letter_any_more_is_not_in_the_file(became: str, press: Press) -> None:
    batch = press.made()
    becomes(press, became)
    assert set(press.codes(batch)) == {number(1), number(2), number(3)}


def test_codes_are_kept_in_clear_only_until_the_file_is_opened(press: Press) -> None:
    batch = press.made()
    code = press.codes(batch)[number(0)]
    assert press.does(ending.to_clear) == []
    press.does(opening.open_once, *press.does(opening.give, batch, press.officer, NOW), NOW)
    assert press.does(ending.clear, press.does(ending.to_clear)) == 4
    assert press.codes(batch) == {}
    with press.sessions.reading() as session:
        assert session.execute(text("SELECT count(*) FROM activation_codes WHERE code IS NOT NULL")).scalar_one() == 0
    assert press.enters(code) == press.every[0], "the hash is enough"


def test_what_nobody_fetches_is_void(press: Press) -> None:
    batch = press.made()
    code = press.codes(batch)[number(0)]
    assert press.does(ending.unopened, NOW + KEPT) == []
    late = NOW + KEPT + SECOND
    assert press.does(ending.unopened, late) == [batch]
    assert press.does(ending.void, batch, NOW)
    assert not press.does(ending.void, batch, NOW)
    assert press.enters(code, after=KEPT + SECOND) == 0
    assert press.does(batches.one, batch).state is State.VOID
    assert not members.is_initial(press.account(0), "720204"), "it stays so that the birth date alone is not enough"
