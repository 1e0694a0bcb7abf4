from collections.abc import Mapping
from datetime import datetime
from typing import Any

from content.rules import local
from content.staff.logged import Person
from content.staff.rights import Role
from content.words.en import common, rights

_ACTS: Mapping[str, str] = {
    "refused": "Refused: no right to it",
    "listed_roles": "Saw the list of roles",
    "viewed_roles": "Saw somebody's roles",
    "grant_role": "Gave a role",
    "take_role": "Took a role",
    "ask_joint": "Asked a second person",
    "look_at_joint": "Looked at what was asked",
    "refuse_joint": "Refused what was asked",
    "grant_owner": "Made an owner, by two",
    "code_for_staff": "Code for staff, by two",
    "searched": "Searched for members",
    "viewed": "Saw a member's card",
    "lift_lock": "Lifted a login lock",
    "give_code": "Gave a one-time code",
    "disown_code": "Code voided by member",
    "listed_claims": "Saw the list of claims",
    "viewed_claim": "Saw a claim",
    "accept_claim": "Accepted a claim",
    "refuse_claim": "Refused a claim",
    "close_claim": "Closed a claim",
    "listed_declarations": "Saw the declarations",
    "viewed_declaration": "Saw a declaration",
    "viewed_evidence": "Saw evidence",
    "accept_declaration": "Accepted a declaration",
    "refuse_declaration": "Refused a declaration",
    "erase_key": "Erased a personal key",
    "listed_log": "Saw the list of the log",
    "viewed_log": "Saw an act of the log",
    "exported_log": "Exported the log",
    "invite_staff": "Invited staff",
    "open_invitation": "Opened an invitation",
    "look_at_invitation": "Looked at an invitation",
    "confirm_invitation": "Confirmed an invitation",
    "reenter_account": "Let back in, by two",
    "listed_requests": "Listed requests",
    "viewed_request": "Saw a request",
    "viewed_request_file": "Saw a file of a request",
    "take_request": "Took a request",
    "put_back_request": "Put a request back",
    "hand_on_request": "Handed a request on",
    "note_on_request": "Wrote a note on a request",
    "answer_request": "Answered a request",
    "close_request": "Closed a request without an answer",
}
_FACTS: Mapping[str, str] = {
    "act": "Act",
    "asked_by": "Asked by (our number)",
    "by": "Staff (our number)",
    "claim": "Number of the claim",
    "code_until": "Code ends",
    "day": "Day",
    "declaration": "Number of the declaration",
    "done": "Changed",
    "evidence": "Number of the file",
    "failures": "Failed logins",
    "file": "Number of the file",
    "found": "Found",
    "code": "One-time code",
    "half_units": "Half credits",
    "key": "Personal key",
    "kind": "Act",
    "locked_until": "Login locked until",
    "message": "Number of the message",
    "number": "Number of the act",
    "on": "Member (our number)",
    "others": "Who can confirm (our numbers)",
    "outcome": "Outcome",
    "people": "People",
    "request": "Number of the request",
    "role": "Role",
    "roles": "Roles",
    "shown": "Shown (our numbers)",
    "state": "State",
    "taken_by": "With (our number)",
    "invitation": "Number of the invitation",
    "name": "Name",
    "telegram_id": "Telegram number",
    "username": "Telegram user name",
    "waiting": "Waiting",
}
_BOTH = {True: "yes", False: "no"}
_STATES: Mapping[str, str] = {
    "it holds": "done",
    "of the member of staff himself": "nobody decides their own",
    "nobody decides upon his own": "nobody decides their own",
    "barred": "not theirs to confirm, or out of time",
    "changed": "changed meanwhile, shown anew",
}
_LOOKS = "in the role of "


def act(act: str) -> str:
    return _ACTS.get(act, act)


def person(person: Person) -> str:
    return person.name if person.id is not None else "the operator"


def moment(at: datetime) -> str:
    return f"{common.day(local(at).date())}, {common.time(at)}"


def why(why: str) -> str:
    return f"Why: {f'a look {why}' if why.startswith(_LOOKS) else why}"


def fact(name: str) -> str:
    return _FACTS.get(name, name)


def value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _BOTH[value]
    if isinstance(value, list):
        return ", ".join(_text(name, str(one)) for one in value) or "none"
    return _text(name, str(value)) if value not in ("", None) else "none"


def _text(name: str, text: str) -> str:
    if name in ("role", "roles"):
        return ", ".join(map(_role, text.split(",")))
    if name in ("act", "kind"):
        return rights.attempted(text) if text not in _ACTS else act(text)
    if name in ("state", "outcome", "code"):
        return _STATES.get(text, text)
    return f"{moment(datetime.fromisoformat(text))} (Japan)" if name.endswith("_until") else text


def _role(text: str) -> str:
    return rights.role(Role(text)) if text in {one.value for one in Role} else text
