"""/requests (ご依頼): a member's requests, their answers, and what becomes of them. Files go as letters."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from content.keys.request_letters import AnswerFile, CaseAsked, RequestAdded, RequestFile, RequestSettled
from content.refusals import NoSuchRequest, StaleButton, TooManyMessages, TooManyRequests
from content.requests import requesting
from content.requests.requesting import By, Message, Request, Stopped
from content.rules import begins, day_of
from handlers.keeping import Keeps, PaperGone
from handlers.pictures.evidence import as_jpeg
from handlers.presses import requests as presses
from handlers.requests import writing
from handlers.requests.showing import about_of, card
from handlers.screens.requests import papers
from handlers.screens.requests import requests as screens
from handlers.screens.requests import writing as writing_screens
from handlers.screens.requests.papers import OwnFile, OwnHeic, SentFile, SentHeic
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, On, Turn, Unwanted, Writes
from storage.people import chats
from storage.post import letters, requested
from storage.post.letters import Letter
from storage.requests import files, messages, requests


def command(turn: Turn, _argument: str) -> Screen:
    """/requests"""
    return listed(turn, 1)


def turn_page(turn: Turn, press: presses.Requests) -> Screen:
    return listed(turn, press.page)


def open_request(turn: Turn, press: presses.OpenRequest) -> Screen:
    """Show a request. Raises NoSuchRequest."""
    return card(turn, requests.own(turn.session, turn.member.id, press.request), press.place)


def send(turn: Turn, press: presses.SendRequest) -> Screen:
    """Send what is written, once. The receipt is a message of its own; a second tap shows what was sent.

    Raises TooManyRequests, TooManyMessages: what is written stays.
    """
    before = requests.own(turn.session, turn.member.id, press.request)
    if before.decided_apart and not before.asked:
        return card(turn, before, said=turn.words.caring.not_asked())
    one = messages.unsent(before, turn.member.id)
    if one is None or one.id != press.message:
        return card(turn, before, toast=turn.words.requests.sent_before())
    _allowed(turn, before)
    due = _due(turn, before)
    stopped = requests.send(turn.session, turn.member.id, before.id, one.id, due_on=due, at=turn.now)
    if stopped is Stopped.EMPTY:
        return writing_screens.write(
            writing.writing(turn, before, one), turn.words, said=turn.words.request_steps.nothing_written()
        )
    if stopped is Stopped.NOT_ASKED:
        return card(turn, before, said=turn.words.caring.not_asked())
    if stopped is not None:
        return card(turn, before, toast=turn.words.requests.sent_before())
    return _sent(turn, before, one)


def discard(turn: Turn, press: presses.DiscardRequest) -> Screen:
    """Remove what is not sent. Raises NoSuchRequest if the whole draft was removed before."""
    gone = requests.discard(turn.session, turn.member.id, press.request)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return replace(listed(turn, 1), toast=turn.words.request_steps.discarded() if gone else "")


def ask_withdraw(turn: Turn, press: presses.AskWithdrawRequest) -> Screen:
    one = requests.own(turn.session, turn.member.id, press.request)
    return screens.ask_withdraw(one, turn.words) if one.waits else card(turn, one)


def withdraw(turn: Turn, press: presses.WithdrawRequest) -> Screen:
    gone = requests.withdraw(turn.session, turn.member.id, press.request, turn.now)
    toast = turn.words.requests.withdrawn() if gone else turn.words.requests.settled_before()
    return card(turn, requests.own(turn.session, turn.member.id, press.request), toast=toast)


def fetch(turn: Turn, press: presses.FetchFile) -> Screen:
    """Have a file of the member's own request sent. Raises StaleButton for one that is not there."""
    one = requests.own(turn.session, turn.member.id, press.request)
    if _file(one, press.message, press.file) is None:
        raise StaleButton
    key = RequestFile(press.request, press.message, press.file)
    requested.ask(turn.session, member_id=turn.member.id, key=key, at=turn.now)
    return screens.file_comes(turn.words)


def listed(turn: Turn, page: int) -> Screen:
    """A member's requests: the draft first, then the latest."""
    return screens.listed(requests.every(turn.session, turn.member.id), page, turn.rules, turn.words)


def write_settled(turn: Turn, letter: Letter[RequestSettled]) -> Screen | Unwanted:
    try:
        one = requests.own(turn.session, turn.member.id, letter.key.request)
    except NoSuchRequest:
        return Unwanted("the request is gone")
    found = next((message for message in one.said if message.id == letter.key.message), None)
    return Unwanted("the answer is gone") if found is None else screens.settled(one, found, turn.words)


def write_file(turn: Turn, letter: Letter[AnswerFile]) -> Screen | Unwanted:
    key = letter.key
    try:
        one = requests.own(turn.session, turn.member.id, key.request)
    except NoSuchRequest:
        return Unwanted("the request is gone")
    return _file_of(turn, one, key.message, key.file)


def write_asked(turn: Turn, letter: Letter[CaseAsked]) -> Screen | Unwanted:
    """Write it, if the member has not answered, and the case is not decided or withdrawn."""
    try:
        one = requests.own(turn.session, turn.member.id, letter.key.request)
    except NoSuchRequest:
        return Unwanted("the request is gone")
    found = next((message for message in one.said if message.id == letter.key.message), None)
    if found is None or not one.asked:
        return Unwanted("no answer is awaited")
    return screens.asked(one, found, about_of(turn, one), turn.words)


def content(session: Session, paper: OwnFile | OwnHeic | SentFile | SentHeic) -> bytes:
    """The bytes of a file. Raises PaperGone if it is no longer there."""
    try:
        return files.content(session, paper.message_id, paper.file_id)
    except NoSuchRequest:
        raise PaperGone from None


def _due(turn: Turn, before: Request) -> date:
    """When it is due if it is sent now."""
    if before.due_on is not None and before.questioned_at is not None:
        return requesting.due_again(before.due_on, before.questioned_at, turn.now, turn.house.rulebook)
    return requesting.due_on(turn.now, turn.house.rulebook)


def _allowed(turn: Turn, request: Request) -> None:
    """Staff asked for an answer, so no ceiling holds for it."""
    if request.decided_apart:
        return
    rules = turn.rules.requests
    if requests.sent_since(turn.session, turn.member.id, begins(day_of(turn.now))) >= rules.a_day:
        raise TooManyMessages(rules.a_day)
    if not request.waits and requests.waiting(turn.session, turn.member.id) >= rules.waiting:
        raise TooManyRequests(rules.waiting)


def _sent(turn: Turn, before: Request, one: Message) -> Screen:
    """The receipt; and whoever of staff has the request hears that something was added."""
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    after = requests.own(turn.session, turn.member.id, before.id)
    if after.taken_by is not None:
        key = RequestAdded(before.id, one.id)
        letters.put(turn.session, member_id=after.taken_by, key=key, slot="1", at=turn.now)
    return replace(card(turn, after), also=(screens.receipt(after, one, turn.words),))


def _file(one: Request, message_id: int, file_id: int) -> tuple[Message, int] | None:
    """The message that has this file, and the place of the file in it (from 1), or None."""
    for message in one.said:
        for place, file in enumerate(message.files, start=1):
            if (message.id, file.id) == (message_id, file_id):
                return message, place
    return None


def _file_of(turn: Turn, one: Request, message_id: int, file_id: int) -> Screen | Unwanted:
    found = _file(one, message_id, file_id)
    if found is None or found[0].by is By.NOTE:
        return Unwanted("the file is gone")
    message, place = found
    return papers.to_member(one.id, message, place, message.files[place - 1], turn.words)


ROUTES = (
    Command("requests", command, MEMBER),
    On(presses.Requests, turn_page, MEMBER),
    On(presses.OpenRequest, open_request, MEMBER),
    On(presses.SendRequest, send, MEMBER),
    On(presses.DiscardRequest, discard, MEMBER),
    On(presses.AskWithdrawRequest, ask_withdraw, MEMBER),
    On(presses.WithdrawRequest, withdraw, MEMBER),
    On(presses.FetchFile, fetch, MEMBER),
    *writing.ROUTES,
)
LETTERS = (Writes(RequestSettled, write_settled), Writes(AnswerFile, write_file), Writes(CaseAsked, write_asked))
PAPERS = (
    Keeps(OwnFile, content),
    Keeps(OwnHeic, content, turned=as_jpeg),
    Keeps(SentFile, content),
    Keeps(SentHeic, content, turned=as_jpeg),
)
