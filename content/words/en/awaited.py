from datetime import datetime

from content.attendance.checkin import Hours
from content.attendance.training import Training
from content.words.en import common as forms


def to_ask() -> str:
    return "Remind me before"


def to_take_back() -> str:
    return "Cancel the reminder"


def asked(at: datetime | None) -> str:
    if at is None:
        return "We will remind you when check-in opens."
    return f"We will remind you on {forms.moment(at)}, and when check-in opens."


def taken_back() -> str:
    return "You will get no reminders of this training."


def tomorrow_title(training: Training, *, today: bool) -> str:
    when = "Today’s training" if today else "Tomorrow’s training"
    return f"{when}: {forms.marked(forms.titled(training), sample=training.sample)}"


def doors(hours: Hours) -> str:
    return (
        f"Check-in: {forms.time(hours.entry_from)} to {forms.time(hours.entry_until)}. "
        f"Check-out: {forms.time(hours.exit_from)} to {forms.time(hours.exit_until)} (Japan)."
    )


def opened_title() -> str:
    return "Check-in is open"


def opened(hours: Hours) -> str:
    return f"You can check in until {forms.time(hours.entry_until)} (Japan). Enter the code shown in the room."


def reason() -> str:
    return "You asked to be reminded of this training."
