from datetime import date

from content.study.course import CommonLecture, Course
from content.words.en import browse
from content.words.en import common as forms


def title(title: str, code: int, half_units: int) -> str:
    return f"{title} (CC {code}, {forms.credits(half_units)})"


def about(course: Course) -> str:
    names = ", ".join(
        f"{supervisor.name} ({supervisor.post})" if supervisor.post else supervisor.name
        for supervisor in course.supervisors
    )
    mark = f" ({forms.sample()})" if course.sample else ""
    return f"{browse.kind(course.kind)}{mark}. Planning: {course.planning}. Supervisor: {names}"


def common_lecture(common: CommonLecture) -> str:
    said = browse.common_lecture(common)
    return said[0].upper() + said[1:]


def cannot_earn() -> str:
    return "This user ID can't earn credits."


def chapter(number: int, title: str, seconds: int) -> str:
    return f"Chapter {number}: {title}, {forms.length(seconds)}"


def chapter_done(number: int, title: str, seconds: int) -> str:
    return f"Chapter {number}: {title}, completed, {forms.length(seconds)}"


def chapter_begun(number: int, title: str, watched: int, seconds: int) -> str:
    return f"Chapter {number}: {title}, {forms.length(watched)} of {forms.length(seconds)}"


def test_locked(missing: int) -> str:
    return f"🔒 The test opens after {_more(missing)}."


def test_open(asked: int, needed: int, pass_pct: int) -> str:
    return f"⬜ The test is open. You need {needed} of {asked} correct ({pass_pct}%) to pass."


def test_under_way() -> str:
    return "▶️ You have started the test. Your answers are saved."


def test_passed(day: date) -> str:
    return f"✅ Test passed on {forms.day(day)}."


def test_passed_early(day: date, missing: int) -> str:
    return f"✅ Test passed on {forms.day(day)}. You earn the credit after {_more(missing)}."


def credited(day: date, half_units: int) -> str:
    return f"✅ {forms.credits(half_units)} earned on {forms.day(day)}."


def brought(day: date, title: str) -> str:
    return (
        f"✅ You hold this credit already: it was imported from your former record (MAMIS) as “{title}”, earned on "
        f"{forms.day(day)}. Completing this adds no credit."
    )


def may_be_brought(day: date, title: str) -> str:
    return (
        f"⚠️ This may be the same as “{title}”, earned on {forms.day(day)}, which was imported from your former record "
        "(MAMIS). Once you complete it, staff look into that and tell you in /requests."
    )


def begin_chapter(number: int) -> str:
    return f"▶ Watch chapter {number}"


def go_on_chapter(number: int) -> str:
    return f"▶ Continue chapter {number}"


def chapter_button(number: int) -> str:
    return f"Chapter {number}"


def in_browser() -> str:
    return "Open in the browser"


def take_test() -> str:
    return "Take the test"


def go_on_test() -> str:
    return "Continue the test"


def practise() -> str:
    return "Take it as practice"


def _more(number: int) -> str:
    return f"{number} more chapter{'' if number == 1 else 's'}"
