"""Activation letters: for whom they are made, in which steps, what opens their file, and whom a code lets in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from content.activating.batch import KEPT, LASTS, LINK_LASTS, State
from content.activating.code import written
from content.importing.member_record import MemberRecord
from storage.activating import batches, entering, opening
from storage.activating.hashing import hashed
from storage.activating.opening import Against, Opened
from storage.engine.sessions import Sessions
from storage.people import members, membership
from storage.privacy import erasing
from storage.staff import roles
from storage.tables import ActivationCode
from tests.conftest import NOW

SECOND = timedelta(seconds=1)
BORN = date(1972, 2, 4)


@dataclass
class Press:
    """Five members, and an officer who orders letters."""

    sessions: Sessions
    every: Sequence[int]
    officer: int

    def does(self, act: Any, *args: Any, **kwargs: Any) -> Any:
        with self.sessions.begin() as session:
            return act(session, *args, **kwargs)

    def made(self, prefecture: str = "") -> int:
        """A batch, whole."""
        number = self.ordered(prefecture)
        while self.does(batches.making):
            self.does(batches.step, number, NOW)
        return number

    def ordered(self, prefecture: str = "") -> int:
        number: int = self.does(batches.order, prefecture, self.officer, NOW)
        assert self.does(batches.begin, number, NOW)
        return number

    def codes(self, batch: int) -> dict[str, str]:
        """By the number of the member."""
        return {one.member_no: one.code for one in self.does(batches.lines, batch)}

    def enters(self, code: str, birth: str = "720204", after: timedelta = timedelta()) -> int:
        found: entering.Entry = self.does(entering.entry, code, birth, NOW + after)
        return found.member

    def account(self, at: int) -> members.Account:
        found: members.Account = self.does(
            members.account, self.sessions.cipher, number(at), member_no=True, mamis_id=False
        )
        return found


def _dies(session: Session, batch: int) -> None:
    """A step, before whose end the process dies."""
    batches.step(session, batch, NOW)
    raise RuntimeError


def number(at: int) -> str:
    return f"100000000{at + 1}"


@pytest.fixture
def press(sessions: Sessions) -> Press:
    with sessions.begin() as session:
        for at, where in enumerate(["東京都", "東京都", "大阪府", "", "東京都"]):
            record = MemberRecord(number(at), f"見本 {at}", BORN, prefecture=where)
            members.put(session, sessions.cipher, record, NOW)
        found = [
            members.account(session, sessions.cipher, number(at), member_no=True, mamis_id=False).id for at in range(5)
        ]
        roles.grant(session, found[4], "officer", NOW)
    return Press(sessions, found, found[4])


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


def test_a_new_code_voids_the_one_before(press: Press) -> None:
    former = press.codes(press.made())[number(0)]
    latter = press.codes(press.made("東京都"))[number(0)]
    assert (press.enters(former), press.enters(latter)) == (0, press.every[0])


@pytest.mark.parametrize("became", ["linked", "staff", "ended", "erased"])
def test_whoever_needs_it_no_more_does_not_come_in_by_it(became: str, press: Press) -> None:
    me, code = press.every[0], press.codes(press.made())[number(0)]
    match became:
        case "linked":
            press.does(members.choose_password, me, "hash")
        case "staff":
            press.does(roles.grant, me, "support", NOW)
        case "ended":
            press.does(membership.end, me, NOW)
        case _:
            press.does(erasing.erase, press.sessions.cipher, me, NOW)
    assert press.enters(code) == 0


def test_the_birth_date_alone_opens_no_more(press: Press) -> None:
    assert members.is_initial(press.account(0), "720204")
    press.made("東京都")
    assert not members.is_initial(press.account(0), "720204")
    assert members.is_initial(press.account(2), "720204"), "no letter was made for this one"


def test_the_link_opens_the_file_once(press: Press) -> None:
    batch = press.made()
    link, pin = press.does(opening.give, batch, press.officer, NOW)
    for _ in range(3):
        assert press.does(opening.is_good, link, NOW), "looking uses nothing up"
    assert press.does(opening.open_once, link, pin, NOW) == Opened(batch, press.officer, 4)
    assert press.does(opening.open_once, link, pin, NOW) is Against.OVER
    assert not press.does(opening.is_good, link, NOW)
    assert press.does(opening.give, batch, press.officer, NOW) is None
    assert press.does(batches.one, batch).opened_by == "見本 4"


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


def test_codes_are_kept_in_clear_only_until_the_file_is_opened(press: Press) -> None:
    batch = press.made()
    code = press.codes(batch)[number(0)]
    assert press.does(batches.to_clear) == []
    press.does(opening.open_once, *press.does(opening.give, batch, press.officer, NOW), NOW)
    assert press.does(batches.clear, press.does(batches.to_clear)) == 4
    assert press.codes(batch) == {}
    with press.sessions.reading() as session:
        assert session.execute(text("SELECT count(*) FROM activation_codes WHERE code IS NOT NULL")).scalar_one() == 0
    assert press.enters(code) == press.every[0], "the hash is enough"


def test_what_nobody_fetches_is_void(press: Press) -> None:
    batch = press.made()
    code = press.codes(batch)[number(0)]
    assert press.does(batches.unopened, NOW + KEPT) == []
    late = NOW + KEPT + SECOND
    assert press.does(batches.unopened, late) == [batch]
    assert press.does(batches.void, batch)
    assert not press.does(batches.void, batch)
    assert press.enters(code, after=KEPT + SECOND) == 0
    assert press.does(batches.one, batch).state is State.VOID
    assert not members.is_initial(press.account(0), "720204"), "it stays so that the birth date alone is not enough"
