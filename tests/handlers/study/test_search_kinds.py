"""One search for everything that is published: what is found, what opens at once, and the ways on if nothing is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from content.attendance.training import Training
from content.journal import SpecialIssue
from content.radio import Broadcast
from content.refusals import StaleButton
from handlers.presses.study.search import FoundOf, TurnFound
from handlers.screens.study.search import SHOWN
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.journal import issues as journal
from storage.people.chat import Caller
from storage.trainings import published
from tests import broadcasts, issues, samples
from tests.broadcasts import a_broadcast
from tests.storage import training
from tests.storage.training import HOUR
from tests.talk import Talk

DAY = timedelta(days=1)
NONSENSE = ("ぬぬぬ", "qqzzxx", "ぬ", "ヌヌヌについて教えて", "что-то", "ぬ" * 4_000)
SIGNS_ALONE = ("😀", "🩺🩺🩺", "!!!", "…", "。", "（）", "- - -", "❤️")


@pytest.fixture
def talk(sessions: Sessions, house: House, now: datetime) -> Talk:
    """A member, beside: two courses, three trainings, three issues of the journal, and three broadcasts."""
    with sessions.begin() as session:
        member_id = samples.member(session, now)
        for course in (
            replace(samples.course(), title_en="Hypertension", reading="こうけつあつ"),
            samples.course("asthma", "気管支喘息", 79),
        ):
            samples.publish(session, course, now)
        for one in _trainings(now):
            published.publish(session, one, now)
        for slug, title, code in (("2026-12", "禁煙支援", 82), ("2026-11", "終末期の医療", 81)):
            issues.publish(session, replace(issues.an_issue(slug, code=code), title=title), now)
        special = SpecialIssue("2026-11-special", issues.an_issue("2026-11").month, "地域で支える健康", False)
        journal.publish(session, special, now)
        broadcasts.publish(session, _broadcasts(), now)
    return Talk(sessions, house, now, Caller(member_id, can_earn=True))


def _trainings(now: datetime) -> Iterator[Training]:
    yield training.training(now + DAY, "wanted", title="高血圧の薬物療法", title_en="Drugs for hypertension", code=74)
    yield training.training(now - 30 * DAY, "past", title="認知症の診療", reading="にんちしょうのしんりょう", code=29)
    yield training.training(now - 365 * DAY, "old", title="古い医療倫理", code=2)


def _broadcasts() -> Iterator[Broadcast]:
    yield replace(
        a_broadcast("2026-11-25 20:40", "心房細動と薬"), reading="しんぼうさいどうとくすり", title_en="Fibrillation"
    )
    yield a_broadcast("2026-11-01 20:40", "くり返しの放送題")
    yield a_broadcast("2026-11-29 20:40", "くり返しの放送題")


def test_everything_is_listed_by_kind_each_with_its_button(talk: Talk) -> None:
    talk.says("高血圧")
    assert talk.lines == [
        "<b>検索　高血圧</b>",
        "2件見つかりました。",
        "",
        "講座",
        "1 高血圧（CC 74）",
        "",
        "研修会",
        "2 2026年11月23日（月）　高血圧の薬物療法　見本市医師会",
    ]
    assert talk.labels == [["1 高血圧"], ["2 高血圧の薬物療法"], ["コードを見る"], ["‹ 戻る"]]
    talk.taps("2 高血圧の薬物療法")
    assert "高血圧の薬物療法" in talk.lines[0]


@pytest.mark.parametrize(
    ("said", "opened"),
    [
        ("12月号", "日医雑誌 2026年12月号　禁煙支援"),
        ("2026-12", "日医雑誌 2026年12月号　禁煙支援"),
        ("禁煙", "日医雑誌 2026年12月号　禁煙支援"),
        ("禁煙市援", None),
        ("認知症の研修会はありますか", "認知症の診療"),
        ("にんちしょう", "認知症の診療"),
        ("ﾆﾝﾁｼｮｳ", "認知症の診療"),
        ("高血圧の研修会", "高血圧の薬物療法"),
        ("a training on hypertension", "高血圧の薬物療法"),
        ("高血圧の講座", "高血圧（CC 74・1単位）"),
        ("心房細動", "心房細動と薬"),
        ("しんぼうさいどう", "心房細動と薬"),
        ("fibrillation", "心房細動と薬"),
        ("くり返しの放送題", "くり返しの放送題"),
        ("専門医共通講習について教えて", "専門医共通講習"),
        ("入会したい", "入会について"),
        ("入会", "入会について"),
        ("地域で支える健康", "日医雑誌 問題解答"),
    ],
)
def test_a_single_hit_opens_at_once(talk: Talk, said: str, opened: str | None) -> None:
    talk.says(said)
    assert talk.lines[0].startswith(f"<b>{opened or '検索　' + said}")


def test_what_was_broadcast_and_comes_again_is_one_thing_the_next_one(talk: Talk) -> None:
    talk.says("くり返しの放送題")
    assert any("11月29日" in line for line in talk.lines)


@pytest.mark.parametrize(("back", "found"), [(180, True), (181, False)])
def test_a_training_is_found_for_half_a_year(talk: Talk, back: int, found: bool) -> None:
    one = training.training(talk.now - back * DAY, "edge", title="境目の題")
    with talk.sessions.begin() as session:
        published.publish(session, one, talk.now)
    talk.says("境目の題")
    assert ("境目の題（" in talk.screen.text or talk.lines[0] == "<b>境目の題</b>") is found


@pytest.mark.parametrize("said", ["高決圧", "hypertensoin"])
def test_what_is_near_is_offered_of_every_kind(talk: Talk, said: str) -> None:
    talk.says(said)
    assert talk.lines[1] == f"「{said}」に一致するものはありません。近いものは、次のとおりです。"
    labels = [one for row in talk.labels for one in row]
    assert labels[0] == "1 高血圧"
    assert any(label.endswith("高血圧の薬物療法") for label in labels)


def test_more_than_four_show_three_and_the_rest_in_pages(talk: Talk) -> None:
    with talk.sessions.begin() as session:
        for number in range(10):
            one = training.training(talk.now + number * HOUR, f"many-{number}", title=f"多い題 {number}")
            published.publish(session, one, talk.now)
        issues.publish(session, replace(issues.an_issue("2026-10"), title="多い題"), talk.now)
    talk.says("多い題")
    assert "研修会　10件" in talk.lines
    assert talk.labels[:5] == [
        *([f"{number} 多い題 {number - 1}"] for number in (1, 2, 3)),
        ["研修会をもっと見る"],
        ["4 多い題"],
    ]
    talk.taps("研修会をもっと見る")
    assert ["1 / 2", "›"] in talk.labels
    talk.taps("›")
    assert talk.labels[0] == ["9 多い題 8"]
    talk.taps("‹ 戻る")
    assert "研修会　10件" in talk.lines


def test_more_courses_beside_other_kinds_are_the_courses_alone(talk: Talk) -> None:
    with talk.sessions.begin() as session:
        for number in range(10):
            samples.publish(session, samples.course(f"many-{number}", f"多い題 {number}", 10), talk.now)
        issues.publish(session, replace(issues.an_issue("2026-10"), title="多い題"), talk.now)
    talk.says("多い題")
    assert "講座　10件" in talk.lines
    talk.taps("講座をもっと見る")
    assert talk.lines[1] == "10件の講座が見つかりました。"
    assert talk.labels[7] == ["8 多い題 7"]


def test_a_code_with_an_issue_is_not_said_to_be_empty(talk: Talk) -> None:
    talk.says("82")
    assert talk.lines[0] == "<b>日医雑誌 2026年12月号　禁煙支援</b>"
    talk.says("77")
    assert "CC 77「骨粗鬆症」には、現在コンテンツがありません。" in talk.lines


@pytest.mark.parametrize("said", NONSENSE)
def test_nonsense_leads_on_by_ways_that_can_be_used(talk: Talk, said: str) -> None:
    talk.says(said)
    assert "に近いものは見つかりませんでした。" in talk.lines[1]
    assert len(talk.lines[0]) < SHOWN + 20
    ways = [label for row in talk.labels for label in row if label != "‹ 戻る"]
    assert {"講座を探す", "コードを見る", "今後の研修会を見る", "使い方", "事務局に依頼する"} <= set(ways)
    for way in ways:
        talk.says(said)
        assert talk.taps(way).rows


@pytest.mark.parametrize("said", SIGNS_ALONE)
def test_signs_alone_are_said_to_be_no_word(talk: Talk, said: str) -> None:
    talk.says(said)
    assert talk.lines[0] == "<b>検索できる言葉がありません</b>"
    assert ["使い方"] in talk.labels


def test_the_kind_that_was_asked_for_comes_first_among_the_ways(talk: Talk) -> None:
    talk.says("ぬぬぬの研修会")
    assert talk.labels[0] == ["今後の研修会を見る"]


def test_of_a_kind_that_has_none_the_other_kinds_are_offered_as_near(talk: Talk) -> None:
    talk.says("気管支喘息のラジオ")
    assert "に一致するものはありません" in talk.lines[1]
    assert ["1 気管支喘息"] in talk.labels


def test_an_account_that_cannot_earn_finds_the_same(talk: Talk) -> None:
    assert talk.member is not None
    talk.member = replace(talk.member, can_earn=False)
    talk.says("ぬぬぬ")
    for way in [label for row in talk.labels for label in row]:
        talk.says("ぬぬぬ")
        talk.taps(way)


def test_a_stranger_finds_what_is_public_and_nothing_else(talk: Talk) -> None:
    talk.member = None
    talk.says("高血圧")
    assert talk.lines[0] == "<b>高血圧（CC 74・1単位）</b>"
    talk.says("心房細動")
    assert talk.lines[0] == "<b>心房細動と薬</b>"
    talk.says("入会")
    assert talk.lines[0] == "<b>入会について</b>"
    for said in ("認知症の診療", "禁煙支援", "ぬぬぬ"):
        talk.says(said)
        assert "認知症の診療（" not in talk.screen.text
        for way in [label for row in talk.labels for label in row]:
            talk.says(said)
            assert talk.taps(way).text, way


@pytest.mark.parametrize("press", [FoundOf(9, 1, "題"), FoundOf(-1, 1, "題")])
def test_a_forged_kind_is_refused(talk: Talk, press: FoundOf) -> None:
    with pytest.raises(StaleButton):
        talk.presses(press)


@pytest.mark.parametrize(
    "press", [FoundOf(2, 99, "高血圧"), FoundOf(2, -1, "無い"), FoundOf(0, 1, ""), TurnFound(0, "")]
)
def test_a_forged_page_is_the_nearest(talk: Talk, press: FoundOf | TurnFound) -> None:
    assert talk.presses(press).text


def test_in_english(talk: Talk) -> None:
    talk.language = "en"
    talk.says("hypertension")
    assert talk.lines[:4] == ["<b>Search: hypertension</b>", "2 results.", "", "Courses"]
    assert "Drugs for hypertension" in talk.screen.text
    talk.says("😀")
    assert talk.lines[0] == "<b>There is no word to search for</b>"
