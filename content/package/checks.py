"""Finds contradictions between the parts of one course.

The checks read the plain document without its ill-formed values (they are None, or their key is missing), so that a
fault of shape hides no other fault.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from content.package import reasons
from content.package.faults import Loc, Troubles
from content.package.schema import QUESTION_TEXT, seconds_of

Plain = dict[str, Any]


def check(course: Plain, folder: str) -> Troubles:
    """Every contradiction in a course. `folder` is the name of its package's folder."""
    yield from _identity(course, folder)
    yield from _numbers(course, "chapters")
    yield from _videos(course)
    yield from check_questions(course)
    for loc, question in parts(course, "questions"):
        yield from _review(loc, question, course)


def check_questions(document: Plain) -> Troubles:
    """Every contradiction within the questions: in their numbers, their choices and their right answers."""
    yield from _numbers(document, "questions")
    for loc, question in parts(document, "questions"):
        yield from _choices(loc, question)
        yield from _right(loc, question)


def without(root: Any, locs: Sequence[Loc]) -> Any:
    """The document with None in all these places. A place that does not exist is skipped."""
    for loc in locs:
        if not loc:
            return {}
        inner = root
        for key in loc[:-1]:
            inner = _at(inner, key)
        if _at(inner, loc[-1]) is not None:
            inner[loc[-1]] = None
    return root if isinstance(root, dict) else {}


def _at(part: Any, key: str | int) -> Any:
    if isinstance(part, dict) and isinstance(key, str):
        return part.get(key)
    if isinstance(part, list) and isinstance(key, int) and key < len(part):
        return part[key]
    return None


def parts(course: Plain, name: str) -> Iterator[tuple[Loc, Plain]]:
    """The parts under this name (such as chapters) that are mappings, each with its place."""
    for index, part in enumerate(course.get(name) or []):
        if isinstance(part, dict):
            yield (name, index), part


def _identity(course: Plain, folder: str) -> Troubles:
    slug = course.get("slug")
    if slug is not None and slug != folder:
        yield ("slug",), reasons.slug_is_folder(slug, folder)
    if course.get("kind") == "cooperation" and course.get("common_lecture") is not None:
        yield ("common_lecture",), reasons.COMMON_FOR_LECTURES


def _numbers(course: Plain, name: str) -> Troubles:
    for due, (loc, part) in enumerate(parts(course, name), start=1):
        found = part.get("number")
        if found is not None and found != due:
            yield (*loc, "number"), reasons.numbers(found, due)


def _videos(course: Plain) -> Troubles:
    first: dict[str, Any] = {}
    for loc, chapter in parts(course, "chapters"):
        for index, source in enumerate(chapter.get("videos") or []):
            if source is not None and source in first:
                yield (*loc, "videos", index), reasons.same_video(first[source])
            first.setdefault(source, chapter.get("number") or "another")


def _choices(loc: Loc, question: Plain) -> Troubles:
    choices = question.get("choices") or []
    first: dict[str, int] = {}
    for index, choice in enumerate(choices):
        if choice is None:
            continue
        # choices that differ only in width, case or spaces look the same to a reader
        said = "".join(unicodedata.normalize("NFKC", choice).casefold().split())
        if said in first:
            yield (*loc, "choices", index), reasons.same_choice(first[said])
        first.setdefault(said, index + 1)
    length = len(question.get("text") or "") + sum(len(choice or "") for choice in choices)
    if length > QUESTION_TEXT:
        yield (*loc, "text"), reasons.too_much_text(length, QUESTION_TEXT)


def _right(loc: Loc, question: Plain) -> Troubles:
    choices, right = question.get("choices"), question.get("right")
    if right is None:
        return
    if not right:
        yield (*loc, "right"), reasons.NO_RIGHT_ANSWER
    for index, number in enumerate(right):
        if number is not None and choices and number > len(choices):
            yield (*loc, "right", index), reasons.no_choice(number, len(choices))
        elif number is not None and number in right[:index]:
            yield (*loc, "right", index), reasons.RIGHT_TWICE
    if choices and set(right) >= set(range(1, len(choices) + 1)):
        yield (*loc, "right"), reasons.ALL_RIGHT


def _review(loc: Loc, question: Plain, course: Plain) -> Troubles:
    review = question.get("review") or {}
    wanted, second = review.get("chapter"), review.get("second")
    chapters = course.get("chapters") or []
    if wanted is None or not chapters:
        return
    if wanted > len(chapters):
        yield (*loc, "review", "chapter"), reasons.no_chapter(wanted, len(chapters))
        return
    length = (chapters[wanted - 1] or {}).get("length")
    if length is None or second is None:
        return
    if seconds_of(second) >= seconds_of(length):
        yield (*loc, "review", "second"), reasons.no_second(seconds_of(second), seconds_of(length), wanted)
