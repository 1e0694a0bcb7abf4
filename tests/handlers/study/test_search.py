"""Finding courses by words."""

from datetime import datetime

import pytest

from content.refusals import NotLoggedIn
from content.search import entries
from content.search.entry import Kind, Part
from content.search.finder import LONGEST, Finder, among
from content.study.course import Course
from handlers.presses.study.search import TurnFound
from handlers.screens.study.search import SHOWN
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from tests import samples
from tests.samples import chapter
from tests.talk import Talk

HYPERTENSION = samples.course(
    chapters=[chapter(1, "なぜ学ぶのか"), chapter(2, "高血圧治療ガイドライン")], supervisor="見本 一郎", sample=True
)
DIABETES = samples.course(
    "diabetes", "糖尿病", 76, chapters=[chapter(1, "合併症：高血圧など")], supervisor="髙橋 ミホ", sample=True
)
INFECTION = samples.course("infection", "CC 8 の題", 8, chapters=[chapter(1, "手洗い 74秒")])
PROGRAMME = (INFECTION, DIABETES, HYPERTENSION)


def _slugs(text: str, programme: tuple[Course, ...] = PROGRAMME) -> list[str]:
    found = _finder(programme).find(text)
    return [str(hit.entry.key) for hit in found.of(Kind.COURSE) if not found.near]


def _finder(programme: tuple[Course, ...]) -> Finder:
    return among((Kind.COURSE,), [entries.of_course(one, one.slug) for one in programme])


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("高血圧", ["hypertension", "diabetes"]),
        ("糖尿病", ["diabetes"]),
        ("ガイドライン", ["hypertension"]),
        ("がいどらいん", ["hypertension"]),
        ("ｶﾞｲﾄﾞﾗｲﾝ", ["hypertension"]),
        ("高橋", ["diabetes"]),
        ("みほ", ["diabetes"]),
        ("74", ["hypertension"]),
        ("７４", ["hypertension"]),
        ("CC74", ["hypertension"]),
        ("ｃｃ・74", ["hypertension"]),
        ("８", ["infection"]),
        ("感染対策", ["infection"]),
        ("Diabetes mellitus", ["diabetes"]),
        ("高血圧 ガイドライン", ["hypertension"]),
        ("高血圧　74", ["hypertension"]),
        ("高血圧 糖尿病", ["diabetes"]),
        ("高血圧 脂質", []),
        ("84", []),
        ("77", []),
        ("", []),
        ("！？", []),
        ("高血圧！", ["hypertension", "diabetes"]),
    ],
)
def test_what_finds_what(text: str, slugs: list[str]) -> None:
    assert _slugs(text) == slugs


def test_what_the_title_does_not_explain_is_explained() -> None:
    finder, complications = _finder(PROGRAMME), Part("合併症：高血圧など", number=1)
    (hit,) = finder.find("高橋 合併症").hits
    assert hit.because == (Part("髙橋 ミホ"), complications)
    assert [hit.because for hit in finder.find("高血圧").hits] == [(), (complications,)]
    (hit,) = finder.find("76").hits
    assert hit.because == ()


@pytest.fixture
def talk(sessions: Sessions, house: House, now: datetime) -> Talk:
    with sessions.begin() as session:
        member_id = samples.member(session, now)
        for course in PROGRAMME:
            samples.publish(session, course, now)
    return Talk(sessions, house, now, Caller(member_id, can_earn=True))


@pytest.mark.parametrize("said", ["/search 高血圧", "高血圧", " 高血圧\n"])
def test_a_command_and_a_plain_text_find_the_same(talk: Talk, said: str) -> None:
    talk.says(said)
    assert talk.lines == [
        "<b>検索　高血圧</b>",
        "2件の講座が見つかりました。",
        "",
        "1 高血圧（CC 74・1単位）",
        "⬜ 未受講　生涯教育講座　見本",
        "",
        "2 糖尿病（CC 76・1単位）",
        "第1章 合併症：高血圧など",
        "⬜ 未受講　生涯教育講座　見本",
    ]
    assert talk.labels == [["1 高血圧"], ["2 糖尿病"], ["コードを見る"], ["‹ 戻る"]]
    talk.taps("1 高血圧")
    assert talk.lines[0] == "<b>高血圧（CC 74・1単位）</b>"


def test_in_english(talk: Talk) -> None:
    talk.language = "en"
    talk.says("見本 一郎 74")
    assert talk.lines[0] == "<b>高血圧 (CC 74, 1 credit)</b>"
    talk.says("高血圧")
    assert talk.lines[:2] == ["<b>Search: 高血圧</b>", "2 courses found."]
    assert talk.lines[-2] == "Chapter 1: 合併症：高血圧など"


def test_nothing_found_says_what_can_be_searched(talk: Talk) -> None:
    talk.says("<b>脂質</b>")
    assert talk.lines[:2] == [
        "<b>検索　&lt;b&gt;脂質&lt;/b&gt;</b>",
        "「&lt;b&gt;脂質&lt;/b&gt;」に近いものは見つかりませんでした。",
    ]
    assert talk.lines[-1] == "別の言葉で検索するか、下のボタンからお探しください。"
    assert ["今後の研修会を見る"] in talk.labels


@pytest.mark.parametrize("said", ["77", "骨粗鬆症"])
def test_a_code_without_content_is_named(talk: Talk, said: str) -> None:
    talk.says(said)
    assert "CC 77「骨粗鬆症」には、現在コンテンツがありません。" in talk.lines


@pytest.mark.parametrize("said", ["/search", "/search　", "\u200b"])
def test_no_word_at_all_asks_for_one(talk: Talk, said: str) -> None:
    talk.says(said)
    assert talk.lines[0] == "<b>検索語を入力してください</b>"


@pytest.mark.parametrize("length", [SHOWN, SHOWN + 1, LONGEST, LONGEST + 1, 10_000])
def test_a_long_text_is_repeated_in_part(talk: Talk, length: int) -> None:
    talk.says("ぬ" * length)
    said = "ぬ" * SHOWN + "…" * (length > SHOWN)
    assert talk.lines[:2] == [f"<b>検索　{said}</b>", f"「{said}」に近いものは見つかりませんでした。"]


def _many(talk: Talk, count: int, title: str = "題") -> None:
    with talk.sessions.begin() as session:
        for number in range(count):
            samples.publish(session, samples.course(f"many-{number:02}", f"{title}{number:02}", 10), talk.now)


@pytest.mark.parametrize(("count", "pages"), [(7, 1), (8, 2)])
def test_pages_turn_with_the_words_in_the_button(talk: Talk, count: int, pages: int) -> None:
    _many(talk, count)  # and the 題 of infection
    talk.says("題")
    talk.taps(f"もっと見る（あと{count - 2}件）")
    assert ([f"1 / {pages}", "›"] in talk.labels) is (pages > 1)
    if pages > 1:
        talk.taps("›")
        assert talk.lines[0] == "<b>検索　題</b>"
        assert talk.labels[0][0].startswith("9 ")
        talk.taps("‹")
        assert talk.labels[0][0].startswith("1 ")


@pytest.mark.parametrize(("text", "carried"), [("講" * 16, True), ("講" * 17, False), ("講:", False)])
def test_words_that_no_button_can_carry(talk: Talk, text: str, carried: bool) -> None:
    _many(talk, 10, title="講" * 20)
    talk.says(text)
    assert "10件の講座" in talk.screen.text
    assert (["もっと見る（あと7件）"] in talk.labels) is carried
    if carried:
        talk.taps("もっと見る（あと7件）")
        assert ["1 / 2", "›"] in talk.labels
        assert len(talk.taps("1 / 2").rows) == 2
    assert ("ほかに2件あります" in talk.screen.text) is not carried


@pytest.mark.parametrize("text", ["", "無い", "a\nb", "あ" * 10])
def test_forged_words_are_a_search_like_any(talk: Talk, text: str) -> None:
    assert talk.presses(TurnFound(-7, text)).text


def test_somebody_who_is_not_logged_in_finds_courses(talk: Talk) -> None:
    talk.member = None
    for said in ("高血圧", "/search 高血圧"):
        talk.says(said)
        assert talk.lines[1] == "2件の講座が見つかりました。"
        assert "未受講" not in talk.screen.text
        assert talk.labels == [["1 高血圧"], ["2 糖尿病"], ["コードを見る"], ["ログインする"], ["‹ 戻る"]]
    talk.says("糖尿病")
    assert talk.labels == [["ログインする"], ["コードを見る"], ["‹ 戻る"]]
    talk.says("高決圧")
    assert talk.labels == [["1 高血圧"], ["2 74 高血圧症"], ["コードを見る"], ["ログインする"], ["‹ 戻る"]]


@pytest.mark.parametrize("said", ["720204", "Kj7f-Qw2p9", "K7MP3XQ2"])
def test_what_may_be_a_password_is_not_looked_for(talk: Talk, said: str) -> None:
    talk.member = None
    with pytest.raises(NotLoggedIn):
        talk.says(said)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("こうけつあつ", "<b>高血圧（CC 74・1単位）</b>"),
        ("ｺｳｹﾂｱﾂ", "<b>高血圧（CC 74・1単位）</b>"),
        ("とうにょう", "<b>糖尿病（CC 76・1単位）</b>"),
        ("糖尿病について教えて", "<b>糖尿病（CC 76・1単位）</b>"),
        ("tell me about diabetes", "<b>糖尿病（CC 76・1単位）</b>"),
        ("高血壓", "1 高血圧（CC 74・1単位）"),
    ],
)
def test_by_reading_and_in_a_phrase(talk: Talk, said: str, first: str) -> None:
    talk.says(said)
    assert first in talk.lines


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("高決圧", [["1 高血圧"], ["2 74 高血圧症"]]),
        ("hypertention", [["1 高血圧"], ["2 74 高血圧症"]]),
    ],
)
def test_a_slip_is_offered_what_is_near(talk: Talk, said: str, offered: list[list[str]]) -> None:
    talk.says(said)
    assert f"「{said}」に一致するものはありません。" in talk.lines[1]
    assert talk.labels[: len(offered)] == offered
    talk.taps(offered[0][0])


def test_a_slip_of_a_code_without_courses_names_it(talk: Talk) -> None:
    talk.says("骨組鬆症")
    assert "CC 77「骨粗鬆症」には、現在コンテンツがありません。" in talk.lines


@pytest.mark.parametrize(("said", "coded"), [("Kj7f-Qw2p9", False), ("K7MP3XQ2", True), ("headache", False)])
def test_what_has_the_form_of_a_code_is_not_repeated(talk: Talk, said: str, coded: bool) -> None:
    screen = talk.says(said)
    assert screen.hides is coded
    assert (said not in screen.text) is coded
