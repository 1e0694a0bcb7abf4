from datetime import date

from content.rules import MORNING_HOUR, Rules
from content.values import Reminder
from content.words.en import reminder as reminders

_SHORT = {Reminder.COURSE: "course", Reminder.JOURNAL: "journal", Reminder.DECLARATION: "draft"}


def title() -> str:
    return "Settings"


def language() -> str:
    return "Language: English"


def reminder(kind: Reminder, wanted: bool, rules: Rules) -> str:
    named = f"Reminders of {reminders.kind(kind)}"
    return f"{named}: on ({_when(kind, rules)})" if wanted else f"{named}: off"


def account(name: str) -> str:
    return f"Logged in as {name}"


def no_account() -> str:
    return "Not logged in"


def other_language() -> str:
    return "日本語"


def language_changed() -> str:
    return "Changed to English."


def to_remind(kind: Reminder, wanted: bool) -> str:
    return f"Turn {'on' if wanted else 'off'} {_SHORT[kind]} reminders"


def reminders_changed(kind: Reminder, wanted: bool) -> str:
    return f"Reminders of {reminders.kind(kind)} are {'on' if wanted else 'off'}."


def to_privacy() -> str:
    return "See privacy"


def to_logout() -> str:
    return "Log out"


def _when(kind: Reminder, rules: Rules) -> str:
    """The times of the rules, all in Japan."""
    month, day = rules.declared_reminder
    return {
        Reminder.COURSE: f"once, {rules.reminder_after_days} days after you last watched, at {MORNING_HOUR}:00",
        Reminder.JOURNAL: f"once, the evening before the deadline, at {rules.journal_reminder_hour}:00",
        Reminder.DECLARATION: f"once a year, on {date(2000, month, day):%-d %B}",
    }[kind]
