from collections.abc import Sequence
from datetime import date, datetime, time

from content.journal import Channel, IssueStanding, JournalIssue
from content.rules import local
from content.words.en import common as forms

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RESULTS = {IssueStanding.CREDITED: "Passed", IssueStanding.PASSED: "Passed", IssueStanding.FAILED: "Not passed"}


def title() -> str:
    return "Journal quiz (日医雑誌 問題解答)"


def to_journal() -> str:
    return "Journal quiz"


def name(month: date, title: str) -> str:
    return f"Journal, {_issue(month)}: {title}"


def month(month: date) -> str:
    return _issue(month)


def about() -> Sequence[str]:
    return ("The online version of the journal's reply postcard. Each issue earns credit for one curriculum code.",)


def nothing() -> str:
    return "No issues are available at the moment."


def special(month: date, title: str) -> str:
    return f"{special_name(month, title)}\nNo questions"


def special_name(month: date, title: str) -> str:
    return f"Special issue, {_issue(month)}: {title}"


def state(issue: JournalIssue, standing: IssueStanding, answered: int, right: int) -> str:
    asked = len(issue.questions)
    marks = f"{right} of {asked} correct"
    return {
        IssueStanding.NEW: f"⬜ Not answered · {_until(issue.deadline)}",
        IssueStanding.UNDER_WAY: f"▶️ {answered} of {asked} answered · {_until(issue.deadline)}",
        IssueStanding.LAPSED: "Closed · the answers were not submitted",
        IssueStanding.MISSED: f"Closed · {_until(issue.deadline)}",
        IssueStanding.WAITING: f"✅ Submitted · result from {_from(issue.answers_published_at)}",
        IssueStanding.CREDITED: f"✅ Passed · {marks} · {forms.credits(issue.half_units)} earned",
        IssueStanding.PASSED: f"✅ Passed · {marks} · no credit",
        IssueStanding.FAILED: f"Not passed · {marks}",
    }[standing]


def passed_before(issue: JournalIssue, right: int, *, sure: bool) -> str:
    how = "credit imported before" if sure else "credit imported before, perhaps"
    return f"✅ Passed · {right} of {len(issue.questions)} correct · {how}"


def asks(issue: JournalIssue, needed: int, pass_pct: int) -> str:
    return f"You need {needed} of {len(issue.questions)} correct ({pass_pct}%) to pass."


def once() -> str:
    return "You can answer once, either here or by postcard. Submitted answers can't be changed."


def told_from(at: datetime) -> str:
    return f"The result is shown once the answers are published (from {_from(at)})."


def by(channel: Channel, at: datetime) -> str:
    if channel is Channel.POSTCARD:
        return f"Your postcard has been received (arrived {forms.short_day(local(at).date())})."
    return f"Your answers have been received ({forms.moment(at)})."


def begin() -> str:
    return "Answer the questions"


def go_on() -> str:
    return "Continue answering"


def question_title(month: date, place: int, asked: int) -> str:
    return f"Journal, {_issue(month)} · Question {place} / {asked}"


def review_title(month: date) -> str:
    return f"Journal, {_issue(month)} · Your answers"


def not_submittable(places: Sequence[int]) -> str:
    left = "1 question has" if len(places) == 1 else f"{len(places)} questions have"
    return f"{left} no answer yet. Please answer them all to submit. Your answers so far are saved."


def submittable(deadline: datetime) -> str:
    return f"Not submitted yet. Please submit your answers ({_until(deadline)})."


def to_submit() -> str:
    return "Review and submit"


def confirm_title(month: date) -> str:
    return f"Journal, {_issue(month)} · Submission"


def final() -> str:
    return "Once submitted, your answers can't be changed, and a postcard will no longer be accepted. Submit them?"


def submit() -> str:
    return "Submit"


def look_again() -> str:
    return "Check my answers"


def submitted_title(month: date) -> str:
    return f"Your answers to the {_issue(month)} issue were submitted"


def left() -> str:
    return "Your answers are saved but not yet submitted. Continue with /journal."


def submitted_before() -> str:
    return "You have already submitted your answers to this issue."


def result_title(standing: IssueStanding, month: date) -> str:
    return f"{_RESULTS[standing]} · Journal, {_issue(month)}"


def result(right: int, asked: int, percent: int, pass_pct: int) -> str:
    return f"{right} of {asked} correct ({percent}%; {pass_pct}% to pass)"


def credited_on(day: date, year: int) -> str:
    return (
        f"The credit is dated {forms.day(day)} ({forms.fiscal_year(year)}). "
        "It does not appear on certificates of attendance."
    )


def without_credit() -> str:
    return "This user ID can't earn credits. Your pass is on record."


def explain() -> str:
    return "See explanations"


def explained(month: date, place: int, asked: int) -> str:
    return f"Journal, {_issue(month)} · Explanation {place} / {asked}"


def reminder_title(month: date) -> str:
    return f"Your answers to the {_issue(month)} issue are not submitted"


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
