def title() -> str:
    return "Settings"


def language() -> str:
    return "Language: English"


def reminders(wanted: bool, days: int, hour: int) -> str:
    if not wanted:
        return "Reminders: off"
    return f"Reminders: on (one reminder of an unfinished course, after {days} days at {hour}:00)"


def account(name: str) -> str:
    return f"Logged in as {name}"


def no_account() -> str:
    return "Not logged in"


def other_language() -> str:
    return "日本語"


def language_changed() -> str:
    return "Changed to English."


def stop_reminders() -> str:
    return "Turn off reminders"


def want_reminders() -> str:
    return "Turn on reminders"


def reminders_changed(wanted: bool) -> str:
    return "Reminders are on." if wanted else "Reminders are off."


def to_privacy() -> str:
    return "See privacy"


def to_logout() -> str:
    return "Log out"
