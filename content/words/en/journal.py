from collections.abc import Sequence
from datetime import date, datetime, time

from content.journal import Channel, IssueStanding, JournalIssue
from content.rules import local
from content.words.en import common as forms

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RESULTS = {IssueStanding.CREDITED: "Passed", IssueStanding.PASSED: "Passed", IssueStanding.FAILED: "Not passed"}


def title() -> str:
    return "Journal questions (日医雑誌 問題解答)"


def to_journal() -> str:
    return "Journal"


def name(month: date, title: str) -> str:
    return f"Journal, {_issue(month)}: {title}"


def month(month: date) -> str:
    return _issue(month)


def about() -> Sequence[str]:
    return ("The journal's reply postcard, in this chat. Each issue can earn you credit for one curriculum code.",)


def nothing() -> str:
    return "No issue is published at present."


def special(month: date, title: str) -> str:
    return f"{special_name(month, title)}\nNo questions"


def special_name(month: date, title: str) -> str:
    return f"Special issue, {_issue(month)}: {title}"


def state(issue: JournalIssue, standing: IssueStanding, answered: int, right: int) -> str:
    asked = len(issue.questions)
    marks = f"{right} of {asked} right"
    return {
        IssueStanding.NEW: f"⬜ Not answered · {_until(issue.deadline)}",
        IssueStanding.UNDER_WAY: f"▶️ {answered} of {asked} answered · {_until(issue.deadline)}",
        IssueStanding.LAPSED: "Closed · the answers were not submitted",
        IssueStanding.MISSED: f"Closed · {_until(issue.deadline)}",
        IssueStanding.WAITING: f"✅ Submitted · result from {_from(issue.answers_published_at)}",
        IssueStanding.CREDITED: f"✅ Passed · {marks} · {forms.credits(issue.half_units)} earned",
        IssueStanding.PASSED: f"✅ Passed · {marks} · without credit",
        IssueStanding.FAILED: f"Not passed · {marks}",
    }[standing]


def asks(issue: JournalIssue, needed: int, pass_pct: int) -> str:
    return f"You pass with {needed} of {len(issue.questions)} right ({pass_pct}%)."


def once() -> str:
    return "Answer once: here or by postcard, not both. Submitted answers can't be changed."


def told_from(at: datetime) -> str:
    return f"The result is shown once the answers are published (from {_from(at)})."


def by(channel: Channel, at: datetime) -> str:
    if channel is Channel.POSTCARD:
        return f"Your postcard has been received (arrived {forms.short_day(local(at).date())})."
    return f"Your answers have been received ({forms.moment(at)})."


def begin() -> str:
    return "Answer"


def go_on() -> str:
    return "Go on answering"


def question_title(month: date, place: int, asked: int) -> str:
    return f"Journal, {_issue(month)} · Question {place} / {asked}"


def review_title(month: date) -> str:
    return f"Journal, {_issue(month)} · Your answers"


def not_submittable(places: Sequence[int]) -> str:
    left = "1 question has" if len(places) == 1 else f"{len(places)} questions have"
    return f"{left} no answer yet. Answer all to submit. Your answers so far are saved."


def submittable(deadline: datetime) -> str:
    return f"Not submitted yet. Please submit: {_until(deadline)}."


def to_submit() -> str:
    return "Go to submission"


def confirm_title(month: date) -> str:
    return f"Journal, {_issue(month)} · Submission"


def final() -> str:
    return "Once submitted, the answers can't be changed, and a postcard no longer counts. Submit?"


def submit() -> str:
    return "Submit"


def look_again() -> str:
    return "Look again"


def submitted_title(month: date) -> str:
    return f"Your answers to the journal of {_issue(month)} are submitted"


def left() -> str:
    return "Your answers are saved, not yet submitted. Go on with /journal."


def submitted_before() -> str:
    return "Your answers to this issue are submitted already."


def result_title(standing: IssueStanding, month: date) -> str:
    return f"{_RESULTS[standing]} · Journal, {_issue(month)}"


def result(right: int, asked: int, percent: int, pass_pct: int) -> str:
    return f"{right} of {asked} right ({percent}%; {pass_pct}% pass)"


def credited_on(day: date, year: int) -> str:
    return f"It is of {forms.day(day)}, {forms.fiscal_year(year)}. Attendance certificates don't show it."


def without_credit() -> str:
    return "This user ID can't earn credits. That you passed is on record."


def explain() -> str:
    return "Key, explanations"


def explained(month: date, place: int, asked: int) -> str:
    return f"Journal, {_issue(month)} · Explanation {place} / {asked}"


def reminder_title(month: date) -> str:
    return f"Your answers to the journal of {_issue(month)} are not submitted"


def reminder(answered: int, asked: int, deadline: datetime) -> str:
    return f"{answered} of {asked} answers are saved; {_until(deadline)}. Answers that are not submitted don't count."


def _issue(month: date) -> str:
    return f"{_MONTHS[month.month - 1]} {month.year}"


def _until(deadline: datetime) -> str:
    here = local(deadline)
    clock = "" if here.time() == time(23, 59, 59) else f", {forms.time(deadline)} (Japan)"
    return f"deadline {forms.short_day(here.date())}{clock}"


def _from(at: datetime) -> str:
    here = local(at)
    clock = "" if here.time() == time(0) else f", {forms.time(at)} (Japan)"
    return f"{forms.short_day(here.date())}{clock}"
