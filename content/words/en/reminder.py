from collections.abc import Sequence
from datetime import datetime

from content.rules import Rules
from content.values import Reminder
from content.words.en import common as forms

_KINDS = {
    Reminder.COURSE: "unfinished courses",
    Reminder.JOURNAL: "journal answers not yet submitted",
    Reminder.DECLARATION: "draft declarations",
    Reminder.YEAR_END: "what is missing before the fiscal year ends",
    Reminder.FALLING: "credits that drop out of the period",
    Reminder.NEW_COURSES: "new courses in codes you lack",
    Reminder.TRAINING: "trainings you chose",
    Reminder.PLAN: "your monthly plan",
}

SHORT = {
    Reminder.COURSE: "course",
    Reminder.JOURNAL: "journal",
    Reminder.DECLARATION: "draft",
    Reminder.YEAR_END: "year-end",
    Reminder.FALLING: "drop-out",
    Reminder.NEW_COURSES: "weekly",
    Reminder.TRAINING: "training",
    Reminder.PLAN: "plan",
}
"""The kinds as buttons name them."""


def title() -> str:
    return "You have an unfinished course"


def unfinished(title: str) -> str:
    return f"“{title}” is not finished. Your progress is saved."


def left(chapters: tuple[int, ...]) -> str:
    if not chapters:
        return "Only the self-assessment is left."
    return "Still to watch: chapter " + ", ".join(str(number) for number in chapters)


def go_on() -> str:
    return "Continue the course"


def to_course() -> str:
    return "See the course"


def no_more() -> str:
    return "Stop reminding me"


def snooze() -> str:
    return "Again tomorrow"


def snoozed(at: datetime) -> str:
    return f"You will be reminded again on {forms.moment(at)}, unless it is done by then."


def to_why() -> str:
    return "Why this?"


def reason(kind: Reminder, rules: Rules) -> str:
    return {
        Reminder.COURSE: f"you began a course and have not watched it for {rules.reminder_after_days} days or more",
        Reminder.JOURNAL: "you began to answer an issue of the journal, have not submitted it, and it closes soon",
        Reminder.DECLARATION: "you have drafts about the last fiscal year that are not submitted",
        Reminder.YEAR_END: "the fiscal year ends soon and you have not reached 60",
        Reminder.FALLING: "some of your credits drop out of the period on 1 April",
        Reminder.NEW_COURSES: "courses in codes you have not earned were published in the last week",
        Reminder.TRAINING: "a training that you asked to be reminded of is near",
        Reminder.PLAN: "you have set a plan, and we tell you once a month where it stands",
    }[kind]


def why(kind: Reminder, rules: Rules) -> str:
    return f"This came because {reason(kind, rules)}. You can turn it off in /settings."


def several(number: int) -> str:
    return f"You have {number} reminders"


def numbered(place: int, label: str) -> str:
    return f"{place}. {label}"


def to_reasons() -> str:
    return "Why, and stop"


def reasons_title() -> str:
    return "Why these reminders came"


def no_more_of(kind: Reminder) -> str:
    return f"Stop {SHORT[kind]} reminders"


def kind(kind: Reminder) -> str:
    return _KINDS[kind]


def stopped(kinds: Sequence[Reminder]) -> str:
    if len(kinds) == len(Reminder):
        return "You will not be reminded of anything any more. You can turn reminders on again in /settings."
    which = ", ".join(_KINDS[one] for one in kinds)
    rest = "Other reminders will still come."
    return f"You will not be reminded of: {which}. {rest} You can turn reminders on again in /settings."
