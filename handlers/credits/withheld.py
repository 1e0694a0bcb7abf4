"""What a member earned and what an imported credit may double: staff are asked, by a request in the member's name."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.requests import requesting
from content.requests.requesting import Kind
from content.rules import Rulebook
from content.words import speak
from handlers.due import Due
from storage.credits import earning
from storage.people import chats
from storage.requests import requests


def find(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return earning.unasked(session)


def ask(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    """The member reads the question and its answer in /requests, and staff find it at their desk."""
    asked = earning.ask(session, found, now)
    for one in asked:
        chat = chats.of_member(session, one.member_id)
        say = speak(chat.language if chat else "ja").requests
        text = say.same_credit(one.title, one.code, one.imported.title, one.imported.earned_on)
        due_on = requesting.due_on(now, rulebook)
        requests.put(session, one.member_id, Kind.OTHER, text, due_on=due_on, at=now)
    return len(asked)


ROUTES = ()
DUE = (Due("earned credits that may be imported ones", find, ask),)
