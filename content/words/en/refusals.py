from datetime import datetime

from content.refusals import PeriodSlip
from content.words.en import common

MOST = 10  # an alert holds 200 characters


def not_logged_in() -> str:
    return "You need to log in for this. Nothing was changed. Please log in: /login"


def not_understood() -> str:
    return "I could not make sense of that. Nothing was changed. /help shows what can be done here."


def stale_button() -> str:
    return "This button belongs to an older screen. Nothing was changed. /resume takes you back to where you were."


def edit_not_read() -> str:
    return (
        "A message that was edited is not read again: what is recorded stays as it was first sent. "
        "To correct it, send it once more; in a declaration, change the entry by /declare."
    )


def still_checking() -> str:
    return "The password you sent before is still being checked. What you sent now was not taken. Please wait."


def file_too_big() -> str:
    return "Files over 20 MB can't be taken. Nothing was saved. Please send a smaller one."


def file_not_fetched() -> str:
    return "The file could not be fetched. Nothing was saved. Please send it again in a while."


def too_busy() -> str:
    return "Too many people are logging in just now. Nothing was changed. Please send your password again in a minute."


def not_here() -> str:
    return "Your record is private, so it is not shown in groups. Please use the private chat with this bot."


def no_such_code() -> str:
    return "Curriculum codes run from 0 to 83. Nothing was changed. Please check the number."


def no_such_course() -> str:
    return "This course is not published at present. Credits already earned stay. Please choose another at /courses."


def no_such_training() -> str:
    return "This training is not announced. Your registered credits stay. Please choose one from /trainings."


def no_such_declaration() -> str:
    return "This declaration could not be found. Nothing was changed. Please choose one with /declare."


def too_many_drafts(most: int) -> str:
    return f"You may keep {most} drafts, and all of them are still there. Please submit or delete one with /declare."


def no_such_broadcast() -> str:
    return "This broadcast is not in the schedule. Nothing was changed. Please see the schedule at /radio."


def no_courses(code: int, name: str) -> str:
    return f"There is no content for CC {code} ({name}) at present."


def no_courses_here(code: int, name: str) -> str:
    return f"{no_courses(code, name)} Nothing was changed. Please choose another code at /courses."


def chapters_missing(chapters: tuple[int, ...]) -> str:
    which = ", ".join(str(number) for number in chapters[:MOST]) + (", …" if len(chapters) > MOST else "")
    return f"The test opens when every chapter has been watched. Still missing: {which}. What you watched is saved."


def retake_later(at: datetime) -> str:
    return f"You can take the test again from {common.moment(at)}. Your record so far is saved."


def no_more_tests() -> str:
    return "No further test is allowed for this course. Your record is saved. Please ask the association."


def only_today(today: int, at: datetime) -> str:
    return f"The {common.credits(today)} earned today can be certified from {common.moment(at)}."


def nothing_to_certify() -> str:
    return "No credit in this period can appear on a certificate. Your credits are unchanged. Please check the dates."


_SLIPS = {
    PeriodSlip.UNREAD: "I could not read that period.",
    PeriodSlip.NO_DAY: "One of these days is in no calendar.",
    PeriodSlip.REVERSED: "The last day is before the first one.",
    PeriodSlip.AHEAD: "The last day is in the future.",
}


def bad_period(slip: PeriodSlip) -> str:
    return f"{_SLIPS[slip]} Nothing was changed. Please write it as 2026/4/1-2026/9/30, not beyond today."


def set_aside() -> str:
    return (
        "This could not be processed. What was saved before is kept, and the operator has been told. "
        "/resume takes you back to where you were."
    )


def not_saved() -> str:
    return "The record can't be written just now. This step is not saved yet; it is tried again by itself. Please wait."


def not_text() -> str:
    return "Only text and buttons are read here. Nothing was changed. /help shows what can be done."


def no_such_issue() -> str:
    return "There are no questions of this issue. Nothing was changed. Please choose an issue from /journal."


def journal_closed(deadline: datetime) -> str:
    return f"This issue closed on {common.moment(deadline)}. What was submitted by then stands. See /journal."


def answers_not_published(at: datetime) -> str:
    return f"The answers are not published yet. What you submitted is kept. See again from {common.moment(at)}."
