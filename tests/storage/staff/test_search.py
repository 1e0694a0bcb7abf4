"""Finding a member by ID and by name."""

import itertools
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text

from content.importing.member_record import MemberRecord
from content.text.slips import slips
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import members
from storage.staff import names as kept
from storage.staff import search
from tests.conftest import NOW

PEOPLE = (
    ("1000000001", "A-0001", "佐藤　葵", "サトウ アオイ"),
    ("1000000002", "A-0002", "髙橋 次郎", "タカハシ ジロウ"),
    ("1000000003", "", "𠮷田 花子", "ヨシダ ハナコ"),
    ("1000000004", "", "加藤 佐知子", "カトウ サチコ"),
    ("1000000005", "", "Anna Sato", ""),
    ("1000000006", "", "森 さくら", ""),
    ("1000000007", "", "齊藤 一郎", ""),
    ("1000000008", "", "冨田 花", ""),
    ("1000000009", "", "廣瀬 健", ""),
    ("tokyo", "1000000001", "見本 東京", "ミホン トウキョウ"),
)


@pytest.fixture
def association(sessions: Sessions, cipher: Cipher, now: datetime) -> Sessions:
    with sessions.begin() as session:
        for member_no, mamis_id, name, kana in PEOPLE:
            record = MemberRecord(member_no, name, date(1972, 2, 4), mamis_id=mamis_id, kana=kana)
            members.put(session, cipher, record, now)
    return sessions


def names(
    association: Sessions, cipher: Cipher, text: str, *, skip: int = 0, most: int = 8, now: datetime = NOW
) -> list[str]:
    with association.reading() as session:
        results = search.search(session, cipher, text, skip=skip, most=most, now=now)
    return [one.name for one in results.shown]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1000000002", ["髙橋 次郎"]),
        ("１０００-０００００２", ["髙橋 次郎"]),
        ("a-0002", ["髙橋 次郎"]),
        ("Ａ０００２", ["髙橋 次郎"]),
        ("tokyo", ["見本 東京"]),
        ("TOKYO", ["見本 東京"]),
        ("佐藤", ["佐藤　葵"]),
        ("佐藤葵", ["佐藤　葵"]),
        ("葵　佐藤", ["佐藤　葵"]),
        ("佐", ["佐藤　葵", "加藤 佐知子"]),
        ("高橋", ["髙橋 次郎"]),
        ("髙橋次郎", ["髙橋 次郎"]),
        ("吉田", ["𠮷田 花子"]),
        ("さとう", ["佐藤　葵"]),
        ("ｻﾄｳ ｱｵｲ", ["佐藤　葵"]),
        ("サトウあおい", ["佐藤　葵"]),
        ("はな", ["𠮷田 花子"]),
        ("さくら", ["森 さくら"]),
        ("サクラ", ["森 さくら"]),
        ("森さくら", ["森 さくら"]),
        ("anna", ["Anna Sato"]),
        ("ＳＡＴＯ Anna", ["Anna Sato"]),
        ("斉藤", ["齊藤 一郎"]),
        ("斎藤", ["齊藤 一郎"]),
        ("齋藤\u3000一郎", ["齊藤 一郎"]),
        ("富田", ["冨田 花"]),
        ("広瀬", ["廣瀬 健"]),
        ("廣瀨", ["廣瀬 健"]),
        ("「1000000008」。", ["冨田 花"]),
        ("SATO AOI", ["佐藤　葵"]),
        ("takahasi jiro", ["髙橋 次郎"]),
        ("Takahashi", ["髙橋 次郎"]),
        ("佐籐葵", ["佐藤　葵"]),
        ("佐籐 葵", ["佐藤　葵"]),
        ("さとお あおい", ["佐藤　葵"]),
        ("タカハジ", ["髙橋 次郎"]),
        ("takahadi", ["髙橋 次郎"]),
        ("ヨシタ ハナコ", ["𠮷田 花子"]),
        ("さちご かとう", ["加藤 佐知子"]),
        ("ana sato", ["Anna Sato"]),
        ("Anan Sato", ["Anna Sato"]),
        ("佐籐", []),
        ("タカハジョ", []),
        ("佐藤 花子", []),
        ("1000000019", []),
        ("1000", []),
        ("1 2", []),
        ("", []),
        ("%", []),
        ("　", []),
    ],
)
def test_who_is_found(text: str, expected: list[str], association: Sessions, cipher: Cipher) -> None:
    assert sorted(names(association, cipher, text)) == sorted(expected)


def test_a_user_id_goes_before_a_mamis_id(association: Sessions, cipher: Cipher) -> None:
    assert names(association, cipher, "1000000001") == ["佐藤　葵"]


def test_results_come_in_pages(association: Sessions, cipher: Cipher) -> None:
    every = names(association, cipher, "う")
    assert len(every) == 4
    assert [names(association, cipher, "う", skip=skip, most=3) for skip in (0, 3, 6)] == [every[:3], every[3:], []]
    with association.reading() as session:
        assert search.search(session, cipher, "う", skip=3, most=3, now=NOW).total == 4


def test_what_is_shown_of_a_result(association: Sessions, cipher: Cipher) -> None:
    with association.reading() as session:
        (found,) = search.search(session, cipher, "佐藤", skip=0, most=8, now=NOW).shown
    assert (found.member_no, found.name, found.kana) == ("1000000001", "佐藤　葵", "サトウ アオイ")


def _corrected(sessions: Sessions, cipher: Cipher, name: str, at: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, MemberRecord("1000000008", name, date(1972, 2, 4)), at)


def test_a_corrected_name_is_found_at_once_and_the_former_one_is_forgotten(
    association: Sessions, cipher: Cipher
) -> None:
    """Also a day later, when only what was changed since is read again."""
    assert names(association, cipher, "冨田") == ["冨田 花"]
    _corrected(association, cipher, "戸村 花枝", NOW + timedelta(days=1))
    assert names(association, cipher, "戸村", now=NOW + timedelta(days=1)) == ["戸村 花枝"]
    assert names(association, cipher, "冨田", now=NOW + timedelta(days=1)) == []
    assert names(association, cipher, "富田 花", now=NOW + timedelta(days=1)) == []
    with association.reading() as session:
        assert "富田花" not in kept.of(session)._names


def test_who_was_removed_with_an_import_is_found_no_more(association: Sessions, cipher: Cipher) -> None:
    with association.begin() as session:
        members.put(session, cipher, MemberRecord("1000000099", "戸村 花枝", date(1972, 2, 4)), NOW)
        members.put(session, cipher, MemberRecord("1000000098", "戸村 花子", date(1972, 2, 4)), NOW)
    assert names(association, cipher, "戸村") == ["戸村 花子", "戸村 花枝"]
    with association.begin() as session:
        session.execute(text("DELETE FROM members WHERE id = (SELECT max(id) - 1 FROM members)"))
    assert names(association, cipher, "戸村") == ["戸村 花子"]
    assert names(association, cipher, "トムラ") == []


def test_what_commits_late_is_found(association: Sessions, cipher: Cipher) -> None:
    """It was written before the last search, by a transaction that committed after it."""
    later = NOW + timedelta(days=1)
    assert names(association, cipher, "戸村", now=later) == []
    _corrected(association, cipher, "戸村 花枝", later - kept.MARGIN)
    assert names(association, cipher, "戸村", now=later) == ["戸村 花枝"]


def test_a_damaged_name_hides_no_other(association: Sessions, cipher: Cipher) -> None:
    with association.begin() as session:
        session.execute(text("UPDATE members SET name = :name WHERE id = 1"), {"name": b"damaged"})
    assert names(association, cipher, "髙橋") == ["髙橋 次郎"]


def test_a_reading_that_is_cut_off_is_done_again(association: Sessions, cipher: Cipher, now: datetime) -> None:
    seen = itertools.count(1)
    with association.reading() as session:
        search.warm(session, cipher, now, lambda: next(seen) < 3)
        assert not kept.of(session).knows_all
    assert names(association, cipher, "髙橋") == ["髙橋 次郎"]


def test_a_new_member_is_found_though_the_clock_was_set_back(association: Sessions, cipher: Cipher) -> None:
    assert names(association, cipher, "戸村", now=NOW + timedelta(days=9)) == []
    with association.begin() as session:
        members.put(session, cipher, MemberRecord("1000000099", "戸村 花枝", date(1972, 2, 4)), NOW)
    assert names(association, cipher, "戸村", now=NOW) == ["戸村 花枝"]


@pytest.mark.parametrize(
    ("word", "most"), [("さと", 0), ("さとう", 1), ("たかはしじ", 1), ("たかはしじろ", 1), ("たかはしじろう", 2)]
)
def test_how_many_slips_a_word_may_have(word: str, most: int) -> None:
    assert slips(word) == most
