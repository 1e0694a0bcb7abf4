from collections.abc import Sequence
from datetime import date, datetime

from content.requests.ceilings import RequestRules
from content.requests.requesting import By, Message, Slip, State
from content.staff.answering import Outcome, RequestCase, RequestLine
from content.words.en import common as forms
from content.words.en import request_steps as steps

_STATES = {
    State.ANSWERED: "✅ Answered",
    State.CLOSED: "Closed without an answer",
    State.WITHDRAWN: "Withdrawn by the member",
    State.DECIDED: "✅ Decided",
}
_BY = {
    By.MEMBER: "From the member",
    By.ANSWER: "Answer to the member",
    By.REASON: "Reason for closing (sent to the member)",
    By.NOTE: "Note for colleagues",
    By.QUESTION: "Question to the member",
}
_REASONS = (
    "The same as another request",
    "Can be done in this chat",
    "Not something we handle",
    "Answered by phone",
)


def title(waiting: int) -> str:
    return f"Requests: {waiting}"


def line(number: int, one: RequestLine, *, late: bool) -> str:
    until = f"due {forms.short_day(one.due_on)}"
    has = f" · with {one.taken_by}" if one.taken_by else ""
    return f"{number}  {'⚠️ Late · ' if late else ''}{one.name} · {steps.kind(one.kind)} · {until}{has}"


def card_title(one: RequestCase) -> str:
    return f"Request {one.id} · {one.name}{f' ({one.kana})' if one.kana else ''}"


def due(day: date, *, late: bool) -> str:
    return f"{'⚠️ It was due' if late else 'Due'} {forms.day(day)}"


def has_it(name: str, since: datetime | None, *, mine: bool) -> str:
    if not name:
        return "Nobody has it yet."
    at = f" since {forms.moment(since)}" if since else ""
    return f"{'With you' if mine else f'With {name}'}{at}."


def state(one: RequestCase) -> str:
    at = one.request.settled_at
    return f"{_STATES.get(one.request.state, '')}{f': {forms.moment(at)}' if at else ''}"


def message(one: Message, author: str) -> str:
    return f"{_BY[one.by]} ({forms.moment(one.sent_at or one.begun_at)}{f', {author}' if author else ''})"


def to_take() -> str:
    return "Take it"


def to_take_over() -> str:
    return "Take it over"


def to_answer(*, begun: bool) -> str:
    return "Continue the answer" if begun else "Write an answer"


def to_hand_on() -> str:
    return "Hand it on"


def to_put_back() -> str:
    return "Put it back"


def to_note() -> str:
    return "Write a note"


def to_close() -> str:
    return "Close it"


def said_of(outcome: Outcome, name: str) -> str:
    return {
        Outcome.DONE: "✅ Done.",
        Outcome.OWN: "⚠️ You can't handle a case of your own. Another member of staff will. Nothing was changed.",
        Outcome.SETTLED: "⚠️ It has been decided, answered, closed or withdrawn already. Nothing was changed.",
        Outcome.TAKEN: f"⚠️ {name or 'A colleague'} has it. Nothing was changed.",
        Outcome.NOT_TAKEN: "⚠️ You don't have it, so nothing was changed. Please take it first.",
        Outcome.ADDED: "⚠️ The member has added something. Nothing was sent yet. Please read it first.",
        Outcome.EMPTY: "⚠️ There is no text yet, so nothing was sent. Please write the answer.",
        Outcome.NO_ROLE: "⚠️ That person's roles don't include this. Nothing was changed.",
        Outcome.ASKED: "⚠️ The member has been asked already and has not answered, so nothing was sent.",
    }[outcome]


def taken() -> str:
    return "✅ You have it now."


def put_back() -> str:
    return "✅ You put it back."


def handed_on(name: str) -> str:
    return f"✅ {name} has it now, and has been notified."


def noted() -> str:
    return "✅ The note is saved. The member's screens don't show it."


def answered() -> str:
    return "✅ The answer was sent."


def closed() -> str:
    return "✅ Closed. The member will be notified, with your reason."


def to_whom_title() -> str:
    return "Hand it on"


def to_whom(*, anybody: bool) -> str:
    return "To whom?" if anybody else "There is nobody else to hand it on to."


def colleague(number: int, name: str) -> str:
    return f"{number}  {name}"


def note_title() -> str:
    return "Note for colleagues"


def ask_note(longest: int) -> str:
    return (
        f"Please write a note of up to {longest:,} characters. The member's screens don't show it, "
        "but a copy of the record that the member asks for (/mydata) has it."
    )


def bad_note(longest: int) -> str:
    return f"⚠️ A note has 1 to {longest:,} characters. It was not saved. Please write it again."


def answer_title(one: RequestCase) -> str:
    return f"Answer to request {one.id} · {one.name}"


def how_to_answer(rules: RequestRules) -> Sequence[str]:
    return (
        f"Please write the answer (up to {rules.longest:,} characters). What you write next is added as a new line.",
        f"You can also attach up to {rules.files} photos or PDFs of 20 MB each.",
    )


def slip(slip: Slip, rules: RequestRules) -> str:
    return steps.slip(slip, rules).replace("your request", "the answer")


def review_title(one: RequestCase) -> str:
    return f"Please check the answer · {one.name}"


def final() -> str:
    return "It goes to the member's chat and can't be changed after that. Send it?"


def to_send() -> str:
    return "Send the answer"


def nothing_written() -> str:
    return said_of(Outcome.EMPTY, "")


def to_discard() -> str:
    return "Delete what I wrote"


def discarded() -> str:
    return "What you wrote was deleted."


def close_title(one: RequestCase) -> str:
    return f"Close request {one.id} without an answer · {one.name}"


def closing() -> str:
    return "The member is told the reason alone, and can add to the request to open it again."


def reasons() -> Sequence[str]:
    return _REASONS


def gone() -> str:
    return "There is no such request. Nothing was changed."


def file_title(number: int) -> str:
    return f"Request {number}: a file"


def file_caption(number: int, name: str) -> str:
    return f"File {number}: {name}. This is personal data: please delete this message when you are done."


def file_comes() -> str:
    return "The file is coming. That you looked at it is logged."


def due_title() -> str:
    return "Cases that are due"


def due_soon(name: str, day: date, due: int, late: int, *, today: date) -> Sequence[str]:
    near, at = "today" if day == today else "on the next business day", forms.short_day(day)
    lines = [f"{name} due {near} ({at}): {due}" if day >= today else f"⚠️ {name} that were due {at}: {due}"]
    return [*lines, f"⚠️ {name} that are late: {late}"] if late else lines


def added_title() -> str:
    return "The member has added to your request"


def handed_title() -> str:
    return "A request was handed on to you"


def handed(name: str) -> str:
    return f"By {name}"


def to_card() -> str:
    return "See the request"
