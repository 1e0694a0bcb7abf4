"""The topics of the questions in the association's guide, and how a typed word finds one of them."""

import enum
from collections.abc import Iterable

from content.text.folding import fold


class Topic(enum.StrEnum):
    """The topics, in the order in which a member meets them."""

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
    """The topic with this name; otherwise the topic whose name stands in the text (the longest such name); otherwise
    the first topic whose name contains the text. A text of one letter says too little for that last way.
    """
    wanted = fold(typed)
    names = [(topic, fold(name)) for topic, name in called]
    holding = [topic for topic, name in names if len(wanted) > 1 and wanted in name]
    held = sorted((len(name), topic) for topic, name in names if name and name in wanted)
    exact = [topic for topic, name in names if name == wanted]
    return next(iter([*exact, *(topic for _, topic in held[-1:]), *holding]), None)
