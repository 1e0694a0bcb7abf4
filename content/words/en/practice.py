from collections.abc import Sequence


def begin() -> str:
    return "Practise the wrong ones"


def title(course: str, number: int, many: int) -> str:
    return f"{course} · Practice · {number} / {many}"


def once() -> str:
    return "Each question takes one answer. Your record of tests is not affected."


def title_at_end(course: str) -> str:
    return f"{course} · Practice"


def give() -> str:
    return "Submit this answer"


def nothing_ticked() -> str:
    return "Please choose first, then submit. You can choose more than one."


def answered(numbers: Sequence[int]) -> str:
    return "Your answer: " + ", ".join(map(str, numbers))


def right() -> str:
    return "Correct"


def again(place: str) -> str:
    return f"Once more: {place}"


def answered_before() -> str:
    return "You have answered this question. In practice each question takes one answer."


def onward() -> str:
    return "Next question"


def outcome(right: int, many: int) -> str:
    return f"Practice finished · {right} of {many} correct"


def no_record() -> str:
    return "Practice leaves no trace in your record of tests."
