"""Two at once, as two processes do it: each thing happens once, and the second one finds what the first has left."""

import pytest
from sqlalchemy.orm import Session

from content.activating.batch import LATE, State
from storage.activating import batches, ending, entering, listing, opening
from storage.activating.hashing import hashed
from storage.activating.opening import Against, Opened
from storage.people import members
from storage.staff import roles
from tests.conftest import NOW
from tests.storage.activating.press import Press, number
from tests.storage.racing import meanwhile


def test_two_steps_of_one_batch(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "EACH", 2)
    batch = press.ordered()

    def step(session: Session) -> int:
        return batches.step(session, batch, NOW)

    one, two = meanwhile(press.sessions, step, step)
    assert (one, two.result()) == (2, 2)
    while press.does(batches.making):
        press.does(batches.step, batch, NOW)
    assert set(press.codes(batch)) == {number(at) for at in range(4)}
    assert press.batch(batch).made == 4


def test_two_batches_for_the_same_members(press: Press) -> None:
    """Two staff order at once: one of the two codes of each member is good, and it is in one of the files."""
    first, second = press.ordered(), press.ordered("東京都")
    meanwhile(
        press.sessions,
        lambda session: batches.step(session, first, NOW),
        lambda session: batches.step(session, second, NOW),
    )
    both = {**press.codes(first), **press.codes(second)}
    assert set(both) == {number(at) for at in range(4)}
    assert len(press.codes(first)) + len(press.codes(second)) == 4
    assert all(press.enters(code) for code in both.values())


def test_two_open_the_file(press: Press) -> None:
    batch = press.made()
    link, pin = press.does(opening.give, batch, press.officer, NOW)

    def opens(session: Session) -> Opened | Against:
        return opening.open_once(session, link, pin, NOW)

    one, two = meanwhile(press.sessions, opens, opens)
    assert (one, two.result()) == (Opened(batch, press.officer), Against.OVER)


def test_two_wrong_numbers_are_both_counted(press: Press) -> None:
    link, pin = press.does(opening.give, press.made(), press.officer, NOW)
    wrong = "000000" if pin != "000000" else "111111"

    def checks(session: Session) -> Opened | Against:
        return opening.check(session, link, wrong, NOW)

    one, two = meanwhile(press.sessions, checks, checks)
    assert (one, two.result()) == (Against.WRONG, Against.WRONG)
    assert press.does(opening.check, link, wrong, NOW) is Against.OVER


def test_the_clock_ends_an_order_while_it_is_confirmed(press: Press) -> None:
    batch = press.does(batches.order, "", press.officer, NOW)
    one, two = meanwhile(
        press.sessions,
        lambda session: batches.begin(session, batch, NOW),
        lambda session: ending.end(session, batch, LATE, NOW),
    )
    assert (one, two.result(), press.batch(batch).state) == (True, False, State.MAKING)


def test_it_is_confirmed_while_the_clock_ends_it(press: Press) -> None:
    batch = press.does(batches.order, "", press.officer, NOW)
    one, two = meanwhile(
        press.sessions,
        lambda session: ending.end(session, batch, LATE, NOW),
        lambda session: batches.begin(session, batch, NOW),
    )
    assert (one, two.result(), press.batch(batch).state) == (True, False, State.ENDED)


def test_the_codes_become_void_while_the_file_is_opened(press: Press) -> None:
    batch = press.made()
    link, pin = press.does(opening.give, batch, press.officer, NOW)
    one, two = meanwhile(
        press.sessions,
        lambda session: opening.open_once(session, link, pin, NOW),
        lambda session: ending.void(session, batch, NOW),
    )
    assert (one, two.result(), press.batch(batch).state) == (Opened(batch, press.officer), False, State.OPENED)


def test_two_read_one_list(press: Press) -> None:
    batch = press.sends(f"会員ID\n{number(0)}\n{number(1)}\n".encode())
    with press.sessions.reading() as session:
        (part,) = listing.find(session)

    def puts(session: Session) -> int:
        return listing.put(session, part, NOW)

    one, two = meanwhile(press.sessions, puts, puts)
    assert (one, two.result()) == (1, 0)
    listed = press.batch(batch).listed
    assert listed is not None
    assert (listed.people, listed.refused) == (2, 0)


@pytest.mark.parametrize("became", ["linked", "staff"])
def test_somebody_logs_in_while_the_codes_are_made(became: str, press: Press) -> None:
    """Whichever comes first, the code of a member who is linked or holds a role opens nothing."""
    batch, me = press.ordered(), press.every[0]

    def becomes(session: Session) -> None:
        if became == "linked":
            members.choose_password(session, me, "hash")
        else:
            roles.grant(session, me, "support", NOW)

    meanwhile(press.sessions, lambda session: batches.step(session, batch, NOW), becomes)
    with press.sessions.reading() as session:
        assert number(0) not in {one.member_no for one in batches.lines(session, batch)}
    for code in press.codes(batch).values():
        assert press.does(entering.entry, hashed(code), "720204", NOW).member != me
