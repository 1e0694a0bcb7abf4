"""The answer to a request: text and files in any order, saved at once, reviewed, and sent by who has the request."""

from content.declarations.evidence import Bad, shown_name
from content.requests.requesting import By, Message, Slip
from content.staff.answering import Outcome, RequestCase
from content.staff.rights import Act
from handlers.incoming import Sent
from handlers.presses.staff import requests as presses
from handlers.requests.notes import AwaitAnswer, heard, then, without_download
from handlers.screens.screen import Screen
from handlers.screens.staff import answering as screens
from handlers.screens.staff.answering import Answering
from handlers.staff.asked import done, or_gone, refused, seen
from handlers.staff.rights import may
from handlers.turn import Hears, On, Receives, StaffTurn
from handlers.work import Download, Prepared, Work
from storage.people import chats
from storage.requests import cases, files, messages


def write(turn: StaffTurn, press: presses.WriteAnswer) -> Screen:
    """Go on with the answer, or begin one."""
    return _write(turn, press.request, press.page)


def rewrite(turn: StaffTurn, press: presses.RewriteAnswer) -> Screen:
    return _write(turn, press.request, press.page, anew=True)


def hear(turn: StaffTurn, note: AwaitAnswer, typed: str) -> Screen:
    """Save a text. If it is not taken, say why, and keep what is written."""
    case = cases.hold(turn.session, note.request)
    against = cases.cannot_answer(case.request, turn.person_id)
    if against is not None:
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        return refused(turn, case, note.page, against)
    one, rules = _begun(turn, case), turn.rules.requests
    said = heard(note, one, typed, rules, turn.now)
    chats.expect(turn.session, turn.chat.id, then(note, said, turn.now), turn.now)
    if isinstance(said, Slip):
        told = turn.words.answering.slip(said, rules)
        return screens.write(_at(turn, case, one, note.page), turn.words, said=told, anew=note.anew)
    messages.write(turn.session, one, said)
    told = turn.words.request_steps.taken(len(said), rules.longest)
    return screens.write(_now(turn, case.id, note.page), turn.words, said=told)


def receive(turn: StaffTurn, note: AwaitAnswer, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download. Otherwise ask for the download."""
    case = cases.case(turn.session, note.request)
    outcome = cases.cannot_answer(case.request, turn.person_id)
    if outcome is not None:
        return refused(turn, case, note.page, outcome)
    one = _begun(turn, case)
    against = without_download(sent, one, turn.rules.requests)
    if against is not None:
        return screens.received(_at(turn, case, one, note.page), turn.words, against, "")
    return Download(sent.file_id, judged=True)


def keep(turn: StaffTurn, note: AwaitAnswer, sent: Sent, prepared: Prepared) -> Screen:
    """Keep the file that was downloaded. Meanwhile the answer may have been sent, or a colleague has the request."""
    case = cases.hold(turn.session, note.request)
    outcome = cases.cannot_answer(case.request, turn.person_id)
    if outcome is not None:
        return refused(turn, case, note.page, outcome)
    one, mime = _begun(turn, case), prepared.mime
    if isinstance(mime, Bad):
        return screens.received(_at(turn, case, one, note.page), turn.words, mime, "")
    name, most = shown_name(sent.name, mime), turn.rules.requests.files
    became = files.add(turn.session, one, name=name, mime=mime, kept=prepared.file, most=most, at=turn.now)
    return screens.received(_now(turn, case.id, note.page), turn.words, became, name)


def remove_file(turn: StaffTurn, press: presses.RemoveAnswerFile) -> Screen:
    case = cases.hold(turn.session, press.request)
    one = case.draft(turn.person_id)
    gone = one is not None and files.remove(turn.session, one, press.file)
    return _write(turn, case.id, press.page, said=turn.words.request_steps.removed() if gone else "")


def review(turn: StaffTurn, press: presses.ReviewAnswer) -> Screen:
    """All that the member will get. Without a text there is nothing to send."""
    case = cases.case(turn.session, press.request)
    against, one = cases.cannot_answer(case.request, turn.person_id), case.draft(turn.person_id)
    if against is not None:
        return refused(turn, case, press.page, against)
    if one is None or not one.text:
        return _write(turn, case.id, press.page, said=turn.words.answering.nothing_written())
    return screens.review(_at(turn, case, one, press.page), turn.words)


def send(turn: StaffTurn, press: presses.SendAnswer) -> Screen:
    """Send the answer, once. If the member has added something since it was reviewed, it is reviewed again."""
    before = cases.hold(turn.session, press.request)
    one = before.draft(turn.person_id)
    if one is None or one.id != press.message:
        return seen(turn, before.id, press.page)
    outcome = cases.answer(turn.session, before, one, turn.person_id, press.seen, turn.now)
    said, facts = turn.words.answering.answered(), {"message": one.id}
    shown = done(turn, "answer_request", before, press.page, outcome, said, facts=facts)
    if outcome is Outcome.ADDED:
        told = turn.words.answering.said_of(outcome, "")
        return screens.review(_at(turn, before, one, press.page), turn.words, said=told)
    return shown


def discard(turn: StaffTurn, press: presses.DiscardAnswer) -> Screen:
    """Remove what is written and not sent."""
    case = cases.hold(turn.session, press.request)
    one = case.draft(turn.person_id)
    gone = one is not None and messages.remove(turn.session, one)
    return seen(turn, case.id, press.page, said=turn.words.answering.discarded() if gone else "")


def _write(turn: StaffTurn, number: int, page: int, *, said: str = "", anew: bool = False) -> Screen:
    case = cases.hold(turn.session, number)
    against = cases.cannot_answer(case.request, turn.person_id)
    if against is not None:
        return refused(turn, case, page, against)
    _begun(turn, case)
    chats.expect(turn.session, turn.chat.id, AwaitAnswer(number, anew=anew, page=page), turn.now)
    return screens.write(_now(turn, number, page), turn.words, said=said, anew=anew)


def _begun(turn: StaffTurn, case: RequestCase) -> Message:
    return messages.begin(turn.session, case.request, By.ANSWER, turn.person_id, turn.now)


def _at(turn: StaffTurn, case: RequestCase, one: Message, page: int) -> Answering:
    return Answering(case, one, page, turn.rules)


def _now(turn: StaffTurn, number: int, page: int) -> Answering:
    """The answer as it is on record now."""
    case = cases.case(turn.session, number)
    return _at(turn, case, _begun(turn, case), page)


ROUTES = (
    On(presses.WriteAnswer, or_gone(write), may(Act.ANSWER_REQUESTS)),
    On(presses.RewriteAnswer, or_gone(rewrite), may(Act.ANSWER_REQUESTS)),
    On(presses.RemoveAnswerFile, or_gone(remove_file), may(Act.ANSWER_REQUESTS)),
    On(presses.ReviewAnswer, or_gone(review), may(Act.ANSWER_REQUESTS)),
    On(presses.SendAnswer, or_gone(send), may(Act.ANSWER_REQUESTS)),
    On(presses.DiscardAnswer, or_gone(discard), may(Act.ANSWER_REQUESTS)),
    Hears(AwaitAnswer, or_gone(hear), may(Act.ANSWER_REQUESTS)),
    Receives(AwaitAnswer, or_gone(receive), or_gone(keep), may(Act.ANSWER_REQUESTS)),
)
