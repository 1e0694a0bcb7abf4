"""The card of a course, from the first chapter to the credit."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from content.refusals import NoSuchCourse, NotLoggedIn
from content.rules import Rulebook, Rules
from content.study.course import CommonLecture
from handlers.presses.study.course import OpenCourse, TurnChapters
from handlers.presses.study.quiz import Begin
from handlers.screens.screen import Button
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from tests import samples
from tests.addresses import HttpsLinks
from tests.samples import chapter
from tests.student import Student
from tests.talk import Talk

HYPERTENSION = samples.course(
    chapters=(
        chapter(1, "なぜ高血圧について学ばなければならないのか", seconds=605),
        chapter(2, "高血圧治療ガイドライン", seconds=480),
        chapter(3, "血圧測定と高血圧の診断", seconds=203),
        chapter(4, "高血圧の管理計画", seconds=478),
        chapter(5, "高血圧管理の向上に向けた取り組みと今後の展望", seconds=1035),
    ),
    sample=True,
)
ANY_ORDER = Rulebook([(date.min, Rules(version="test", test_requires_all_videos=False))])


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    one = Student(sessions, house, now)
    one.given(HYPERTENSION)
    return one


def test_the_card_of_the_guide(student: Student) -> None:
    student.watches(1)
    student.watches_some(2, 190)
    assert student.sees() == [
        "<b>高血圧（CC 74・1単位）</b>",
        "見本　生涯教育講座　企画：見本委員会　総監修：見本 一郎",
        "",
        "✅ 第1章 なぜ高血圧について学ばなければならないのか　受講済　10分5秒",
        "▶️ 第2章 高血圧治療ガイドライン　3分10秒 / 8分",
        "⬜ 第3章 血圧測定と高血圧の診断　3分23秒",
        "⬜ 第4章 高血圧の管理計画　7分58秒",
        "⬜ 第5章 高血圧管理の向上に向けた取り組みと今後の展望　17分15秒",
        "",
        "🔒 テストは、あと4章の受講で受けられます。",
    ]
    assert student.talk.labels == [
        ["▶ 第2章の続きを見る"],
        ["第3章", "第4章", "第5章"],
        ["取得単位を見る", "コードを見る"],
        ["同僚に知らせる"],
        ["‹ 戻る"],
    ]
    assert student.talk.screen.subject == f"course:{student.listed.id}"


def test_the_card_in_english(student: Student) -> None:
    student.talk.language = "en"
    student.watches(1)
    student.watches_some(2, 190)
    lines = student.sees()
    assert lines[0] == "<b>高血圧 (CC 74, 1 credit)</b>"
    assert lines[1] == "Association course (sample). Planning: 見本委員会. Supervisor: 見本 一郎"
    assert lines[4] == "▶️ Chapter 2: 高血圧治療ガイドライン, 3 min 10 s of 8 min"
    assert lines[-1] == "🔒 The test opens after 4 more chapters."
    student.watches(2, 3, 4)
    assert student.sees()[-1] == "🔒 The test opens after 1 more chapter."


def test_each_chapter_leads_to_its_own_film(student: Student) -> None:
    student.sees()
    addresses = {one.label: one.url for one in student.talk.buttons if "章" in one.label}
    base = f"http://127.0.0.1:8080/watch/{student.id}-"
    assert addresses == {"▶ 第1章を見る": f"{base}{student.listed.films[1]}"} | {
        f"第{number}章": f"{base}{student.listed.films[number]}" for number in (2, 3, 4, 5)
    }


def test_a_chapter_begun_is_the_likely_next(student: Student) -> None:
    student.watches(1)
    student.watches_some(4, 1)
    student.sees()
    assert student.talk.labels[:2] == [["▶ 第4章の続きを見る"], ["第2章", "第3章", "第5章"]]


def test_the_last_chapter_opens_the_test(student: Student) -> None:
    student.watches(1, 2, 3, 4)
    assert student.sees()[-1] == "🔒 テストは、あと1章の受講で受けられます。"
    assert student.talk.labels[:2] == [["▶ 第5章を見る"], ["取得単位を見る", "コードを見る"]]
    student.watches(5)
    assert student.sees()[-1] == "⬜ テストを受けられます。5問中4問以上の正解（80%）で合格です。"
    assert student.talk.labels[0] == ["テストを受ける"]
    assert student.talk.labels[1:3] == [["第1章", "第2章", "第3章"], ["第4章", "第5章"]]


def test_a_test_under_way_is_gone_on_with(student: Student) -> None:
    student.watches(1, 2, 3, 4, 5)
    student.sits("open")
    assert student.sees()[-1] == "▶️ テストの途中です。解答は保存されています。"
    assert student.talk.labels[0] == ["テストを続ける"]


def test_after_a_failed_test_it_can_be_taken_again(student: Student) -> None:
    student.watches(1, 2, 3, 4, 5)
    student.sits("failed")
    student.sees()
    assert student.talk.labels[0] == ["テストを受ける"]


def test_credited_there_is_a_date_and_no_test(student: Student) -> None:
    student.watches(1, 2, 3, 4, 5)
    student.sits("passed")
    assert student.sees()[-1] == "✅ 2026年11月22日（日）に1単位を取得しました。"
    assert ["テストを受ける"] not in student.talk.labels
    assert student.talk.labels[:3] == [["第1章", "第2章", "第3章"], ["第4章", "第5章"], ["テストを復習する"]]
    assert student.talk.buttons[5].press == Begin(student.listed.id)


def test_a_test_begun_again_after_the_credit_can_be_gone_on_with(student: Student) -> None:
    student.watches(1, 2, 3, 4, 5)
    student.sits("passed")
    student.sits("open", number=2)
    assert student.sees()[-1] == "✅ 2026年11月22日（日）に1単位を取得しました。"
    assert student.talk.labels[0] == ["テストを続ける"]
    assert ["テストを復習する"] not in student.talk.labels


def test_reversed_the_test_stays_passed(student: Student) -> None:
    student.watches(1, 2, 3, 4, 5)
    student.sits("passed")
    student.loses("hypertension")
    assert student.sees()[-1] == "✅ 2026年11月22日（日）にテストに合格しました。"


def test_where_the_test_needs_no_chapters(sessions: Sessions, house: House, now: datetime) -> None:
    student = Student(sessions, replace(house, rulebook=ANY_ORDER), now)
    student.given(HYPERTENSION)
    student.watches(1, 2, 3)
    assert student.sees()[-1] == "⬜ テストを受けられます。5問中4問以上の正解（80%）で合格です。"
    assert student.talk.labels[:3] == [["▶ 第4章を見る"], ["第5章"], ["テストを受ける"]]
    student.sits("passed")
    line = "✅ 2026年11月22日（日）にテストに合格しました。あと2章の受講で単位を取得できます。"
    assert student.sees()[-1] == line
    assert student.talk.labels[:2] == [["▶ 第4章を見る"], ["第5章"]]


def test_an_account_that_can_not_earn_is_told_before_the_chapters(
    sessions: Sessions, house: House, now: datetime
) -> None:
    student = Student(sessions, house, now, can_earn=False)
    student.given(HYPERTENSION)
    lines = student.sees()
    assert lines.index("⚠️ このユーザーIDでは、単位の取得ができません。") == 1
    student.watches(1, 2, 3, 4, 5)
    student.sits("passed")
    assert student.sees()[-1] == "✅ 2026年11月22日（日）にテストに合格しました。"


def test_common_lecture_post_and_a_course_that_is_no_sample(student: Student) -> None:
    common = CommonLecture("必修講習A 感染対策", 2)
    student.given(samples.course("eight", "感染", 8, common=common, post="見本病院 部長", sample=False))
    assert student.sees()[:3] == [
        "<b>感染（CC 8・1単位）</b>",
        "生涯教育講座　企画：見本委員会　総監修：見本 一郎（見本病院 部長）",
        "専門医共通講習（必修講習A 感染対策 1単位）",
    ]


def test_inside_telegram_the_browser_is_offered_too(sessions: Sessions, house: House, now: datetime) -> None:
    student = Student(sessions, replace(house, links=HttpsLinks()), now)
    student.given(HYPERTENSION)
    student.watches(1)
    student.sees()
    address = f"https://tani.example/watch/{student.listed.films[2]}"
    assert student.talk.buttons[0] == Button("▶ 第2章を見る", mini_app=address)
    assert Button("ブラウザで開く", url=address) in student.talk.buttons
    assert all(button.mini_app for row in student.talk.screen.rows[:2] for button in row)


@pytest.mark.parametrize(("chapters", "pages"), [(8, 1), (9, 2), (30, 4)])
def test_a_course_of_many_chapters_is_paged(student: Student, chapters: int, pages: int) -> None:
    student.given(samples.course("long", chapters=[chapter(number) for number in range(1, chapters + 1)]))
    lines = student.sees()
    assert sum(line.startswith("⬜ 第") for line in lines) == min(chapters, 8)
    assert ([f"1 / {pages}", "›"] in student.talk.labels) is (pages > 1)
    if pages > 1:
        student.watches(*range(1, 9))
        student.sees()
        assert student.talk.labels[0] == ["▶ 第9章を見る"]
        assert any(line.startswith("⬜ 第9章") for line in student.talk.lines)
        student.talk.taps("‹")
        assert student.talk.lines[3].startswith("✅ 第1章")
        assert student.talk.labels[0] == ["▶ 第9章を見る"]


@pytest.mark.parametrize("page", [-5, 0, 99])
def test_a_forged_page_of_chapters_is_the_nearest(student: Student, page: int) -> None:
    before = student.sees()
    assert student.talk.presses(TurnChapters(student.listed.id, page)).text.split("\n") == before


def test_a_course_that_is_none(student: Student) -> None:
    with pytest.raises(NoSuchCourse):
        student.talk.presses(OpenCourse(999_999))


def test_a_stranger_takes_no_course(student: Student) -> None:
    """Its card can be read; neither films nor questions are behind it."""
    student.talk.member = None
    student.sees()
    assert student.talk.labels == [["ログインする"], ["コードを見る"], ["‹ 戻る"]]
    with pytest.raises(NotLoggedIn):
        student.talk.presses(Begin(student.listed.id))


def test_another_members_studying_is_his(student: Student, house: House) -> None:
    student.watches(1, 2)
    with student.sessions.begin() as session:
        other = samples.member(session, student.now, no="1000000002")
    talk = Talk(student.sessions, house, student.now + timedelta(days=1), Caller(other, can_earn=True))
    talk.presses(OpenCourse(student.listed.id))
    assert "第1章" in talk.screen.text
    assert "✅" not in talk.screen.text
