from datetime import date

from content.words.en import common as forms
from content.words.en import goal


def missing_title(halves: int) -> str:
    return f"{goal.points(halves)} to go to 60"


def ends(last: date) -> str:
    return f"This fiscal year ends on {forms.day(last)}."


def falling_title() -> str:
    return "Some of your credits will soon drop out of the period"
