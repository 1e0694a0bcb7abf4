def title(number: int) -> str:
    return "There is a new course for you" if number == 1 else f"There are {number} new courses for you"


def lacking() -> str:
    return "In curriculum codes you have not earned in the years that count for the certificate of 60."


def line(title: str) -> str:
    return f"• {title}"


def more(number: int) -> str:
    return f"and {number} more"
