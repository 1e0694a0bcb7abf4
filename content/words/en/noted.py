from datetime import date

from content.credits.noted import Noted
from content.words.en import common

_NUMBERS = ("Never filed", "Once", "Twice or more")


def title() -> str:
    return "Filings and last certificate"


def to_noted() -> str:
    return "Note filings and certificate"


def own() -> str:
    return "What you enter here only sets the period and how credits are counted. It is not proof of anything."


def filings(noted: Noted) -> str:
    if noted.filings is None:
        return "Filings for comprehensive care: not noted"
    last = f" (last on {common.day(noted.filed_on)})" if noted.filed_on else ""
    return f"Filings for comprehensive care: {_NUMBERS[noted.filings].lower()}{last}"


def certificate(noted: Noted) -> str:
    said = f"issued {common.day(noted.certified_on)}" if noted.certified_on else "not noted"
    return f"Last certificate of continuing education: {said}"


def to_filings() -> str:
    return "Enter number of filings"


def ask_filings() -> str:
    return "How often have you filed the chronic disease training for comprehensive care (地域包括診療)?"


def number(filings: int) -> str:
    return _NUMBERS[filings]


def to_certificate() -> str:
    return "Enter date of certificate"


def ask_filed_on() -> str:
    return "The number is saved. Please enter the date of your last filing, like 2025/4/1."


def ask_certified_on() -> str:
    return "Please enter the date your last certificate of continuing education was issued, like 2024/12/1."


def bad_day(today: date) -> str:
    return f"⚠️ That is not a valid date. Nothing was changed. Please enter a date up to {common.day(today)}."


def forget() -> str:
    return "Remove this entry"
