"""Closed sets of values that rules, records and screens share."""

from enum import StrEnum


class CreditKind(StrEnum):
    """How a credit was earned: the kinds of rows in the ledger.

    生涯教育講座, インターネット生涯教育協力講座, 日医雑誌 問題解答, 研修会 (registered by its organiser), 申告書.
    """

    LECTURE = "lecture"
    COOPERATION = "cooperation"
    JOURNAL = "journal"
    TRAINING = "training"
    DECLARATION = "declaration"


E_LEARNING = frozenset({CreditKind.LECTURE, CreditKind.COOPERATION})
"""日医 e-ラーニング."""

CERTIFIED = E_LEARNING | {CreditKind.TRAINING}
"""What an attendance certificate can show: 日医雑誌問題解答 and 申告書 are never on one (the guide)."""


class CertificatePurpose(StrEnum):
    """What a member asks a certificate for. GENERAL: for no purpose in particular, everything that one can show.

    日医e-ラーニングのみ, 地域包括診療, 向精神薬長期処方, 専門医共通講習.
    """

    GENERAL = "general"
    E_LEARNING = "e_learning"
    CHRONIC = "chronic"
    PSYCHOTROPIC = "psychotropic"
    SPECIALIST = "specialist"


class Reminder(StrEnum):
    """What members are reminded of unasked. Each kind can be switched off by itself."""

    COURSE = "course"  # a course under way
    JOURNAL = "journal"  # answers to the journal that are not submitted
    DECLARATION = "declaration"  # drafts of declarations, in April
    YEAR_END = "year_end"  # what is missing to the goal, before the fiscal year ends
    FALLING = "falling"  # what leaves the goal's window at the end of the fiscal year
    NEW_COURSES = "new_courses"  # the courses of a week in codes that the member lacks
    TRAINING = "training"  # trainings of which the member asked to be reminded
    PLAN = "plan"  # where the member's own plan stands, once a month


class Theme(StrEnum):
    """The palette of a picture."""

    LIGHT = "light"
    DARK = "dark"

    @property
    def other(self) -> "Theme":
        return Theme.DARK if self is Theme.LIGHT else Theme.LIGHT
