def title() -> str:
    return "A course is waiting for you"


def unfinished(title: str) -> str:
    return f"“{title}” is not finished. What you watched is saved."


def left(chapters: tuple[int, ...]) -> str:
    if not chapters:
        return "Only the self-assessment is left."
    return "Still to watch: chapter " + ", ".join(str(number) for number in chapters)


def go_on() -> str:
    return "Go on with it"


def no_more() -> str:
    return "No more reminders"


def stopped() -> str:
    return "You will get no more reminders. /settings switches them on again."
