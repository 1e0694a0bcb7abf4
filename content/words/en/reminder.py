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


def stopped() -> str:
    return "Course reminders are off. You can turn them on again in /settings."
