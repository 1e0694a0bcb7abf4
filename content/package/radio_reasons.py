"""Every sentence of the checks of a broadcasting schedule, in plain words for the staff's console."""

DAY = 'a day is written as "2026-11-22", in quotes'
TIME = 'a time is written as "20:40", in quotes and in Japan\'s time'
LINK = (
    "a link begins with https://, names a host such as www.example.jp, and holds no spaces and no Japanese characters"
)
ENDS_BEFORE = "'to' is before 'from'"


def past_midnight(written: str, hour: int, minute: str) -> str:
    return f"{written} is past midnight: write {hour}:{minute} of the following day"


def too_long(days: int, most: int) -> str:
    return f"the schedule speaks for {days} days: {most} at most, so that a slip in a year withdraws nothing"


def outside(day: object, first: object, last: object) -> str:
    return f"{day} is not within the days of this schedule, {first} to {last}"


def same_moment(line: int) -> str:
    return f"this begins at the same moment as the broadcast in line {line}"


def overlaps(line: int, until: str) -> str:
    return f"this begins before the broadcast in line {line} ends, at {until}"


def days_taken(first: object, last: object, by: object) -> str:
    return f"days of {first} to {last} are spoken for by {by} already"
