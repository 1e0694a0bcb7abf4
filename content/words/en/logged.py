from collections.abc import Mapping
from datetime import datetime
from typing import Any

from content.rules import local
from content.staff.logged import Person
from content.staff.rights import Role
from content.values import CreditKind
from content.verifying.standing import Reason
from content.words.en import acts, common, ledger, rights, verify

_FACTS: Mapping[str, str] = {
    "export": "Export no.",
    "scope": "Scope of the export",
    "export_kind": "Kind of export",
    "rows": "Rows",
    "import": "Import no.",
    "digest": "SHA-256 of the file (first digits)",
    **{"new": "New", "changed": "Changed", "refused": "Refused"},
    **{"double": "Already on record", "doubtful": "Unclear", "covered": "Members whose record starts earlier"},
    "certificate": "Certificate (internal no.)",
    "instead": "New certificate (internal no.)",
    "reason": "Reason shown",
    "changes": "What changed",
    "act": "Action",
    "credit": "Credit (internal number)",
    "source": "Content (internal name)",
    "credit_kind": "Kind of credit",
    "curriculum_code": "Curriculum code",
    "title": "Title",
    "organiser": "Organiser",
    "rules": "Rules applied",
    "category": "Common lecture",
    "common_half_units": "Common lecture's half-credits",
    "certificates": "Certificates that show it",
    "letters": "Letters no.",
    "announcement": "Announcement number",
    "asked_by": "Requested by (internal no.)",
    "by": "Staff (internal no.)",
    "claim": "Claim no.",
    "code_until": "Code valid until",
    "day": "Day",
    "declaration": "Declaration no.",
    "done": "Changed",
    "evidence": "File no.",
    "failures": "Failed logins",
    "file": "File no.",
    "found": "Found",
    "code": "One-time code",
    "half_units": "Half credits",
    "key": "Personal key",
    "kind": "Action",
    "locked_until": "Login locked until",
    "view_until": "Viewed until",
    "ended_at": "Membership ended",
    "message": "Message no.",
    "number": "Log entry no.",
    "on": "Member (internal no.)",
    "others": "Who can confirm (internal nos.)",
    "outcome": "Outcome",
    "people": "People",
    "request": "Request no.",
    "role": "Role",
    "roles": "Roles",
    "shown": "Shown (internal nos.)",
    "state": "State",
    "taken_by": "With (internal no.)",
    "invitation": "Invitation no.",
    "name": "Name",
    "telegram_id": "Telegram ID",
    "times": "Times",
    "username": "Telegram username",
    "waiting": "Waiting",
}
_BOTH = {True: "yes", False: "no"}
_STATES: Mapping[str, str] = {
    "going": "being sent or scheduled",
    "it holds": "done",
    **{"by the button": "ended by the button", "by the command": "ended by the command"},
    **{"the time was up": "the time was up", "the right was lost": "the role was lost"},
    "the member holds a role now": "the member now has a role",
    "of the member of staff himself": "own case, not decided",
    "nobody decides upon his own": "own case, not decided",
    "barred": "not allowed to confirm, or expired",
    "changed": "record had changed, shown again",
    "the account earns nothing": "this user ID can't earn credits",
    "the account earns no credits": "this user ID can't earn credits",
    "opened before by the same person": "already opened by the same person",
    "opened before by somebody else": "already opened by someone else",
    "over: decided, withdrawn, older than a day, or the inviter is no owner any more": "the invitation has ended",
    "void": "cancelled",
}
_REASONS: Mapping[str, str] = {
    **{one.value: verify.reason(one) for one in Reason},
    "registry_no": "medical registry number",
    "member_no": "member ID",
}
_LOOKS = "in the role of "


def person(person: Person) -> str:
    return person.name if person.id is not None else "the system operator"


def moment(at: datetime) -> str:
    return f"{common.day(local(at).date())}, {common.time(at)}"


def why(why: str) -> str:
    return f"Reason: {f'viewed {why}' if why.startswith(_LOOKS) else why}"


def fact(name: str) -> str:
    return _FACTS.get(name, name)


def value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _BOTH[value]
    if isinstance(value, list):
        return ", ".join(_text(name, str(one)) for one in value) or "none"
    return _text(name, str(value)) if value not in ("", None) else "none"


def _text(name: str, text: str) -> str:
    if name == "credit_kind":
        return ledger.kind(CreditKind(text))
    if name in ("role", "roles"):
        return ", ".join(map(_role, text.split(",")))
    if name in ("act", "kind"):
        return rights.attempted(text) if text not in acts.NAMES else acts.act(text)
    if name in ("state", "outcome", "code"):
        return _STATES.get(text, text)
    if name in ("reason", "changes"):
        return _REASONS.get(text, text)
    return f"{moment(datetime.fromisoformat(text))} (Japan)" if name.endswith(("_until", "ended_at")) else text


def _role(text: str) -> str:
    return rights.role(Role(text)) if text in {one.value for one in Role} else text
