"""Many courses at once: reading a folder of packages, the documentation's example, and the courses we ship."""

import re
from importlib import resources
from pathlib import Path

import pytest

from content.package import Fault, read_course, read_programme, reasons
from content.package.schema import (
    ChapterPart,
    CommonLecturePart,
    CoursePart,
    QuestionPart,
    RetakePart,
    ReviewPart,
    SupervisorPart,
)
from content.study.course import Course, Kind
from tests import films
from tests.content.packages import SOUND, write

SHIPPED = Path(str(resources.files("content"))) / "courses"


def test_a_folder_without_a_course(tmp_path: Path) -> None:
    missing = (Fault(Path("course.yaml"), 1, reasons.NO_COURSE),)
    assert read_course(tmp_path) == (None, missing)
    assert read_programme(tmp_path) == ((), missing)
    assert read_programme(tmp_path / "nowhere") == ((), missing)


def test_a_programme_of_many(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, SOUND.replace("slug: asthma", "slug: wheeze").replace("right: [2]", "right: []"), slug="wheeze")
    courses, faults = read_programme(tmp_path)
    assert [course.slug for course in courses] == ["asthma"]
    assert faults == (Fault(Path("wheeze/course.yaml"), 30, reasons.NO_RIGHT_ANSWER),)
    assert str(faults[0]) == "wheeze/course.yaml:30: the question has no right answer"


@pytest.mark.parametrize("path", ["asthma", "asthma/course.yaml"])
def test_a_programme_of_one(path: str, tmp_path: Path) -> None:
    write(tmp_path)
    courses, faults = read_programme(tmp_path / path)
    assert [course.slug for course in courses] == ["asthma"]
    assert faults == ()


def test_one_slug_for_two_courses(tmp_path: Path) -> None:
    write(tmp_path / "a", SOUND.replace("right: [2]", "right: []"))
    write(tmp_path / "b")
    courses, faults = read_programme(tmp_path)
    assert courses == ()
    assert faults == (
        Fault(Path("a/asthma/course.yaml"), 30, reasons.NO_RIGHT_ANSWER),
        Fault(Path("b/asthma/course.yaml"), 2, reasons.slug_twice("asthma", Path("a/asthma/course.yaml"))),
    )


def test_the_readme_shows_a_sound_course(tmp_path: Path) -> None:
    readme = resources.files("content").joinpath("README.md").read_text(encoding="utf-8")
    example = readme.split("```yaml\n")[1].split("```")[0]
    package = write(tmp_path, example)
    (package / "chapter1.mp4").write_bytes(films.mp4(605))
    (package / "chapter1.webm").write_bytes(films.webm(605.9))
    course, faults = read_course(package)
    assert faults == ()
    assert course is not None
    assert course.seconds == 605 + 485


def test_the_readme_names_every_key() -> None:
    readme = resources.files("content").joinpath("README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)`", readme))
    models = (CoursePart, SupervisorPart, CommonLecturePart, RetakePart, ChapterPart, QuestionPart, ReviewPart)
    assert not {key for model in models for key in model.model_fields} - named


@pytest.fixture(scope="module")
def shipped() -> dict[str, Course]:
    courses, faults = read_programme(SHIPPED)
    assert faults == ()
    assert courses, "what looks at each of none sees nothing"
    return {course.slug: course for course in courses}


def test_the_programme_fills_both_views(shipped: dict[str, Course]) -> None:
    codes = [course.code for course in shipped.values()]
    assert len(codes) >= 6
    assert len(set(codes)) == len(codes)
    assert {course.kind for course in shipped.values()} == set(Kind)
    assert {course.common_lecture.category for course in shipped.values() if course.common_lecture} == {
        "必修講習A 医療安全",
        "必修講習A 感染対策",
    }


def test_everything_is_marked_as_a_sample(shipped: dict[str, Course]) -> None:
    for course in shipped.values():
        assert course.sample
        assert course.planning.startswith("見本")
        assert all(one.name.startswith("見本 ") and one.post.startswith("見本") for one in course.supervisors)


def test_the_guides_course(shipped: dict[str, Course]) -> None:
    course = shipped["hypertension"]
    assert (course.title, course.code, course.kind, course.half_units) == ("高血圧", 74, Kind.LECTURE, 2)
    assert [chapter.title for chapter in course.chapters] == [
        "なぜ高血圧について学ばなければならないのか",
        "高血圧管理・治療ガイドライン2025",
        "血圧測定と高血圧の診断",
        "高血圧の管理計画",
        "高血圧管理の向上に向けた取り組みと今後の展望",
    ]
    assert [video.mime for video in course.chapters[0].videos] == ["video/mp4", "video/webm"]


def test_the_questions_follow_one_custom(shipped: dict[str, Course]) -> None:
    for course in shipped.values():
        assert len(course.questions) == 5
        assert len({question.review.chapter for question in course.questions}) == len(course.chapters)
        for question in course.questions:
            assert len(question.choices) == 5
            assert question.several == ("2つ選べ" in question.text)
            assert len(question.right) <= 2
            assert 2 <= question.explanation.count("。") <= 4
            assert not re.search(r"[^ -~] [^ -~]", question.explanation)
        firsts = {min(question.right) for question in course.questions}
        assert len(firsts) >= 3, "the right choice is not to stand in one place"


def test_the_clips_are_short_and_small(shipped: dict[str, Course]) -> None:
    clips = [
        (SHIPPED / course.slug / video.source, video)
        for course in shipped.values()
        for chapter in course.chapters
        for video in chapter.videos
    ]
    assert all(6 <= video.seconds <= 9 for _, video in clips)
    assert max(path.stat().st_size for path, _ in clips) < 80_000
    assert sum(path.stat().st_size for path, _ in clips) < 2_500_000
    assert len({video.sha256 for _, video in clips}) == len(clips)


def test_a_clip_begins_to_play_before_it_is_loaded(shipped: dict[str, Course]) -> None:
    for course in shipped.values():
        for chapter in course.chapters:
            film = (SHIPPED / course.slug / chapter.videos[0].source).read_bytes()
            assert film.index(b"moov") < film.index(b"mdat")


def test_the_samples_teach_what_holds_now(shipped: dict[str, Course]) -> None:
    """The figures and texts that a guideline or a law has fixed, and the choices that are right by them."""
    said = {
        (slug, question.number): (
            question.text,
            [question.choices[n - 1] for n in question.right],
            question.explanation,
        )
        for slug, course in shipped.items()
        for question in course.questions
    }
    for (slug, number), right, told in (
        (
            ("hypertension", 2),
            ["140/90mmHg以上"],
            ("高血圧管理・治療ガイドライン2025", "130/80mmHg未満", "125/75mmHg未満"),
        ),
        (
            ("dyslipidemia", 1),
            ["LDLコレステロール 150mg/dL", "HDLコレステロール 35mg/dL"],
            ("175mg/dL以上（随時採血）",),
        ),
        (("dyslipidemia", 2), ["アキレス腱の肥厚"], ("皮膚結節性黄色腫", "第一度近親者", "2項目以上")),
        (
            ("dyslipidemia", 4),
            ["100mg/dL未満"],
            ("急性冠症候群の合併なし", "アテローム血栓性脳梗塞", "4病態", "70mg/dL未満"),
        ),
        (("diabetes", 2), ["7.0%未満"], ("65歳未満の成人",)),
        (("home-care", 5), None, ("24時間以内", "情報通信機器")),
        (("infection-control", 5), None, ("抗微生物薬適正使用の手引き",)),
        (("medical-safety", 5), ["医療事故調査・支援センター"], ("あらかじめ遺族に説明", "医療法第6条の10第2項")),
    ):
        text, chosen, explanation = said[slug, number]
        assert right is None or chosen == right
        assert all(one in text + explanation for one in told), (slug, number)
