"""Writing the answer to a request: what is asked for, what became of a text or a file, and all of it to be checked."""

from dataclasses import dataclass, replace

from content.declarations.evidence import Added, Bad
from content.requests.requesting import Message
from content.rules import Rules
from content.staff.answering import RequestCase
from content.words import Words
from handlers.presses.staff.requests import (
    DiscardAnswer,
    OpenAsked,
    RemoveAnswerFile,
    ReviewAnswer,
    RewriteAnswer,
    SendAnswer,
    WriteAnswer,
)
from handlers.screens.requests.writing import became_of, so_far, whole
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of


@dataclass(frozen=True)
class Answering:
    """An answer that somebody of staff writes. `page`: the page of the queue from which the request was opened."""

    case: RequestCase
    message: Message
    page: int
    rules: Rules


def write(at: Answering, words: Words, *, said: str = "", anew: bool = False) -> Screen:
    """Ask for text and files. `said` is told first, for example why the last text was not taken. `anew`: the next text
    replaces what is written.
    """
    say, one = words.answering, at.message
    how = [words.request_steps.how_anew()] if anew else say.how_to_answer(at.rules.requests)
    lines = [*([said, ""] if said else []), *so_far(one, how, words)]
    return Screen(page(say.answer_title(at.case), *lines), _rows(at, words), subject="staff")


def received(at: Answering, words: Words, became: Added | Bad, name: str) -> Screen:
    """What became of a file."""
    shown = write(at, words, said=became_of(len(at.message.files), at.rules, words, became, name))
    return replace(shown, subject=f"request_file:{at.message.id}:{became.name}")


def review(at: Answering, words: Words, *, said: str = "") -> Screen:
    """All that the member will get. `said` is told first, for example that the member has added something."""
    say, case, one = words.answering, at.case, at.message
    lines = [*([said, ""] if said else []), *whole(one, words), "", say.final()]
    rows = (
        row(Button(say.to_send(), SendAnswer(case.id, at.page, one.id, case.latest))),
        row(Button(say.to_card(), OpenAsked(case.id, at.page))),
        row(Button(words.common.back(), WriteAnswer(case.id, at.page))),
    )
    return Screen(page(say.review_title(case), *lines), rows, subject="staff")


def _rows(at: Answering, words: Words) -> tuple[Row, ...]:
    say, case, one = words.answering, at.case, at.message
    numbered = enumerate(one.files, start=1)
    remove = words.request_steps.remove
    files = (Button(remove(place), RemoveAnswerFile(case.id, at.page, file.id)) for place, file in numbered)
    return (
        *([row(Button(words.request_steps.to_summary(), ReviewAnswer(case.id, at.page)))] if one.text else []),
        *rows_of(files, 3),
        *([row(Button(words.request_steps.to_rewrite(), RewriteAnswer(case.id, at.page)))] if one.text else []),
        row(Button(say.to_discard(), DiscardAnswer(case.id, at.page))),
        row(Button(words.common.back(), OpenAsked(case.id, at.page))),
    )
