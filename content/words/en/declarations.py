from collections.abc import Sequence
from datetime import date

from content.declarations.declaring import Declared, State
from content.values import CreditKind
from content.words.en import common as forms
from content.words.en import declare_steps as steps
from content.words.en import ledger

_VERDICTS = {
    State.SUBMITTED: "▶️ Waiting for a decision",
    State.ACCEPTED: "✅ Accepted",
    State.REFUSED: "⚠️ Refused",
}
_STATES = {State.SUBMITTED: "waiting", State.ACCEPTED: "accepted", State.REFUSED: "refused"}
_ACCEPTING = ("Evidence checked", "Checked with the organiser", "Confirmed locally")
_REFUSING = ("Evidence can't be read", "Evidence does not match", "Already declared", "Not eligible")
_MEGABYTE = 1024 * 1024


def title(waiting: int) -> str:
    return f"Declarations · {waiting}"


def line(number: int, name: str, member_no: str, one: Declared, waited: str) -> str:
    return f"{number} {name} · {member_no} · {steps.kind(one.kind)} · {forms.credits(one.half_units)} · {waited}"


def card_title(number: int, name: str, kana: str) -> str:
    return f"Declaration {number} · {name}{f' ({kana})' if kana else ''}"


def fact(name: str, value: str) -> str:
    return f"{name}: {value}"


def year(year: int) -> str:
    return f"Counts in {forms.fiscal_year(year)}"


def file(number: int, name: str, size: int) -> str:
    return f"📄 File {number}: {name} ({_size(size)})"


def to_file(number: int) -> str:
    return f"File {number}"


def alike(one: Declared, *, same_day: bool, same_code: bool, same_file: bool) -> str:
    same = [name for name, is_same in (("day", same_day), ("CC", same_code), ("file", same_file)) if is_same]
    what = f"{steps.kind(one.kind)}, {forms.credits(one.half_units)}, {_STATES[one.state]}"
    return f"⚠️ Same {' and '.join(same)} as declaration {one.id}: {what}"


def earned(kind: CreditKind, title: str, half_units: int, *, same_code: bool) -> str:
    same = "same day and CC" if same_code else "same day"
    return f"⚠️ A credit with the {same}: {ledger.kind(kind)}, “{title}”, {forms.credits(half_units)}"


def further(number: int) -> str:
    return f"and {number} more"


def cannot_earn() -> str:
    return "⚠️ This user ID can't earn credits, so this can't be accepted."


def verdict(state: State) -> str:
    return _VERDICTS[state]


def to_accept() -> str:
    return "Accept"


def to_refuse() -> str:
    return "Refuse"


def ask_why_title(name: str, *, accept: bool) -> str:
    return f"{'Accept' if accept else 'Refuse'} the declaration · {name}"


def what_follows(half_units: int, day: date, year: int, *, accept: bool) -> str:
    if not accept:
        return "No credit is granted. The member can change the declaration and submit it again."
    return f"{forms.credits(half_units)} of {forms.day(day)} ({forms.fiscal_year(year)}) will be granted at once."


def reasons(*, accept: bool) -> Sequence[str]:
    return _ACCEPTING if accept else _REFUSING


def done(state: State) -> str:
    if state is State.REFUSED:
        return "✅ Refused. The member will be notified, with your reason."
    return "✅ Accepted: the credit is granted. The member will be notified, with your reason."


def gone() -> str:
    return "This declaration could not be found. Withdrawn declarations are not shown here. Nothing was changed."


def file_title(number: int) -> str:
    return f"Evidence of declaration {number}"


def file_caption(number: int, name: str) -> str:
    return f"File {number}: {name} · Personal data: please delete this message once you have checked it."


def file_comes() -> str:
    return "The file is on its way. Your viewing it is logged."


def _size(size: int) -> str:
    if size < _MEGABYTE:
        return f"{max(size // 1024, 1)} KB"
    return f"{size / _MEGABYTE:.1f} MB"
