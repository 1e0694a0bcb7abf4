"""Before a certificate is made: what will stand on it, what will not and why, and whether a number is printed."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.refusals import NothingToCertify
from content.rules import begins
from handlers.presses.certificates.certificate import ForPeriod, Issue, LeftOut, Preview, Standing
from handlers.turn import House
from storage.certificates import certificates
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from storage.tables import Certificate, Letter
from tests import sheet
from tests.sheet import TODAY, Keeper
from tests.student import Student
from tests.talk import Talk

ALL = "2023/4/1-2026/11/22"

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def keeper(sessions: Sessions) -> Keeper:
    return sheet.keep(sessions)


@pytest.fixture
def talk(sessions: Sessions, keeper: Keeper, house: House) -> Talk:
    return Talk(sessions, house, TODAY, Caller(keeper.id, can_earn=True))


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def numbers(sessions: Sessions) -> list[str]:
    """The 医籍登録番号 of every certificate."""
    with sessions.reading() as session:
        every = session.execute(select(Certificate.id).order_by(Certificate.id)).scalars().all()
        return [certificates.facts(session, number).registry_no for number in every]


def test_what_will_stand_on_it_and_what_is_left_out_with_the_guides_advice(talk: Talk) -> None:
    talk.says(f"/certificate {ALL}")
    assert talk.lines == [
        "<b>受講証明書　内容の確認</b>",
        "用途：一般",
        "期間：2023年4月1日（土）から2026年11月21日（土）まで",
        "合計：5単位・5コード（5件）",
        "",
        "記載しないもの",
        "📄 受講証明書は、受講日の翌日以降に発行できます。11月23日（月）0:00から発行してください。（高血圧・1単位）",
        "▶️ 主催者（見本市医師会）が、受講実績をまだ登録していません。"
        "登録の時期は、主催者にお問い合わせください。登録されるとお知らせします。（地域連携）",
        "📄 申告書の単位は、受講証明書の発行対象外です。単位は /credits でご確認ください。"
        "（日本医学会分科会の学会・1.5単位）",
        "📄 大阪府で開催された研修会等は、この受講証明書に記載されません。"
        "受講証明書は、大阪府医師会にご依頼ください。（糖尿病・1単位）",
        "📄 日医雑誌 問題解答の単位は、受講証明書の発行対象外です。単位は /credits でご確認ください。（2件・2単位）",
    ]
    assert talk.labels == [
        ["この内容で発行する"],
        ["記載する単位", "記載しないもの"],
        ["発行できる日に受け取る"],
        ["‹ 戻る"],
    ]


def test_both_lists_by_hand(talk: Talk) -> None:
    talk.says(f"/certificate {ALL}")
    preview = talk.lines
    talk.taps("記載する単位")
    assert talk.lines[3:] == [
        "2026年6月14日（日） 気管支喘息（CC 79）　1.5単位・研修会",
        "2025年5月20日（火） 血圧の測り方（CC 74）　0.5単位・協力講座",
        "2024年4月1日（月） 感染対策（CC 8）　1単位・生涯教育講座",
        "2024年3月31日（日） 医療の質と安全（CC 7）　1単位・生涯教育講座",
        "2023年6月10日（土） 医師のプロフェッショナリズム（CC 1）　1単位・生涯教育講座",
    ]
    talk.taps("‹ 戻る")
    assert talk.lines == preview
    talk.taps("記載しないもの")
    assert talk.lines[3:] == [
        "2026年11月22日（日） 高血圧　1単位：証明書は明日から",
        "2026年11月10日（火） 地域連携：主催者の登録待ち",
        "2026年8月1日（土） 日本医学会分科会の学会　1.5単位：証明書の対象外",
        "2026年7月5日（日） 糖尿病　1単位：証明書は大阪府医師会",
        "2026年3月31日（火） 日医雑誌 2026年3月号　特集81　1単位：証明書の対象外",
        "2025年9月20日（土） 日医雑誌 2025年9月号　特集82　1単位：証明書の対象外",
    ]


def test_what_is_shown_is_what_is_issued(talk: Talk, sessions: Sessions) -> None:
    talk.says(f"/certificate {ALL}")
    talk.issues()
    with sessions.reading() as session:
        facts = certificates.facts(session, session.execute(select(Certificate.id)).scalar_one())
    assert (facts.half_units, len(facts.subtotals), len(facts.lines)) == (10, 5, 5)
    assert (facts.period_from, facts.period_to) == (date(2023, 4, 1), date(2026, 11, 21))


def test_nothing_to_certify_is_said_and_not_printed(me: Student, sessions: Sessions) -> None:
    for name in ("this", "last", "two", "month", "before"):
        me.talk.presses(ForPeriod("general", name))
        assert "この期間に、受講証明書に記載できる単位はありません。" in me.talk.lines
        assert me.talk.labels == [["‹ 戻る"]]
    with pytest.raises(NothingToCertify):
        me.talk.presses(Issue("general", date(2026, 4, 1).toordinal(), date(2026, 11, 21).toordinal(), True))
    with sessions.reading() as session:
        assert session.execute(select(Certificate.id)).all() == session.execute(select(Letter.id)).all() == []


def test_of_last_year_today_is_not_spoken(me: Student) -> None:
    me.earns("a", 74, me.now)
    me.talk.presses(ForPeriod("general", "last"))
    assert "翌日以降" not in me.talk.screen.text
    assert me.talk.labels == [["‹ 戻る"]]


def test_the_member_chooses_whether_the_registry_number_is_printed(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - timedelta(days=1))
    me.talk.presses(ForPeriod("general", "this"))
    assert "医籍登録番号：記載する" in me.talk.lines
    me.talk.taps("医籍登録番号を載せない")
    assert "医籍登録番号：記載しない" in me.talk.lines
    me.talk.taps("記載する単位")
    me.talk.taps("‹ 戻る")
    me.talk.issues()
    me.talk.presses(ForPeriod("general", "this"))
    assert "医籍登録番号：記載しない" in me.talk.lines, "as on the last one"
    me.talk.taps("医籍登録番号を載せる")
    me.talk.issues()
    assert numbers(sessions) == ["", "123456"]


def test_each_reason_is_said_once_however_many_rows_it_has(me: Student) -> None:
    for number in range(30):
        me.earns(f"e-{number}", number, begins(date(2026, 5, 1)))
    me.earns("kept", 20, me.now - timedelta(days=1))
    days = (date(2026, 4, 1).toordinal(), date(2026, 11, 22).toordinal())
    me.talk.presses(Standing("general", *days, True, 9))
    assert me.talk.labels[0] == ["‹", "4 / 4"]
    me.talk.presses(LeftOut("general", *days, True, -3))
    assert "記載しないものはありません。" in me.talk.lines


def test_the_preview_of_another_member_is_another(talk: Talk, sessions: Sessions, house: House, now: datetime) -> None:
    """A button carries days and a purpose, never whose."""
    press = Preview("general", date(2023, 4, 1).toordinal(), date(2026, 11, 22).toordinal(), True)
    assert "合計：5単位" in talk.presses(press).text
    other = Student(sessions, house, now, no="1000000002")
    assert "記載できる単位はありません" in other.talk.presses(press).text
