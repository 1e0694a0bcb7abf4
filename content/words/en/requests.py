from collections.abc import Sequence
from datetime import date

from content.absence import given
from content.requests.requesting import By, Message, Request, State
from content.words.en import caring
from content.words.en import common as forms
from content.words.en import request_steps as steps

_SIGNS = {State.DRAFT: "⬜ ", State.RECEIVED: "▶️ ", State.TAKEN: "▶️ ", State.ANSWERED: "✅ "}
_STATES = {
    State.DRAFT: "draft",
    State.RECEIVED: "received",
    State.TAKEN: "in progress",
    State.ANSWERED: "answered",
    State.CLOSED: "closed",
    State.WITHDRAWN: "withdrawn",
    State.DECIDED: "decided",
}
_BY = {
    By.MEMBER: "You",
    By.ANSWER: "The office's answer",
    By.REASON: "The office (reason for closing)",
    By.NOTE: "Note",
    By.QUESTION: "The office asks",
}


def title() -> str:
    return "Requests"


def to_requests() -> str:
    return "Ask the office"


def about(days: int) -> Sequence[str]:
    return (
        "For anything this chat can't do, you can ask the office that runs this bot. "
        "It is not the association's web form.",
        f"You get an answer here within {days} business days after the day you ask, not counting weekends, "
        "public holidays and the New Year period.",
    )


def nothing() -> str:
    return "You have no requests yet."


def line(number: int, one: Request) -> str:
    at = one.sent_at or one.begun_at
    state = "please answer" if one.asked else _STATES[one.state]
    return f"{number}  {_SIGNS.get(one.state, '')}{steps.kind(one.kind)} · {forms.moment(at)} · {state}"


def to_new() -> str:
    return "New request"


def to_draft() -> str:
    return "Continue the draft"


def due(day: date, *, late: bool) -> str:
    return f"⚠️ The answer was due by {forms.day(day)}." if late else f"Answer due by {forms.day(day)}"


def receipt_title(*, first: bool) -> str:
    return "Your request was received" if first else "Your addition was received"


def receipt(number: int, due: date | None) -> str:
    until = f" by {forms.day(due)}" if due else ""
    return f"Request {number}. You get an answer in this chat{until}."


def sent_before() -> str:
    return "This has already been sent."


def card_title(one: Request) -> str:
    return f"Request {one.id}: {steps.kind(one.kind)}"


def state(one: Request, *, late: bool) -> Sequence[str]:
    if one.decided_apart:
        return caring.state(one)
    name = f"{_SIGNS.get(one.state, '')}{_STATES[one.state].capitalize()}"
    if one.waits:
        return given(name, due(one.due_on, late=late) if one.due_on else None)
    return (f"{name}: {forms.moment(one.settled_at)}" if one.settled_at else name,)


def message(one: Message) -> str:
    return f"{_BY[one.by]} ({forms.moment(one.sent_at or one.begun_at)})"


def to_file(number: int) -> str:
    return f"File {number}"


def file_comes() -> str:
    return "The file is on its way."


def file_title(number: int) -> str:
    return f"Request {number}: attachment"


def file_caption(number: int, name: str) -> str:
    return f"File {number}: {name}"


def to_add() -> str:
    return "Add to it"


def to_go_on() -> str:
    return "Continue adding"


def to_again() -> str:
    return "Add to it and reopen it"


def to_withdraw() -> str:
    return "Withdraw it"


def ask_withdraw() -> str:
    return "If you withdraw it, the office won't answer. You can reopen it later by adding to it. Withdraw it?"


def withdrawn() -> str:
    return "The request was withdrawn."


def settled_before() -> str:
    return "This request can't be withdrawn. Please see its current state."


def settled_title(*, answered: bool) -> str:
    return "The office has answered" if answered else "Your request was closed"


def settled_about(one: Request) -> str:
    return f"Request {one.id}: {steps.kind(one.kind)}"


def how_to_go_on() -> str:
    return "If anything is still unclear, add to the request to reopen it."


def to_card() -> str:
    return "See the request"


def same_credit(title: str, code: int, imported: str, day: date) -> str:
    return (
        f"I completed “{title}” (CC {code}). Its credit is not registered yet, because it may be the same as "
        f"“{imported}”, earned on {forms.day(day)}, which was imported from my former record (MAMIS). "
        "Please check whether it is the same. (This request was made automatically.)"
    )
