from datetime import date, datetime

from content.refusals import NoPractice, PeriodSlip
from content.words.en import common

MOST = 10  # an alert holds 200 characters


def not_logged_in() -> str:
    return "You need to log in for this. Nothing was changed. Please log in: /login"


def not_a_member() -> str:
    return "This is for members, and a staff account is logged in here. Nothing was changed. Staff screens: /staff"


def not_understood() -> str:
    return "That could not be understood. Nothing was changed. See /help for what you can do here."


def stale_button() -> str:
    return "This button belongs to an older screen. Nothing was changed. /resume takes you back to where you were."


def only_looking() -> str:
    return (
        "This is not available while you are viewing as a member. Nothing was changed. "
        "To return, tap “Stop viewing” or send /end_view."
    )


def pressed_again() -> str:
    return "Your first tap has been received. Tapping again right away makes no difference."


def edit_not_read() -> str:
    return (
        "Edited messages are not read again: what you first sent stays on record. "
        "To correct it, please send it once more; to change a declaration, use /declare."
    )


def still_checking() -> str:
    return "We are still checking the password you sent before. This message was not accepted. Please wait."


def answer_too_late() -> str:
    return "We wait ten minutes for an answer. Nothing was changed there. To go on, please open that screen again."


def rest_of_text() -> str:
    return (
        "This is the rest of a text that was too long, so it was not accepted. Nothing was changed. "
        "Please wait a moment, then send a shorter text."
    )


def file_too_big() -> str:
    return "Files over 20 MB can't be accepted. Nothing was saved. Please send a smaller one."


def file_not_fetched() -> str:
    return "The file could not be received. Nothing was saved. Please send it again later."


def too_many_certificates(most: int) -> str:
    return (
        f"Up to {most} new certificates can be issued a day. Those already issued can be sent again at any time. "
        "For other periods, please use /certificate from tomorrow on."
    )


def too_fast() -> str:
    return (
        "Too much arrived at once, so some of it was not accepted. What was accepted is saved. "
        "Please wait a moment, then continue with /resume."
    )


def too_busy() -> str:
    return "Too many people are logging in right now. Nothing was changed. Please send your password again in a minute."


def not_here() -> str:
    return "Your record is private, so this bot can't be used in groups. Please use a private chat with it."


def no_such_code() -> str:
    return "Curriculum codes run from 0 to 83. Nothing was changed. Please check the number."


def no_such_course() -> str:
    return (
        "This course is not available at the moment. "
        "Credits already earned are unchanged. Please choose another in /courses."
    )


def no_such_training() -> str:
    return "This training could not be found. Your registered credits are unchanged. Please choose one in /trainings."


def no_such_declaration() -> str:
    return "This declaration could not be found. Nothing was changed. Please choose one in /declare."


def too_many_drafts(most: int) -> str:
    return f"You can keep up to {most} drafts. All of them are still there. Please submit or delete one in /declare."


def too_many_submitted(most: int) -> str:
    return (
        f"You can submit up to {most} declarations a day. All your drafts are still there: /declare, from tomorrow on."
    )


def no_such_request() -> str:
    return "This request could not be found. Nothing was changed. Please choose one in /requests."


def too_many_requests(most: int) -> str:
    return (
        f"Up to {most} requests can wait for an answer. What you wrote is kept. "
        "Please send it from /requests once one is answered, or withdraw another."
    )


def too_many_messages(most: int) -> str:
    return (
        f"You can send up to {most} messages a day to the office. What you wrote is kept: /requests, from tomorrow on."
    )


def no_such_broadcast() -> str:
    return "This broadcast is not in the schedule. Nothing was changed. Please see the latest schedule in /radio."


def no_courses(code: int, name: str) -> str:
    return f"There are no courses for CC {code} ({name}) at the moment."


def no_courses_here(code: int, name: str) -> str:
    return f"{no_courses(code, name)} Nothing was changed. Please choose another code at /courses."


def chapters_missing(chapters: tuple[int, ...]) -> str:
    which = ", ".join(str(number) for number in chapters[:MOST]) + (", …" if len(chapters) > MOST else "")
    return f"The test opens once you have completed every chapter. Still to watch: {which}. Your progress is saved."


def retake_later(at: datetime) -> str:
    return f"You can take the test again from {common.moment(at)}. Your record so far is saved."


def no_more_tests() -> str:
    return "You have used all attempts at this test. Your record is saved. /help → Contact says whom to ask."


_NO_PRACTICE = {
    NoPractice.RETAKEN: "This practice has ended because you have begun the test again. Nothing was changed. "
    "/resume takes you back to where you were.",
    NoPractice.REVISED: "This practice has ended because the course was revised. Nothing was changed. "
    "You find the course under /courses.",
    NoPractice.CANNOT_EARN: "This user ID can't earn credits, so practice is not open to it. "
    "Nothing was changed. You find the courses under /courses.",
}


def practice_closed(why: NoPractice) -> str:
    return _NO_PRACTICE[why]


def nothing_to_certify() -> str:
    return "No credit in this period can appear on a certificate. Your credits are unchanged. Please check the dates."


_SLIPS = {
    PeriodSlip.UNREAD: "That period could not be read.",
    PeriodSlip.NO_DAY: "One of these dates does not exist.",
    PeriodSlip.REVERSED: "The last day is before the first one.",
    PeriodSlip.AHEAD: "The last day is in the future.",
}


def bad_period(slip: PeriodSlip) -> str:
    return f"{_SLIPS[slip]} Nothing was changed. Please write it like 2026/4/1-2026/9/30, ending today or earlier."


def before_programme(began: date) -> str:
    return (
        f"The programme began on {common.day(began)}. Nothing was changed. "
        "Please enter a period that does not begin earlier."
    )


def set_aside() -> str:
    return (
        "This could not be processed. Everything saved so far is kept, "
        "and the operator has been notified automatically. "
        "/resume takes you back to where you were."
    )


def not_saved() -> str:
    return (
        "Your record can't be saved right now. This step is not saved yet, "
        "but we will retry automatically. Please wait."
    )


def not_text() -> str:
    return "Only text and buttons work here. Nothing was changed. See /help for what you can do."


def no_such_issue() -> str:
    return "There is no quiz for this issue. Nothing was changed. Please choose an issue in /journal."


def journal_closed(deadline: datetime) -> str:
    return f"This issue closed on {common.moment(deadline)}. Answers submitted by then remain valid. See /journal."


def answers_not_published(at: datetime) -> str:
    return (
        "The answers have not been published yet. Your submission is saved. "
        f"Please look again from {common.moment(at)}."
    )
