from collections.abc import Sequence

from content.values import Reminder

_KINDS = {
    Reminder.COURSE: "unfinished courses",
    Reminder.JOURNAL: "journal answers not yet submitted",
    Reminder.DECLARATION: "draft declarations",
}


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


def no_more() -> str:
    return "Stop reminding me"


def kind(kind: Reminder) -> str:
    return _KINDS[kind]


def stopped(kinds: Sequence[Reminder]) -> str:
    which = ", ".join(_KINDS[one] for one in kinds)
    rest = " Other reminders will still come." if len(kinds) < len(Reminder) else ""
    return f"You will not be reminded of: {which}.{rest} You can turn reminders on again in /settings."
