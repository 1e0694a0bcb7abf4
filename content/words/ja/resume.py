from content.journal import JournalIssue
from content.words.ja import common as forms
from content.words.ja import declare, journal


def title() -> str:
    return "途中の講座や解答"


def several() -> str:
    return "続けるものをお選びください。"


def course(number: int, title: str, done: int, chapters: int) -> str:
    return f"{number}　{title}　受講済 {done} / {chapters}章"


def sheet(number: int, issue: JournalIssue, answered: int) -> str:
    name = journal.name(issue.month, issue.title)
    return f"{number}　{name}　解答 {answered} / {len(issue.questions)}問　締切 {forms.moment(issue.deadline)}"


def drafts(number: int, drafts: int) -> str:
    return f"{number}　{declare.to_drafts()}　{drafts}件"


def button(number: int, title: str) -> str:
    return f"{number}　{title}"


def nothing() -> str:
    return "途中のものはありません。講座一覧からお選びください。"
