"""Letters for the members of a list: every line is judged, and letters are made for those alone."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from content.activating.batch import GONE, State
from content.activating.members_list import NOBODY
from content.keys.activation_letters import LettersTold
from storage.activating import batches, listing
from storage.files import parts
from storage.people import members, membership
from storage.privacy import erasing
from storage.tables import Activation, ActivationRow
from tests import workbooks
from tests.conftest import NOW
from tests.storage.activating.press import Press, number

HEAD = "会員ID,氏名\n"
LONG = (
    f"{HEAD}{number(0)},見本 0\n２{number(1)[1:]},\n1,\n{number(1)},\n{number(0)},\n,見本\n{number(4)},\n9999999999,\n"
)


def refused(press: Press, batch: int) -> dict[int, str]:
    with press.sessions.reading() as session:
        return {one.line: one.why for one in listing.refused(session, batch)}


@pytest.mark.parametrize("at_once", [1, 2, 3, 1000])
def test_every_line_is_judged_wherever_the_reading_stops(
    at_once: int, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "AT_ONCE", at_once)
    press.does(members.choose_password, press.every[2], "hash")
    press.does(membership.end, press.every[3], NOW)
    batch = press.sends(f"{LONG}{number(2)},\n{number(3)},\n".encode())
    press.reads()
    assert refused(press, batch) == {
        3: "is no member of the record",
        4: "has 1 digits, not 10: a spreadsheet drops leading zeros; they are not guessed, write the column as text",
        6: "the same ID stands on line 2",
        7: "is empty",
        8: "holds a role: no letter is made",
        9: "is no member of the record",
        10: "has logged in before, and needs no letter",
        11: "is no member any more",
    }
    one = press.batch(batch)
    assert one.listed is not None
    assert (one.state, one.listed.people, one.listed.refused) == (State.LISTED, 2, 8)
    assert press.told() == [LettersTold(batch, "listed")]


@pytest.mark.parametrize("way", ["utf-8", "cp932", "utf-16", "xlsx", "members' file", "in English"])
def test_it_is_read_as_an_import_is(way: str, press: Press) -> None:
    rows = [number(0), number(2)]
    match way:
        case "xlsx":
            raw = workbooks.workbook(workbooks.sheet(["会員ID"], *([one] for one in rows)))
        case "members' file":
            raw = f"氏名,会員ID,生年月日\n見本,{rows[0]},bad\n=1+1,{rows[1]},\n".encode()
        case "in English":
            raw = "\n".join(["member_id", *rows]).encode()
        case _:
            raw = "\r\n".join(["会員ID", *rows]).encode(way)
    batch = press.sends(raw)
    press.reads()
    assert refused(press, batch) == {}
    assert press.does(batches.ask, batch, press.officer, NOW)
    assert press.does(batches.begin, batch, NOW)
    while press.does(batches.making):
        press.does(batches.step, batch, NOW)
    assert set(press.codes(batch)) == {number(0), number(2)}
    assert (press.batch(batch).made, press.batch(batch).state) == (2, State.READY)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"%PDF-1.7\n\x00\x00", "is UTF-16 without its mark, or no text: save it as CSV (UTF-8)."),
        (b"\xd0\xcf\x11\xe0 old", "is an old workbook (.xls), or one that is locked with a password: "),
        ("会員ID\n".encode(), NOBODY),
    ],
)
def test_what_is_no_list_ends(raw: bytes, why: str, press: Press) -> None:
    batch = press.sends(raw)
    press.reads()
    one = press.batch(batch)
    assert (one.state, one.fault[: len(why)]) == (State.ENDED, why)
    assert press.told() == [LettersTold(batch, "ended")]


@pytest.mark.parametrize("header", ["氏名", "会員ID,会員ID", "番号", "会員ID,趣味"])
def test_a_header_that_can_not_be_told_is_the_one_line(header: str, press: Press) -> None:
    batch = press.sends(f"{header}\n{number(0)},{number(1)}\n".encode())
    press.reads()
    one = press.batch(batch)
    assert one.listed is not None
    assert (one.state, one.listed.people, list(refused(press, batch))) == (State.LISTED, 0, [1])
    assert not press.does(batches.ask, batch, press.officer, NOW), "there is nobody to make a letter for"


def test_a_file_that_is_gone_ends(press: Press) -> None:
    batch = press.sends(LONG.encode())
    with press.sessions.begin() as session:
        file = session.get_one(Activation, batch).file_id
        parts.let_go(session, [file])
        while found := parts.find_ended(session, NOW):
            parts.remove(session, found, NOW)
    press.reads()
    assert (press.batch(batch).state, press.batch(batch).fault) == (State.ENDED, GONE)


def test_who_sent_it_orders_once(press: Press) -> None:
    batch = press.sends(LONG.encode())
    assert not press.does(batches.ask, batch, press.officer, NOW), "it is not read yet"
    press.reads()
    assert not press.does(batches.ask, batch, press.every[0], NOW)
    asked = [press.does(batches.ask, batch, press.officer, NOW + timedelta(hours=at)) for at in (1, 2)]
    assert asked == [True, False]
    assert press.batch(batch).begun_at == NOW + timedelta(hours=1), "its hour begins now"


def test_who_was_linked_since_the_list_was_read_gets_none(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "EACH", 1)
    batch = press.sends(f"{HEAD}{number(2)},\n{number(0)},\n{number(1)},\n".encode())
    press.reads()
    press.does(batches.ask, batch, press.officer, NOW)
    press.does(batches.begin, batch, NOW)
    press.does(members.choose_password, press.every[0], "hash")
    steps = 0
    while press.does(batches.making):
        press.does(batches.step, batch, NOW)
        steps += 1
    assert (set(press.codes(batch)), steps) == ({number(1), number(2)}, 3)


def test_an_erasure_takes_the_line(press: Press) -> None:
    batch = press.sends(LONG.encode())
    press.reads()
    press.does(erasing.erase, press.sessions.cipher, press.every[0], NOW)
    with press.sessions.reading() as session:
        lines = session.execute(select(ActivationRow.line).where(ActivationRow.member_id == press.every[0])).all()
    assert lines == []
    assert press.does(batches.ask, batch, press.officer, NOW)


def test_a_list_of_many_is_read_in_short_steps(press: Press) -> None:
    """9,000 lines that are refused: the report has them all."""
    batch = press.sends(("会員ID\n" + "\n".join(f"8{at:09}" for at in range(9_000))).encode())
    with press.sessions.reading() as session:
        (first,) = listing.find(session)
    assert (len(first.lines), first.over) == (listing.AT_ONCE, False)
    press.reads()
    with press.sessions.reading() as session:
        count = session.execute(select(func.count()).select_from(ActivationRow)).scalar_one()
    assert (count, press.batch(batch).done) == (9_000, 9_001)
