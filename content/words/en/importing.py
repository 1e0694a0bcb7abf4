from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from content.importing.common_fields import CREDIT_COLUMNS, MEMBER_COLUMNS
from content.importing.report import GONE, MOVED, OUTCOMES, UNDO_DAYS, Kind, Outcome, Standing, State, Values
from content.words.en import common as forms
from content.words.en import grants

BAR = 12
LEFT_OUT = (Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED)
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NEW: "new",
    Outcome.CHANGED: "changed",
    Outcome.SAME: "unchanged",
    Outcome.DOUBLE: "already on record",
    Outcome.DOUBTFUL: "unclear",
    Outcome.REFUSED: "refused",
    Outcome.MISSING: "missing from the file",
    Outcome.COVERED: "members whose record starts earlier",
}


def report_columns() -> Sequence[str]:
    return ("line", "what", "member_id", "name", "column", "before", "after", "reason")


def outcome(kind: Kind, outcome: Outcome) -> str:
    return grants.outcome(outcome) if kind is Kind.GRANTS else _OUTCOMES[outcome]


def column(name: str) -> str:
    return name


def credit(values: Values) -> str:
    day = forms.day(date.fromisoformat(str(values["day"])))
    units = forms.credits(int(str(values["half_units"])))
    source, title = str(values["source"]), values["title"]
    named = "" if source.startswith("past:") else f" ({source})"
    return f"{day}, CC {values['code']}, {units}: {title}{named}"


def title(kind: Kind) -> str:
    if kind is Kind.GRANTS:
        return grants.title()
    return {Kind.MEMBERS: "Staff: import members", Kind.CREDITS: "Staff: import credits already held"}[kind]


def how(kind: Kind) -> Sequence[str]:
    if kind is Kind.GRANTS:
        return grants.how()
    what = {
        Kind.MEMBERS: "the members' file",
        Kind.CREDITS: "the file of credits from the former record, such as MAMIS",
    }[kind]
    columns = {Kind.MEMBERS: MEMBER_COLUMNS, Kind.CREDITS: CREDIT_COLUMNS}[kind]
    return (
        f"Send {what} (CSV or XLSX, at most 20 MB) to this chat.",
        f"Its first line is the header: {', '.join(columns)}",
        "Sending it changes nothing. You are first told what importing it would do, and then decide.",
    )


def ask_file() -> str:
    return "Send a file (CSV or XLSX)."


def too_big() -> str:
    return "Files over 20 MB can't be received. Nothing was changed. Split the file, for example by prefecture."


_STATES: Mapping[State, str] = {
    State.READING: "being read",
    State.REFUSED: "not readable",
    State.READY: "to be confirmed",
    State.QUEUED: "waiting",
    State.APPLYING: "being imported",
    State.APPLIED: "imported",
    State.UNDOING: "being taken back",
    State.UNDONE: "taken back",
    State.DROPPED: "dropped",
}


def label(one: Standing) -> str:
    standing = grants.standing(one.state) if one.kind is Kind.GRANTS else _STATES[one.state]
    return f"{one.number}  {standing}"


def one_title(one: Standing) -> str:
    return grants.one_title(one.number) if one.kind is Kind.GRANTS else f"Staff: import {one.number}"


def state(one: Standing) -> Sequence[str]:
    if one.kind is Kind.GRANTS:
        return grants.state(one)
    said: Mapping[State, str] = {
        State.READING: "The file is being read and compared with the record. Nothing has been changed yet.",
        State.REFUSED: f"This file can't be imported: it {one.fault}"
        if not one.fault.startswith("there")
        else f"This file can't be imported: {one.fault}",
        State.READY: _ready(one),
        State.QUEUED: "Another import is under way. This one begins when its turn comes.",
        State.APPLYING: "Importing. If it is interrupted, it goes on from where it stopped.",
        State.APPLIED: f"Imported. For {UNDO_DAYS} days you can take all of it back.",
        State.UNDOING: "Taking it back.",
        State.UNDONE: _undone(one),
        State.DROPPED: _dropped(one),
    }
    unchanged = ("Nothing was changed.",) if one.state is State.REFUSED else ()
    return (said[one.state], *unchanged)


def _ready(one: Standing) -> str:
    if not one.does_anything:
        return "There is nothing to change."
    rows = [f"{one.count(what):,} {_OUTCOMES[what]}" for what in LEFT_OUT if one.count(what)]
    left_out = f" These rows are left out: {', '.join(rows)}." if rows else ""
    return f"Import it as the report says?{left_out} Nothing has been changed yet."


def _undone(one: Standing) -> str:
    kept = one.tally.get("kept", 0)
    begun = "The record changed meanwhile, so the import was stopped. " if one.fault else ""
    left = {
        Kind.MEMBERS: f" {kept:,} members stayed as they are: they were used or changed since.",
        Kind.CREDITS: f" {kept:,} credits had been withdrawn already.",
    }[one.kind] * bool(kept)
    return f"{begun}Taken back ({one.tally.get('taken back', 0):,}).{left}"


def _dropped(one: Standing) -> str:
    if one.fault == MOVED:
        return "The record changed after the report was made, so nothing was imported. Please send the file again."
    if one.fault == GONE:
        return "The file could not be read. Please send it again."
    return "The import was dropped. Nothing was changed."


def numbers(one: Standing) -> Sequence[str]:
    return tuple(f"• {outcome(one.kind, what).capitalize()}: {one.count(what):,}" for what in OUTCOMES[one.kind])


def bar(done: int, total: int, left: timedelta | None) -> str:
    full = BAR * done // total if total else BAR
    seconds = round(left.total_seconds()) if left is not None else 0
    time = f"{seconds} s" if seconds < 90 else f"{round(seconds / 60)} min"
    more = f"  about {time} left" if left is not None else ""
    return f"{'▓' * full}{'░' * (BAR - full)}  {100 * done // total if total else 100}%{more}"


def to_apply(one: Standing) -> str:
    return grants.to_apply(one.changes) if one.kind is Kind.GRANTS else f"Import ({one.changes:,})"


def to_drop() -> str:
    return "Drop it"


def to_report() -> str:
    return "Get the report as CSV"


def to_undo(kind: Kind) -> str:
    return grants.to_undo() if kind is Kind.GRANTS else "Take it back"


def ask_undo(one: Standing) -> Sequence[str]:
    if one.kind is Kind.GRANTS:
        return grants.ask_undo(one)
    return (
        f"Put the {one.changes:,} entries of this import back to what they were before?",
        {
            Kind.MEMBERS: "Members that it added are removed. Those who have logged in, or were changed since, stay as"
            " they are.",
            Kind.CREDITS: "The credits that it brought are withdrawn. Members get no message about it. Certificates"
            " that show one of them are listed under “See what changed”.",
        }[one.kind],
    )


def to_undo_now() -> str:
    return "Yes, take it back"


def not_now() -> str:
    return "This can't be done now: another import is under way, or this one is over."


def report_comes() -> str:
    return "The report is on its way."


def report_title(one: Standing) -> str:
    if one.kind is Kind.GRANTS:
        return grants.report_title(one.number)
    return f"The report of import {one.number}."


def file_name(number: int) -> str:
    return f"import-{number}.csv"
