from datetime import date, datetime

from content.journal import JournalIssue
from content.operator import Profile
from content.rules import day_of
from content.words.en import common as forms
from content.words.en import desk, goal, journal

_BAR = 6


def title() -> str:
    return "Tan'i (credit)"


def greeting(profile: Profile) -> tuple[str, ...]:
    return (
        "Take Japan Medical Association continuing education courses in this chat: "
        "watch the videos, pass the self-assessment, check your credits and get your certificate.",
        "",
        "For members of the association. Please log in to begin.",
        "",
        f"{_runs(profile)} Anything marked “sample” is for trying the bot out and earns no real credits.",
    )


def to_not_member() -> str:
    return "Not a member?"


def to_help() -> str:
    return "Help"


def home_title(name: str) -> str:
    return name


def bar(halves: int, needed: int, half_units: int) -> str:
    full = min(_BAR, _BAR * halves // needed)
    figures = f"{goal.points(halves)} {goal.of(needed)}, {forms.credits(half_units)} this year"
    return f"{'▓' * full}{'░' * (_BAR - full)}  {figures}"


def choose() -> str:
    return "Please choose a course."


def issue(issue: JournalIssue, answered: int, today: date) -> str:
    name = journal.name(issue.month, forms.titled(issue))
    done = f", {answered} of {len(issue.questions)} answered" if answered else ""
    return f"{name}{done}: due {_left(issue.deadline, today)} ({forms.moment(issue.deadline)})"


def to_issue(issue: JournalIssue, today: date) -> str:
    return f"{journal.month(issue.month)} issue"


def training(title: str, starts_at: datetime, today: date) -> str:
    return f"Training {_day(day_of(starts_at), today)}, {forms.time(starts_at)}: {title}"


def to_training(held_on: date, today: date) -> str:
    return f"Event {_day(held_on, today)}"


def drafts(number: int, until: date) -> str:
    some = "1 draft declaration" if number == 1 else f"{number} draft declarations"
    return f"{some}: submit by {forms.short_day(until)}"


def to_drafts(until: date) -> str:
    return "Declarations"


def to_staff(waiting: int) -> str:
    return f"Staff ({waiting if waiting <= desk.MOST_SHOWN else f'{desk.MOST_SHOWN}+'})" if waiting else "Staff"


def to_further() -> str:
    return "More"


def further_title() -> str:
    return "More"


def further() -> str:
    return "Please choose."


def to_begun() -> str:
    return "In progress"


def cannot_earn() -> str:
    return "This user ID can't earn credits. You can still watch the courses."


def to_resume() -> str:
    return "▶️ Continue"


def to_certificate() -> str:
    return "Certificates"


def to_settings() -> str:
    return "Settings"


def _runs(profile: Profile) -> str:
    if profile.is_association:
        return f"Run by {profile.name.en}."
    return f"Run by {profile.name.en}; neither run nor made by the Japan Medical Association."


def _left(deadline: datetime, today: date) -> str:
    days = (day_of(deadline) - today).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _day(day: date, today: date) -> str:
    return "today" if day == today else "tomorrow"
