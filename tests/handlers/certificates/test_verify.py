"""Checking a certificate in the chat: by its number, by its QR code, and by the name on it."""

from datetime import UTC, datetime, timedelta

import pytest

from content.verifying import numbers
from content.verifying.numbers import RANDOM
from content.verifying.standing import Reason
from handlers.presses.certificates.verify import CompareName
from handlers.screens.certificates import verify as screens
from handlers.turn import House
from storage.certificates import certificates, ends
from storage.engine.sessions import Sessions
from tests.storage.certificates.erasing import erase
from tests.storage.certificates.test_certificates import facts
from tests.storage.certificates.test_checks import ADDRESS, issue, token_of
from tests.student import Student
from tests.talk import Talk

MIDNIGHT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
NAME = "𠮷野 髙子"


class Holder:
    """A member with two certificates, and a stranger who holds the first."""

    def __init__(self, sessions: Sessions, house: House, now: datetime) -> None:
        self.me = Student(sessions, house, now)
        self.stranger = Talk(sessions, house, now, None)
        with sessions.begin() as session:
            self.first = issue(session, house.cipher, self.me.id, now, NAME)
            self.second = issue(session, house.cipher, self.me.id, now, "吉野 高子")
            self.token = token_of(session, self.first)
            self.number = certificates.facts(session, self.first).number
            self.other = certificates.facts(session, self.second).number


@pytest.fixture
def holder(sessions: Sessions, house: House, now: datetime) -> Holder:
    return Holder(sessions, house, now)


def another(at: int) -> str:
    """A number that nobody has."""
    return next(number for more in range(200) if (number := numbers.written(2026, (at + more) % RANDOM)))


def test_the_example_is_a_number_that_can_be() -> None:
    assert numbers.read(screens.EXAMPLE) == screens.EXAMPLE


def test_a_stranger_reads_the_state_and_the_day_and_nothing_else(holder: Holder) -> None:
    talk = holder.stranger
    talk.says(f"/verify {holder.number.lower().replace('-', ' ')}")
    assert "✅ 有効です" in talk.screen.text
    assert "発行　2026年11月22日（日）" in talk.screen.text
    for hidden in ("𠮷", "単位", "4月1日", "10:00", holder.token):
        assert hidden not in talk.screen.text
    assert [label for row in talk.labels for label in row] == ["別の番号を確認する", "‹ 戻る"]


def test_a_number_is_asked_for_until_it_can_be_one(holder: Holder) -> None:
    talk = holder.stranger
    talk.says("/verify")
    assert screens.EXAMPLE in talk.screen.text
    talk.says(holder.number[:-1] + str((int(holder.number[-1]) + 1) % 10))
    assert "読み違いか入力の誤り" in talk.screen.text
    talk.says(holder.number)
    assert "✅ 有効です" in talk.screen.text
    talk.taps("別の番号を確認する")
    talk.says(another(1))
    assert "当システムの記録にありません" in talk.screen.text


def test_the_code_opens_all_but_the_name(holder: Holder) -> None:
    talk = holder.stranger
    talk.says(f"/start v_{holder.token}")
    for shown in ("✅ 有効です", holder.number, "2026年11月22日（日）10:00", "2026年4月1日（水）から", "1単位", "𠮷○○"):
        assert shown in talk.screen.text
    assert "髙" not in talk.screen.text
    for nobodys in ("", "x", holder.token[:-1], holder.token.swapcase(), "\0", "a" * 62):
        talk.says(f"/start v_{nobodys}")
        assert "当システムの記録にありません" in talk.screen.text


def test_replaced_and_revoked(holder: Holder, sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        ends.replace(session, holder.first, holder.second, Reason.NAME, holder.me.id, now)
    talk = holder.stranger
    talk.says(f"/start v_{holder.token}")
    assert "⚠️ 差し替えられています" in talk.screen.text
    assert "2026年11月22日（日）に差し替え　理由：氏名の訂正" in talk.screen.text
    assert f"差し替え後の証明書の番号\n{holder.other}" in talk.screen.text
    with sessions.begin() as session:
        ends.revoke(session, holder.second, Reason.WISH, holder.me.id, now)
    talk.says(f"/start v_{holder.token}")
    assert holder.other in talk.screen.text
    assert "有効" not in talk.screen.text, "the one that replaced it does not hold either"
    talk.language = "en"
    talk.says(f"/verify {holder.other}")
    assert "⚠️ Revoked" in talk.screen.text
    assert "the holder asked" not in talk.screen.text  # by the number alone only that and the day of issue


def test_the_name_is_compared_five_times_a_day(holder: Holder) -> None:
    talk = holder.stranger
    for left in (4, 3):
        talk.says(f"/start v_{holder.token}")
        talk.taps("氏名を照合する")
        talk.says("鈴木 一郎")
        assert f"あと{left}回" in talk.screen.text
    talk.taps("氏名を照合する")
    talk.says("吉野　高子")
    assert "✅ 氏名は、発行した証明書と一致します。" in talk.screen.text
    for _ in range(2):
        talk.says(f"/start v_{holder.token}")
        talk.taps("氏名を照合する")
        talk.says("鈴木 一郎")
    assert "あと0回" in talk.screen.text
    for at, said in ((MIDNIGHT - SECOND, "5回に達しました"), (MIDNIGHT, "一致します")):
        talk.now = at
        talk.says(f"/start v_{holder.token}")
        talk.taps("氏名を照合する")
        talk.says(NAME)
        assert said in talk.screen.text


def test_the_tries_of_one_certificate_are_its_own(holder: Holder, sessions: Sessions) -> None:
    with sessions.begin() as session:
        other = token_of(session, holder.second)
    talk = holder.stranger
    for token in [holder.token] * 5 + [other]:
        talk.presses(CompareName(token))
        talk.says("鈴木 一郎")
    assert "あと4回" in talk.screen.text


def test_unknown_numbers_are_limited_and_a_known_one_then_looks_alike(holder: Holder) -> None:
    talk = holder.stranger
    for at in range(5):
        talk.says(f"/verify {another(at * 1000)}")
        assert "当システムの記録にありません" in talk.screen.text
    for number in (another(9_000), holder.number):
        talk.says(f"/verify {number}")
        assert "確認を休止しています" in talk.screen.text
        assert "あと1分" in talk.screen.text
    talk.now += timedelta(minutes=1)
    talk.says(f"/verify {holder.number}")
    assert "✅ 有効です" in talk.screen.text


def test_what_is_not_drawn_is_unknown(holder: Holder, sessions: Sessions, now: datetime, house: House) -> None:
    with sessions.begin() as session:
        asked = certificates.ask(session, house.cipher, holder.me.id, facts("見本"), now, lambda token: ADDRESS + token)
        token, number = token_of(session, asked), certificates.facts(session, asked).number
    for said in (f"/start v_{token}", f"/verify {number}"):
        holder.stranger.says(said)
        assert "当システムの記録にありません" in holder.stranger.screen.text


def test_one_that_was_erased_says_so_and_compares_no_name(holder: Holder) -> None:
    """State, day and totals stay: by its number, by its QR code, and when a name is typed that was asked for before."""
    talk = holder.stranger
    talk.says(f"/start v_{holder.token}")
    talk.presses(CompareName(holder.token))
    with talk.sessions.begin() as session:
        erase(session, holder.first)
    talk.says(NAME)
    assert "会員の記録が消去されたため、氏名の照合はできません" in talk.screen.text
    assert "5回に達しました" not in talk.screen.text
    talk.says(f"/start v_{holder.token}")
    for told in ("✅ 有効です", "取得単位　1単位（カリキュラムコード 1種類）", "発行　2026年11月22日", "消去された"):
        assert told in talk.screen.text
    assert "氏名を照合する" not in str(talk.labels)
    talk.says(f"/verify {holder.number}")
    assert "✅ 有効です" in talk.screen.text
    with talk.sessions.begin() as session:
        ends.revoke(session, holder.first, Reason.MISUSE, holder.me.id, talk.now)
    talk.says(f"/start v_{holder.token}")
    assert "⚠️ 取り消されています" in talk.screen.text
    assert "消去された" in talk.screen.text
