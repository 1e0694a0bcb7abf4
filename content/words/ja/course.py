from datetime import date

from content.study.course import CommonLecture, Course
from content.words.ja import browse
from content.words.ja import common as forms


def title(title: str, code: int, half_units: int) -> str:
    return f"{title}（CC {code}・{forms.credits(half_units)}）"


def about(course: Course) -> str:
    names = "、".join(
        f"{supervisor.name}（{supervisor.post}）" if supervisor.post else supervisor.name
        for supervisor in course.supervisors
    )
    parts = [browse.kind(course.kind), f"企画：{course.planning}", f"総監修：{names}"]
    return "　".join([*[forms.sample()] * course.sample, *parts])


def common_lecture(common: CommonLecture) -> str:
    return browse.common_lecture(common)


def cannot_earn() -> str:
    return "このユーザーIDでは、単位の取得ができません。"


def chapter(number: int, title: str, seconds: int) -> str:
    return f"第{number}章 {title}　{forms.length(seconds)}"


def chapter_done(number: int, title: str, seconds: int) -> str:
    return f"第{number}章 {title}　受講済　{forms.length(seconds)}"


def chapter_begun(number: int, title: str, watched: int, seconds: int) -> str:
    return f"第{number}章 {title}　{forms.length(watched)} / {forms.length(seconds)}"


def test_locked(missing: int) -> str:
    return f"🔒 テストは、あと{missing}章の受講で受けられます。"


def test_open(asked: int, needed: int, pass_pct: int) -> str:
    return f"⬜ テストを受けられます。{asked}問中{needed}問以上の正解（{pass_pct}%）で合格です。"


def test_under_way() -> str:
    return "▶️ テストの途中です。解答は保存されています。"


def test_passed(day: date) -> str:
    return f"✅ {forms.day(day)}にテストに合格しました。"


def test_passed_early(day: date, missing: int) -> str:
    return f"✅ {forms.day(day)}にテストに合格しました。あと{missing}章の受講で単位を取得できます。"


def credited(day: date, half_units: int) -> str:
    return f"✅ {forms.day(day)}に{forms.credits(half_units)}を取得しました。"


def brought(day: date, title: str) -> str:
    return (
        f"✅ この単位は、これまでの記録（MAMIS）から移行した「{title}」（{forms.day(day)}取得）として登録済みです。"
        "修了されても、単位は追加されません。"
    )


def may_be_brought(day: date, title: str) -> str:
    return (
        f"⚠️ これまでの記録（MAMIS）から移行した「{title}」（{forms.day(day)}取得）と同じ内容かもしれません。"
        "修了されたときは事務局が確認し、結果を /requests でお知らせします。"
    )


def begin_chapter(number: int) -> str:
    return f"▶ 第{number}章を見る"


def go_on_chapter(number: int) -> str:
    return f"▶ 第{number}章の続きを見る"


def chapter_button(number: int) -> str:
    return f"第{number}章"


def in_browser() -> str:
    return "ブラウザで開く"


def take_test() -> str:
    return "テストを受ける"


def go_on_test() -> str:
    return "テストを続ける"


def practise() -> str:
    return "テストを復習する"
