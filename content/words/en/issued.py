from collections.abc import Sequence
from datetime import date

from content.rules import local
from content.staff.certificates import DoubtLine, Ended, Issued, IssuedLine
from content.verifying.differing import Part
from content.verifying.doubts import Change, Kind
from content.verifying.standing import State
from content.words.en import certificate, common, verify

MOST_SHOWN = 99  # what fits on a button
_STATES = {State.VALID: "✅ valid", State.REPLACED: "⚠️ replaced", State.REVOKED: "⚠️ revoked"}
PARTS = {
    Part.NAME: "Name",
    Part.REGISTRY_NO: "Medical registry number",
    Part.MEMBER_NO: "Member ID",
    Part.ISSUER: "Issuer",
}


def title() -> str:
    return "Staff · Certificates"


def room() -> Sequence[str]:
    return (
        "Type the number of a certificate to see it with its history.",
        "The certificates of a member are listed on the member's card.",
        "Every view and action is logged with your name.",
    )


def unknown() -> str:
    return "There is no certificate with this number on record. Please check the number and type it again."


def to_doubts(waiting: int) -> str:
    return f"See what changed{_number(waiting)}"


def to_members() -> str:
    return "Find a member"


def to_list(number: int) -> str:
    return f"Certificates{_number(number)}"


def list_title(name: str) -> str:
    return f"Certificates · {name}"


def none() -> str:
    return "No certificate was issued."


def line(place: int, one: IssuedLine) -> Sequence[str]:
    state = _STATES[one.state] if one.drawn or one.state is not State.VALID else "not made yet"
    purpose = certificate.purpose(one.purpose) if one.purpose else "content erased"
    return (
        f"{place} · {state} · issued {common.day(local(one.asked_at).date())}",
        f"{verify.span(one.first, one.last)} · {purpose}",
    )


def card_title(number: str) -> str:
    return f"Certificate {number}" if number else "Certificate"


def not_drawn() -> str:
    return "⚠️ Its file has not been made yet (until then nobody can check its number)"


def under_way(number: str) -> str:
    return f"▶️ Being replaced. {number} takes its place once its file is made. Until then this one is valid."


def holder(name: str, member_no: str) -> str:
    return f"Name: {name} (member ID {member_no})"


def today(name: str) -> str:
    return f"Name on record now: {name}"


def erased() -> str:
    return "Name: the member's record was erased, and with it what the certificate said"


def totals(half_units: int, codes: int, lines: int) -> str:
    if not codes:
        return "Credits: erased with the member's record"
    rows = f" · {lines} {'line' if lines == 1 else 'lines'}" if lines else ""
    return f"Credits: {verify.totals(half_units, codes)}{rows}"


def replaces(numbers: Sequence[str]) -> str:
    return f"Replaces {', '.join(numbers)}"


def purpose(name: str) -> str:
    return f"Purpose: {name}"


def span(first: date, last: date) -> str:
    return f"Period: {verify.span(first, last)}"


def history(one: Issued) -> Sequence[str]:
    drawn = f"Made: {verify.issued_at(one.drawn_at)}" if one.drawn_at else "Made: not yet"
    sent = (
        f"Sent to the member: {verify.issued_at(one.sent_at)}" if one.sent_at else "Sent to the member: not on record"
    )
    return (f"Requested: {verify.issued_at(one.asked_at)}", drawn, sent)


def ended(end: Ended) -> Sequence[str]:
    what = "Replaced" if end.state is State.REPLACED else "Revoked"
    by = f" · by {end.by}" if end.by else ""
    lines = [f"{what}: {verify.issued_at(end.at)}{by}", f"Reason: {verify.reason(end.reason)}"]
    return (*lines, f"New number: {end.instead}") if end.instead else lines


def changed() -> str:
    return "▶️ Changed since it was issued"


def change(change: Change) -> str:
    day = common.short_day(local(change.at).date())
    if change.kind is Kind.CREDIT and change.day is not None:
        why = f" · Reason: {change.after}" if change.after else ""
        return f"• Credit of {common.day(change.day)}, “{change.before}”: reversed on {day}{why}"
    what = PARTS[Part(change.kind.value)]
    return f"• {what}: {_or_none(change.before)} → {_or_none(change.after)} (corrected on {day})"


def more(number: int) -> str:
    return f"{number} more"


def nothing_changed() -> str:
    return "Nothing that this certificate says has changed."


def to_file() -> str:
    return "See the file"


def file_comes() -> str:
    return "The file is on its way. This was logged."


def copy() -> str:
    return "A copy for staff: the same file that the member has."


def to_card() -> str:
    return "See the certificate"


def to_replace() -> str:
    return "Replace it"


def to_revoke() -> str:
    return "Revoke it"


def to_leave() -> str:
    return "Leave it as it is"


def queue_title(waiting: int) -> str:
    return f"Certificates · Changed since ({waiting})"


def queue_line(place: int, one: DoubtLine, waited: str) -> Sequence[str]:
    what = [change(each) for each in one.changes[:2]] or [f"• {nothing_changed()}"]
    further = [more(len(one.changes) - 2)] * (len(one.changes) > 2)
    return (f"{place} · {one.name} (member ID {one.member_no}) · waiting for {waited}", *what, *further)


def _or_none(text: str) -> str:
    return text or "none"


def _number(number: int) -> str:
    return f" ({min(number, MOST_SHOWN)}{'+' if number > MOST_SHOWN else ''})" if number else ""
