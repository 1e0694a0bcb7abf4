"""A member with every kind of record against a sheet that was computed by hand.

Today is Sunday 22 November 2026, 10:00 in Japan: fiscal 2026, so the window of the goal is fiscal 2024 to 2026.

    day of the credit        what                       CC  credits  FY    in 60: credit  code  on a certificate
    2023-06-10               course                      1   1       2023  no             no    yes
    2024-03-31 (23:59:59)    course                      7   1       2023  no             no    yes
    2024-04-01 ( 0:00:00)    course, common lecture      8   1       2024  yes, falls     yes   yes
    2025-05-20               cooperation course         74   0.5     2025  yes            yes   yes
    2025-09-20 (told 11-01)  journal                    82   1       2025  yes            yes   never
    2026-03-31 (told 05-25)  journal                    81   1       2025  yes            yes   never
    2026-06-14               training, common lecture   79   1.5     2026  yes            yes   yes
    2026-07-05               training in Osaka          76   1       2026  yes            yes   by Osaka
    2026-08-01               declaration                 7   1.5     2026  yes            yes   never
    2026-11-22 (today)       course                     74   1       2026  yes            no    from tomorrow
    2026-10-01               course, taken back         20   -
    2026-11-10               training, not registered   13   -
    2026-11-15               journal, answers awaited   80   -

    fiscal 2023: 1 + 1 = 2 credits, codes 1 7           fiscal 2024: 1 credit, code 8
    fiscal 2025: 0.5 + 1 + 1 = 2.5, codes 74 81 82      fiscal 2026: 1.5 + 1 + 1.5 + 1 = 5, codes 7 74 76 79
    window: 1 + 2.5 + 5 = 8.5 credits; codes 7 8 74 76 79 81 82 = 7; 8.5 + 7 = 15.5; missing 44.5
    on 1 April 2027 fall 1 credit and code 8 = 2; 13.5 stay
    common lectures: 必修講習A 医療安全 1, 必修講習A 感染対策 1
"""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from content.credits.goal import CodeState
from handlers.presses.credits.why import OfCredit
from handlers.turn import House
from storage.certificates import certificates
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from storage.tables import Certificate
from tests.sheet import TODAY, Keeper, keep
from tests.talk import Talk


@pytest.fixture
def keeper(sessions: Sessions) -> Keeper:
    return keep(sessions)


@pytest.fixture
def talk(keeper: Keeper, house: House) -> Talk:
    return Talk(keeper.sessions, house, TODAY, Caller(keeper.id, can_earn=True))


def test_the_credits(talk: Talk) -> None:
    talk.says("/credits")
    assert talk.lines == [
        "<b>取得単位　2026年度</b>",
        "合計　5単位・4コード",
        "生涯教育講座 1単位　研修会 2.5単位　申告書 1.5単位",
        "取得したCC　7・74・76・79",
        "",
        "認定証（60）に向けて　2024～2026年度",
        "前回の認定証の発行日が未登録のため、直近3年度による見込みです（/settings で登録できます）。",
        "8.5単位 ＋ 7コード ＝ 15.5 / 60",
        "▓▓▓░░░░░░░░░　あと44.5",
        "2027年4月1日（木）に2（1単位 ＋ 1コード）が期間から外れ、13.5になります。",
        "",
        "専門医共通講習（60には含みません）　必修講習A 医療安全 1単位・必修講習A 感染対策 1単位",
        "",
        "2025年度　2.5単位・3コード",
        "2024年度　1単位・1コード",
        "2023年度　2単位・2コード",
    ]


YEARS: list[tuple[int, str, list[str]]] = [
    (
        2023,
        "生涯教育講座 2単位",
        ["3月31日（日） 医療の質と安全（CC 7）", "6月10日（土） 医師のプロフェッショナリズム（CC 1）"],
    ),
    (2024, "生涯教育講座 1単位", ["4月1日（月） 感染対策（CC 8）"]),
    (
        2025,
        "協力講座 0.5単位　日医雑誌 問題解答 2単位",
        [
            "3月31日（火） 日医雑誌 2026年3月号　特集81（CC 81）",
            "9月20日（土） 日医雑誌 2025年9月号　特集82（CC 82）",
            "5月20日（火） 血圧の測り方（CC 74）",
        ],
    ),
    (
        2026,
        "生涯教育講座 1単位　研修会 2.5単位　申告書 1.5単位",
        [
            "11月22日（日） 高血圧（CC 74）",
            "8月1日（土） 日本医学会分科会の学会（CC 7）",
            "7月5日（日） 糖尿病（CC 76）",
            "6月14日（日） 気管支喘息（CC 79）",
        ],
    ),
]


def test_the_years(talk: Talk) -> None:
    for year, kinds, entries in YEARS:
        talk.says(f"/credits {year}")
        assert talk.lines[2] == kinds
        listed = talk.lines[5:-3]
        assert len(listed) == len(entries)
        assert all(f"　{entry}　" in line for line, entry in zip(listed, entries, strict=True))


def test_the_rows_of_the_60(talk: Talk) -> None:
    talk.says("/credits")
    talk.taps("60の内訳を見る")
    assert talk.lines[1] == "8.5単位 ＋ 7コード ＝ 15.5"
    assert [line.rpartition("　")[2] for line in talk.lines[3:-2]] == [
        "1単位（CC 74は計上済）",
        "1.5単位＋CC 7",
        "1単位＋CC 76",
        "1.5単位＋CC 79",
        "1単位＋CC 81",
        "1単位＋CC 82",
        "0.5単位＋CC 74",
        "1単位＋CC 8（3月31日まで）",
    ]


def test_the_picture(talk: Talk) -> None:
    talk.says("/credits 図")
    facts = talk.screen.picture
    assert facts is not None
    states = {state: [code for code, one in enumerate(facts.states) if one is state] for state in CodeState}
    assert states[CodeState.EARNED] == [7, 8, 74, 76, 79, 81, 82]
    assert states[CodeState.OPEN] == [2]
    assert states[CodeState.BEFORE] == [1]
    assert len(states[CodeState.NONE]) == 75
    assert (facts.goal.window.sum.half_units, facts.goal.window.sum.codes) == (17, 7)
    assert (facts.goal.falls.half_units, facts.goal.falls.codes, facts.goal.missing) == (2, 1, 89)
    assert "8.5単位 ＋ 7コード ＝ 15.5 / 60" in talk.lines
    assert "取得可能なCC　2" in talk.lines


def test_the_codes(talk: Talk) -> None:
    talk.says("/codes")
    # 74, 7, 8 and 1 by courses, 81 and 82 by the journal; 7 is of the window by a declaration, so not of this line
    assert talk.lines[2] == "取得済 6コード（うち2024～2026年度 4）"
    assert talk.lines[3] == "ほかに研修会・申告書で取得済 2コード（うち2024～2026年度 2）"
    talk.taps("生涯教育講座・協力講座")
    # 74 by two courses; 76, 79 by trainings, 81, 82 by the journal and 20, taken back, are not of this view
    assert talk.lines[2] == "取得済 4コード（うち2024～2026年度 2）"


def test_the_trainings(talk: Talk) -> None:
    talk.says("/trainings")
    assert talk.lines[1] == "2026年度に登録済：2.5単位（2件）"
    assert [line.split("　")[-1] for line in talk.lines[3:6]] == [
        "主催者の登録待ち",
        "登録済（1単位・大阪府）",
        "登録済（1.5単位）",
    ]


def test_what_waits(talk: Talk) -> None:
    talk.says("/why")
    assert [line.partition("　")[2] for line in talk.lines[3:-2]] == [
        "日医雑誌 2026年11月号　特集80：解答の公表待ち",
        "11月10日（火） 地域連携：主催者の登録待ち",
        "不眠：取消",
        "高血圧：証明書は明日から",
    ]


WHY = [
    ("professionalism", "2023年度", "期間の外", "取得日を含む期間"),
    ("safety", "2023年度", "期間の外", "取得日を含む期間"),
    ("infection", "2024年度", "1単位と1コード（CC 8）", "取得日を含む期間"),
    ("measuring", "2025年度", "0.5単位と1コード（CC 74）", "取得日を含む期間"),
    ("2025-09", "2025年度", "1単位と1コード（CC 82）", "発行対象外"),
    ("2026-03", "2025年度", "1単位と1コード（CC 81）", "発行対象外"),
    ("asthma", "2026年度", "1.5単位と1コード（CC 79）", "取得日を含む期間"),
    ("osaka", "2026年度", "1単位と1コード（CC 76）", "大阪府医師会"),
    ("declaration", "2026年度", "1.5単位と1コード（CC 7）", "発行対象外"),
    ("hypertension", "2026年度", "CC 74は、2025年5月20日（火）の「血圧の測り方」で計上済", "11月23日（月）0:00"),
]


def test_from_a_number_to_its_row_and_back(talk: Talk) -> None:
    talk.says("/credits")
    talk.taps("60の内訳を見る")
    rows = talk.lines
    talk.taps("8")
    assert talk.lines[0].startswith("<b>感染対策")
    talk.taps("‹ 戻る")
    assert talk.lines == rows
    talk.says("/credits")
    talk.taps("2025年度")
    of_year = talk.lines
    talk.taps("3")
    assert talk.lines[0].startswith("<b>血圧の測り方")
    talk.taps("‹ 戻る")
    assert talk.lines == of_year


def test_why_of_each_credit(talk: Talk, keeper: Keeper) -> None:
    with keeper.sessions.begin() as session:
        every = ledger.entries(session, keeper.id)
    assert len(every) == len(WHY)
    for slug, year, goal, paper in WHY:
        (row,) = (one for one in every if slug in one.source)
        talk.presses(OfCredit(row.id))
        text = talk.screen.text
        assert f"{year}の合計に含まれています。" in text
        assert goal in text
        assert paper in text
        assert ("この単位とコードは期間から外れます" in text) is (slug == "infection")


CERTIFICATES = [
    (0, "2026/4/1", ["気管支喘息"]),
    (1, "2026/4/1", ["気管支喘息", "高血圧"]),
    (0, "2023/4/1", ["医師のプロフェッショナリズム", "医療の質と安全", "感染対策", "血圧の測り方", "気管支喘息"]),
    (0, "2024/4/1", ["感染対策", "血圧の測り方", "気管支喘息"]),
]


def test_the_certificate(talk: Talk, keeper: Keeper) -> None:
    for days, first, titles in CERTIFICATES:
        talk.now = TODAY + timedelta(days=days)
        talk.certifies(f"{first}-2026/11/22")
        with keeper.sessions.begin() as session:
            newest = session.execute(select(func.max(Certificate.id))).scalar_one()
            facts = certificates.facts(session, newest)
        assert [line.title for line in facts.lines] == titles
