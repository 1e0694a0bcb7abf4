from content.journal import JournalIssue
from content.words.en import common as forms
from content.words.en import declare, journal


def title() -> str:
    return "Continue where you left off"


def several() -> str:
    return "Which one would you like to continue?"


def course(number: int, title: str, done: int, chapters: int) -> str:
    return f"{number}  {title} · {done} of {chapters} chapters watched"


def sheet(number: int, issue: JournalIssue, answered: int) -> str:
    name = journal.name(issue.month, forms.titled(issue))
    done = f"{answered} of {len(issue.questions)} answered"
    return f"{number}  {name} · {done} · until {forms.moment(issue.deadline)}"


def drafts(number: int, drafts: int) -> str:
    return f"{number}  {declare.to_drafts()} · {drafts}"


def button(number: int, title: str) -> str:
    return f"{number}  {title}"


def nothing() -> str:
    return "You have nothing in progress. Please choose a course."
