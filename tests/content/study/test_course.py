"""A course as a document, there and back."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.study.course import (
    Chapter,
    CommonLecture,
    Course,
    Kind,
    Question,
    Retake,
    Review,
    Supervisor,
    Video,
    from_document,
    to_document,
)

NUMBERS = st.integers(min_value=0, max_value=10_000)
VIDEOS = st.builds(Video, st.text(), st.sampled_from(["video/mp4", "video/webm"]), st.text(), NUMBERS)
CHAPTERS = st.builds(Chapter, NUMBERS, st.text(), st.lists(VIDEOS, max_size=2).map(tuple), NUMBERS, st.text())
QUESTIONS = st.builds(
    Question,
    NUMBERS,
    st.text(),
    st.lists(st.text(), max_size=5).map(tuple),
    st.frozensets(NUMBERS, max_size=3),
    st.text(),
    st.builds(Review, NUMBERS, NUMBERS),
)
COURSES = st.builds(
    Course,
    slug=st.text(),
    title=st.text(),
    code=NUMBERS,
    kind=st.sampled_from(Kind),
    half_units=NUMBERS,
    sample=st.booleans(),
    planning=st.text(),
    supervisors=st.lists(st.builds(Supervisor, st.text(), st.text()), max_size=2).map(tuple),
    chapters=st.lists(CHAPTERS, max_size=3).map(tuple),
    questions=st.lists(QUESTIONS, max_size=3).map(tuple),
    common_lecture=st.none() | st.builds(CommonLecture, st.text(), NUMBERS),
    retake=st.builds(Retake, st.none() | NUMBERS, NUMBERS),
    title_en=st.sampled_from(["", "Asthma"]),
    reading=st.sampled_from(["", "ぜんそく"]),
)


@given(COURSES)
def test_a_course_survives_its_document(course: Course) -> None:
    written = json.dumps(to_document(course))
    again = from_document(json.loads(written))
    assert again == course
    assert hash(again) == hash(course)
    assert json.dumps(to_document(again)) == written


@given(COURSES)
def test_a_document_has_nothing_beyond_json(course: Course) -> None:
    document = to_document(course)
    assert json.loads(json.dumps(document)) == document
    names = [field.name for field in fields(Course)]
    left_out = [name for name in ("title_en", "reading") if not getattr(course, name)]
    assert list(document) == [name for name in names if name not in left_out], "what is empty of these is left out"


@given(COURSES, CHAPTERS)
def test_a_course_is_as_long_as_its_chapters(course: Course, chapter: Chapter) -> None:
    longer = replace(course, chapters=(*course.chapters, chapter))
    assert longer.seconds == course.seconds + chapter.seconds


@pytest.mark.parametrize(("right", "several"), [({1}, False), ({1, 3}, True), ({2, 3, 4}, True)])
def test_several_right_choices(right: set[int], several: bool) -> None:
    question = Question(1, "", ("a", "b", "c", "d", "e"), frozenset(right), "", Review(1, 0))
    assert question.several is several


@given(COURSES, st.sampled_from(["slug", "kind", "chapters", "retake", "common_lecture"]))
def test_a_document_with_a_hole_is_refused(course: Course, key: str) -> None:
    document = to_document(course)
    del document[key]
    with pytest.raises((KeyError, TypeError)):
        from_document(document)


@given(COURSES)
def test_a_document_of_another_kind_is_refused(course: Course) -> None:
    with pytest.raises(ValueError, match="journal"):
        from_document({**to_document(course), "kind": "journal"})
