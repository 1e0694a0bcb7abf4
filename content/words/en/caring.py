from collections.abc import Sequence
from datetime import date, datetime

from content.requests.requesting import By, Kind, Request, Slip, State
from content.staff.cases import Care
from content.words.en import common as forms

SHOWN = 300  # characters of a text on a card
_CASES = {Kind.DECLARATION: "declaration", Kind.CLAIM: "attendance claim"}
_BY = {By.MEMBER: "The member's answer", By.QUESTION: "Question to the member", By.NOTE: "Note for colleagues"}


def on_line(care: Care, *, late: bool) -> str:
    has = f" · with {care.holder}" if care.holder else ""
    if care.questioned_at:
        return f" · waiting for the member{has}"
    back = " · answered" if care.back_at else ""
    until = f" · {'⚠️ was due' if late else 'due'} {forms.short_day(care.due_on)}" if care.due_on else ""
    return f"{back}{until}{has}"


def due(day: date, *, late: bool) -> str:
    return f"{'⚠️ A decision was due' if late else 'A decision is due'} {forms.day(day)}"


def asked(since: datetime) -> str:
    return f"Waiting for the member's answer since {forms.moment(since)}. These days don't count towards the due date."


def back(at: datetime) -> str:
    return f"▶️ The member answered ({forms.moment(at)})"


def said(by: By, at: datetime, author: str) -> str:
    return f"{_BY.get(by, '')} ({forms.moment(at)}{f', {author}' if author else ''})"


def shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}… (the rest is under “Messages and notes”)"


def to_talk(number: int) -> str:
    return f"Messages and notes ({number})"


def to_ask(*, begun: bool) -> str:
    return "Go on asking" if begun else "Ask the member"


def case_title(kind: Kind, number: int, name: str) -> str:
    return f"{_CASES[kind].capitalize()}{f' {number}' if kind is Kind.DECLARATION else ''} · {name}"


def talk_title(kind: Kind, number: int, name: str) -> str:
    return f"Messages and notes · {case_title(kind, number, name)}"


def nothing_said() -> str:
    return "There are no messages or notes yet."


def to_case() -> str:
    return "See the case"


def held_title() -> str:
    return "A colleague has this case"


def held(name: str, since: datetime | None) -> str:
    at = f" since {forms.moment(since)}" if since else ""
    return f"{name} has had it{at}. Do you want to take it over? Then you can decide. Nothing was changed yet."


def ask_title(name: str) -> str:
    return f"Ask the member · {name}"


def how_to_ask(longest: int) -> Sequence[str]:
    return (
        f"What do you want to ask (up to {longest:,} characters)? If you write again, the new text replaces this one.",
        "The member can answer in the chat, with photos and PDFs. Nothing else can be asked until then.",
    )


def bad_question(slip: Slip, longest: int) -> str:
    why = "There is no text." if slip is Slip.EMPTY else f"A question has at most {longest:,} characters."
    return f"⚠️ {why} It was not saved. Please write it again."


def final() -> str:
    return "It goes to the member's chat and can't be changed after that. Send it?"


def to_send() -> str:
    return "Send to the member"


def sent() -> str:
    return "✅ Sent. Until the member answers, the days don't count towards the due date."


def handed_title() -> str:
    return "A case was handed on to you"


def answered_title() -> str:
    return "The member answered your question"


def asked_title(kind: Kind) -> str:
    return f"A question about your {_CASES[kind]}"


def about(kind: Kind, number: int, what: str, day: date | None) -> str:
    on = f" ({forms.day(day)})" if day else ""
    return f"Declaration {number}: {what}{on}" if kind is Kind.DECLARATION else f"Attendance claim: {what}{on}"


def how_to_reply() -> Sequence[str]:
    return ("Your answer goes to the office through this chat, with photos or PDFs. Please don't name patients.",)


def to_reply() -> str:
    return "Answer"


def reply_title(kind: Kind) -> str:
    return f"Your answer about the {_CASES[kind]}"


def reply_final() -> str:
    return "It can't be changed or added to after that. Send it?"


def received_title() -> str:
    return "Your answer was received"


def received() -> str:
    return "The office will look at it, and you will be told the result in this chat."


def not_asked() -> str:
    return "⚠️ It was decided, withdrawn or answered already, so nothing was added."


def state(one: Request) -> Sequence[str]:
    if one.asked:
        return ("▶️ Waiting for your answer",)
    if one.waits:
        return ("Your answer was received. The office is looking at it.",)
    done = "Withdrawn" if one.state is State.WITHDRAWN else "✅ Decided"
    return (f"{done}: {forms.moment(one.settled_at)}" if one.settled_at else done,)
