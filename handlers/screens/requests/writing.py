"""Writing within a request: what is asked for, what became of a text or a file, and all of it before it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from content.declarations.evidence import Added, Bad
from content.requests.requesting import OFFERED, Message, Request
from content.rules import Rules
from content.words import Words
from handlers.presses.requests import (
    AskDiscardRequest,
    BeginRequest,
    NewRequest,
    OpenRequest,
    RemoveRequestFile,
    Requests,
    ReviewRequest,
    RewriteRequest,
    SendRequest,
    WriteRequest,
)
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of


@dataclass(frozen=True)
class Writing:
    """A message that its member writes in a request, and the rules of the moment. `due_on`: when an answer is due if
    the message is sent now. `late`: the request waits, although its day is over.
    """

    request: Request
    message: Message
    due_on: date
    rules: Rules
    late: bool = False

    @property
    def first(self) -> bool:
        """Whether it begins the request."""
        return not self.request.said


def kinds(words: Words, *, said: str = "") -> Screen:
    """Choose what the request is about."""
    told = [said, ""] if said else []
    rows = tuple(row(Button(words.request_steps.kind(kind), BeginRequest(kind.value))) for kind in OFFERED)
    back = row(Button(words.common.back(), Requests(1)))
    lines = (*told, words.request_steps.ask_kind())
    return Screen(page(words.request_steps.kinds_title(), *lines), (*rows, back), subject="requests")


def write(at: Writing, words: Words, *, said: str = "", anew: bool = False) -> Screen:
    """Ask for text and files. `said` is told first, for example why the last text was not taken. `anew`: the next text
    replaces what is written.
    """
    say, one = words.request_steps, at.message
    hint = [say.hint(at.request.kind)] if one.empty and at.first else []
    how = [say.how_anew()] if anew else say.how_to_write(at.rules.requests)
    lines = [*([said, ""] if said else []), *so_far(one, [*hint, *how], words)]
    title = say.writing_title(at.request.kind, first=at.first)
    if at.request.decided_apart:
        title = words.caring.reply_title(at.request.kind)
    return Screen(page(title, *lines), _rows(at, words), subject=subject(at.request))


def received(at: Writing, words: Words, became: Added | Bad, name: str) -> Screen:
    """What became of a file. Files that come together and fare alike are answered by one message: the subject is
    of them, not of the request.
    """
    shown = write(at, words, said=became_of(len(at.message.files), at.rules, words, became, name))
    return replace(shown, subject=f"request_file:{at.message.id}:{became.name}")


def became_of(files: int, rules: Rules, words: Words, became: Added | Bad, name: str) -> str:
    """What became of a file, in a sentence; also for what staff attach to an answer."""
    say, most = words.request_steps, rules.requests
    if isinstance(became, Bad):
        return say.bad_file(became)
    return {
        Added.NEW: say.added(name, files, most.files),
        Added.SAME: say.added_before(),
        Added.FULL: say.full(most.files),
        Added.NO_ROOM: say.no_room(most.kept_files, most.kept_megabytes),
    }[became]


def summary(at: Writing, words: Words) -> Screen:
    """All that is to be sent, and until when it would be answered."""
    say, request = words.request_steps, at.request
    apart = request.decided_apart
    due = None if apart else at.due_on if not request.waits else request.due_on
    lines = (
        say.kind_line(request.kind),
        *whole(at.message, words),
        "",
        *([words.requests.due(due, late=at.late)] if due else []),
        words.caring.reply_final() if apart else say.final(),
    )
    rows = (
        row(Button(say.send(), SendRequest(request.id, at.message.id))),
        row(Button(words.common.back(), WriteRequest(request.id))),
    )
    title = words.caring.reply_title(request.kind) if apart else say.summary_title()
    return Screen(page(title, *lines), rows, subject=subject(request))


def whole(one: Message, words: Words) -> Sequence[str]:
    """The text and the files of a message."""
    say = words.request_steps
    files = (say.file(place, file.name, file.size) for place, file in enumerate(one.files, start=1))
    return [*say.said(one.text), *files]


def so_far(one: Message, how: Sequence[str], words: Words) -> Sequence[str]:
    """What is written, and how to go on; as long as nothing is written, how to begin comes first."""
    return [*how, "", *whole(one, words)] if one.empty else [*whole(one, words), "", *how]


def subject(one: Request) -> str:
    return f"request:{one.id}"


def _rows(at: Writing, words: Words) -> tuple[Row, ...]:
    say, request, one = words.request_steps, at.request, at.message
    numbered = enumerate(one.files, start=1)
    kind = [Button(say.to_kind(), NewRequest())] if at.first else []
    return (
        *([row(Button(say.to_summary(), ReviewRequest(request.id)))] if one.text else []),
        *rows_of((Button(say.remove(place), RemoveRequestFile(request.id, file.id)) for place, file in numbered), 3),
        *([row(Button(say.to_rewrite(), RewriteRequest(request.id)))] if one.text else []),
        *(row(button) for button in kind),
        row(Button(say.to_discard(), AskDiscardRequest(request.id))),
        row(Button(words.common.back(), Requests(1) if at.first else OpenRequest(request.id))),
    )
