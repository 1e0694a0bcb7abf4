"""The log of staff under attack, by one who may do everything with the database and the file of heads, and does not
have the data key (unless it is said): each way is found by verify-log, which names the place.
"""

from datetime import datetime
from pathlib import Path

import pytest

from bot.commands import verify_log
from storage.engine.sessions import Sessions
from storage.staff import log
from storage.staff.log import Head
from tests.bot.commands.logbook import (
    KEYS_SWAPPED,
    MOVED_DOWN,
    MOVED_UP,
    Attack,
    Book,
    begun,
    column,
    copied,
    cut_file,
    exchanged,
    fresh_key,
    head_of_nothing,
    honest_acts_after,
    keys_given,
    no_file,
    old_backup,
    sealed_by_another,
    sql,
    swapped_for_a_while,
    written_anew,
)


@pytest.fixture
def book(sessions: Sessions, now: datetime, tmp_path: Path) -> Book:
    return begun(sessions, tmp_path / "staff-log.head", now)


ANY = "changed or inserted"
GONE = "can't be read: the key is gone, and no act tells that it was erased"
OTHER = "can't be read: the key on record is not the one that sealed it"
UNPROVEN = "can't be proved, for the one before it is missing"
NOTED = "not the one whose seal was noted outside the database"
STILL = "can still be read, although a later act tells that the key was erased"
UNERASED = "act 3, under the key of member {CHIBA}: " + OTHER
"""No erasure that can be believed explains it any more."""
SHARED = "has the key of another member"
BROKEN = "The log of staff is not as it was written."
SPOILT = "The log of staff agrees with the heads that can be read. The others were damaged or forged."

ATTACKS: dict[str, tuple[Attack, list[str]]] = {
    # a column of a row
    "another moment": (column("at", "'2026-11-22 01:00:00.000001'"), [f"act 4: {ANY}"]),
    "another member of staff": (column("staff_id", ":BABA"), [f"act 4: {ANY}"]),
    "nobody of staff": (column("staff_id", "NULL"), [f"act 4: {ANY}"]),
    "another member": (column("member_id", ":BABA"), [f"act 4: {ANY}"]),
    "no member": (column("member_id", "NULL"), [f"act 4: {ANY}"]),
    "another act": (column("act", "'searched'"), [f"act 4: {ANY}"]),
    "another body": (column("body", "(SELECT body FROM staff_acts WHERE number = 1)"), [f"act 4: {ANY}"]),
    "another seal": (
        column("mac", "(SELECT mac FROM staff_acts WHERE number = 1)"),
        [f"act 4: {ANY}", f"act 4: {NOTED}", f"act 5: {ANY}"],
    ),
    "another number": (
        column("number", "40"),
        [
            *("act 4: missing", f"act 5: {UNPROVEN}", "acts 9 to 39: missing"),
            *(f"act 40: {UNPROVEN}", "act 40, under the key of member {ABE}: " + OTHER),
        ],
    ),
    "a seal that is none": (column("mac", "''"), [f"act 4: {ANY}", f"act 4: {NOTED}", f"act 5: {ANY}"]),
    # rows removed
    "the first row": (sql("DELETE FROM staff_acts WHERE number = 1"), ["act 1: missing", f"act 2: {UNPROVEN}"]),
    "a row between": (sql("DELETE FROM staff_acts WHERE number = 4"), ["act 4: missing", f"act 5: {UNPROVEN}"]),
    "a row between, the others moved up": (
        sql("DELETE FROM staff_acts WHERE number = 4", *MOVED_DOWN),
        [UNERASED]
        + [f"act {number}: {which}" for number in (4, 5, 6, 7) for which in (ANY, NOTED)]
        + ["act 8: missing"],
    ),
    "the last row": (sql("DELETE FROM staff_acts WHERE number = 8"), ["act 8: missing"]),
    "the last rows, an erasure too": (
        sql("DELETE FROM staff_acts WHERE number > 5"),
        [UNERASED, "acts 6 to 8: missing"],
    ),
    "all rows": (sql("DELETE FROM staff_acts"), ["acts 1 to 8: missing"]),
    "all rows and all keys": (sql("DELETE FROM staff_acts", "DELETE FROM member_keys"), ["acts 1 to 8: missing"]),
    "the last rows, and honest ones after": (honest_acts_after, [f"act 7: {NOTED}", f"act 8: {NOTED}"]),
    # rows put in
    "a copy at the end": (sql(copied(8, 9)), [f"act 9: {ANY}"]),
    "a copy before the first": (sql(copied(1, 0)), [f"act 0: {ANY}"]),
    "a copy between": (
        sql(*MOVED_UP, copied(3, 4)),
        [UNERASED]
        + [f"act {number}: {which}" for number in (4, 5, 6, 7, 8) for which in (ANY, NOTED)]
        + [f"act 9: {ANY}"],
    ),
    "a copy in the place of another": (
        sql("DELETE FROM staff_acts WHERE number = 4", copied(1, 4)),
        [f"act 4: {ANY}", f"act 4: {NOTED}", f"act 5: {ANY}"],
    ),
    "a row of one's own": (
        sql("INSERT INTO staff_acts VALUES (9, '2026-11-22 01:00:00', :STAFF, :ABE, 'viewed', :BODY, 'ab')"),
        [f"act 9: {ANY}"],
    ),
    # rows exchanged
    "two rows in another order": (
        sql(
            "UPDATE staff_acts SET number = 99 WHERE number = 4",
            "UPDATE staff_acts SET number = 4 WHERE number = 5",
            "UPDATE staff_acts SET number = 5 WHERE number = 99",
        ),
        [UNERASED, f"act 4: {ANY}", f"act 4: {NOTED}", f"act 5: {ANY}", f"act 5: {NOTED}", f"act 6: {ANY}"],
    ),
    "two bodies": (sql(*exchanged("body", "staff_acts", "number", "1", "4")), [f"act 1: {ANY}", f"act 4: {ANY}"]),
    # keys
    "the keys of two members": (
        sql(*KEYS_SWAPPED),
        [
            "acts 1 to 8, under the key of member {ABE}: " + OTHER,
            "acts 2 to 7, under the key of member {BABA}: " + OTHER,
        ],
    ),
    "the keys of two members, for a while": (swapped_for_a_while, ["act 9, under the key of member {ABE}: " + OTHER]),
    "a key removed": (
        sql("DELETE FROM member_keys WHERE member_id = :ABE"),
        ["acts 1 to 8, under the key of member {ABE}: " + GONE],
    ),
    "all keys removed": (
        sql("DELETE FROM member_keys"),
        [
            "acts 1 to 8, under the key of member {ABE}: " + GONE,
            "acts 2 to 7, under the key of member {BABA}: " + GONE,
            "act 5, under the key of member {STAFF}: " + GONE,
            "act 6, under the key of member {CHIBA}: " + GONE,
        ],
    ),
    "the key of one who was erased before": (
        sql("DELETE FROM member_keys WHERE member_id = :CHIBA"),
        ["act 6, under the key of member {CHIBA}: " + GONE],
    ),
    "bytes in the place of a key": (fresh_key, ["acts 1 to 8, under the key of member {ABE}: " + OTHER]),
    "a text in the place of a key": (
        sql("UPDATE member_keys SET key = 'key' WHERE member_id = :ABE"),
        ["acts 1 to 8, under the key of member {ABE}: " + OTHER],
    ),
    "a key of one's own": (sealed_by_another, ["acts 1 to 8, under the key of member {ABE}: " + OTHER]),
    "another's sealed key in the place of a key": (
        sql(
            "UPDATE member_keys SET key = (SELECT key FROM member_keys WHERE member_id = :BABA) WHERE member_id = :ABE"
        ),
        ["acts 1 to 8, under the key of member {ABE}: " + OTHER],
    ),
    "another's key in the place of a key": (
        keys_given(ABE="BABA"),
        ["member {ABE}: " + SHARED, "member {BABA}: " + SHARED, "acts 1 to 8, under the key of member {ABE}: " + OTHER],
    ),
    "a key given to another": (
        sql(
            "DELETE FROM member_keys WHERE member_id = :BABA",
            "UPDATE member_keys SET member_id = :BABA WHERE member_id = :ABE",
        ),
        [
            "acts 1 to 8, under the key of member {ABE}: " + GONE,
            "acts 2 to 7, under the key of member {BABA}: " + OTHER,
        ],
    ),
    "an erasure undone by an old key": (
        lambda book: book.puts_back("member_keys"),
        [
            "act 3, under the key of member {CHIBA}: " + STILL,
            "act 6, under the key of member {CHIBA}: " + OTHER,
        ],
    ),
    "an erasure made up": (
        sql(
            "DELETE FROM member_keys WHERE member_id = :ABE",
            "INSERT INTO staff_acts VALUES (9, '2026-11-22 01:00:00', :STAFF, :ABE, 'erase_key', :BODY, 'ab')",
        ),
        ["acts 1 to 8, under the key of member {ABE}: " + GONE, f"act 9: {ANY}"],
    ),
    "an erasure called otherwise": (
        sql("UPDATE staff_acts SET act = 'viewed' WHERE number = 6"),
        [UNERASED, f"act 6: {ANY}"],
    ),
    "an erasure of another member": (
        sql(
            "UPDATE staff_acts SET member_id = :ABE WHERE number = 6", "DELETE FROM member_keys WHERE member_id = :ABE"
        ),
        [
            "acts 1 to 8, under the key of member {ABE}: " + GONE,
            UNERASED,
            f"act 6: {ANY}",
        ],
    ),
    # heads and backups
    "an old backup": (old_backup(lambda book: book.heads), ["acts 6 to 8: missing"]),
    "an old backup with its head file; the operator has a message": (
        old_backup(lambda book: [*book.heads[:5], book.heads[7]]),
        ["acts 6 to 8: missing"],
    ),
    "a head cut off": (cut_file, ["{file}:9: not a head"]),
    "a head made up": (lambda book: book.knows([Head(8, "ab" * 32)]), [f"act 8: {NOTED}"]),
    "a head of acts that never were": (lambda book: book.knows([Head(12, "ab" * 32)]), ["acts 9 to 12: missing"]),
    "a head of nothing": (head_of_nothing, ["{file}:1: not a head"]),
    "a whole chain by one who has the data key": (
        written_anew,
        [*(f"act {number}: {NOTED}" for number in (1, 2, 3, 4, 5)), "acts 6 to 8: missing"],
    ),
    "an old backup, and no head file": (no_file, ["{file}: No such file or directory"]),
    "an empty head file": (lambda book: book.knows([]), []),
}
ENDS: dict[str, tuple[int, str]] = {
    "a head cut off": (1, SPOILT),
    "a head of nothing": (2, verify_log.NO_HEAD),
    "an old backup, and no head file": (2, ""),
    "an empty head file": (2, verify_log.NO_HEAD),
}
"""How the command ends, and what it says last, if it does not say that the log is broken."""


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_is_found_and_the_place_is_named(attack: str, book: Book) -> None:
    act, places = ATTACKS[attack]
    assert book.verified() == (0, ["The log of staff is whole: 8 acts, proved by a head up to act 8."])
    act(book)
    code, said = book.verified()
    ends, last = ENDS.get(attack, (1, BROKEN))
    expected = "\n".join([*places, last]).format(**book.ids, file=book.file, files=book.file)
    assert (code, said) == (ends, expected.splitlines())


def test_there_are_ways_enough() -> None:
    assert len(ATTACKS) >= 20


def test_a_log_is_whole_after_any_number_of_erasures(book: Book) -> None:
    for on in ("ABE", "CHIBA", "BABA", "STAFF"):
        book.acts(on, log.ERASE_KEY)
        book.acts(on)
        assert book.verified()[0] == 0
    assert book.verified()[1] == ["The log of staff is whole: 16 acts, proved by a head up to act 16."]
