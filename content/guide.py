"""What the questions of the association's guide are about, and how a typed word finds one of them."""

import enum
from collections.abc import Iterable

from content.folding import fold


class Topic(enum.StrEnum):
    """In the order in which a member meets them."""

    LOGIN = "login"
    COURSES = "courses"
    CODES = "codes"
    TEST = "test"
    CREDITS = "credits"
    JOURNAL = "journal"
    TRAININGS = "trainings"
    CERTIFICATE = "certificate"
    COMMON = "common"
    FEES = "fees"
    MAMIS = "mamis"
    RADIO = "radio"


Answers = tuple[tuple[str, str], ...]
"""(question, answer)"""


def find(typed: str, called: Iterable[tuple[Topic, str]]) -> Topic | None:
    """The topic called so; otherwise the one of the longest name that the text holds; otherwise the first whose name
    holds the text (which says nothing if it is a single letter).
    """
    wanted = fold(typed)
    names = [(topic, fold(name)) for topic, name in called]
    holding = [topic for topic, name in names if len(wanted) > 1 and wanted in name]
    held = sorted((len(name), topic) for topic, name in names if name and name in wanted)
    exact = [topic for topic, name in names if name == wanted]
    return next(iter([*exact, *(topic for _, topic in held[-1:]), *holding]), None)
