from collections.abc import Iterator, Mapping, Sequence

from content.exporting.cells import Encoding
from content.exporting.changes import CHANGES, Change
from content.exporting.export import ERASED, FAILED, OVERTAKEN, Kind, Scope, Standing, State
from content.prefectures import in_english
from content.rules import day_of
from content.text.periods import Named, Period
from content.values import CreditKind
from content.words.en import common as forms
from content.words.en import ledger

_NAMED: Mapping[Named, str] = {
    Named.THIS_YEAR: "This year",
    Named.LAST_YEAR: "Last year",
    Named.TWO_YEARS: "Both years",
    Named.THIS_MONTH: "This month",
    Named.LAST_MONTH: "Last month",
}
_STATES: Mapping[State, str] = {
    State.COUNTING: "being counted",
    State.READY: "to be confirmed",
    State.QUEUED: "waiting",
    State.MAKING: "being made",
    State.MADE: "made",
    State.DROPPED: "dropped",
}
_KINDS: Mapping[Kind, str] = {Kind.WHOLE: "All", Kind.DIFFERENCE: "Changes"}
_ENCODINGS: Mapping[Encoding, str] = {Encoding.UTF8: "UTF-8", Encoding.CP932: "CP932"}
_CHANGES: Mapping[Change, str] = {
    Change.NEW: "new",
    Change.CHANGED: "changed",
    Change.REVERSED: "withdrawn",
    Change.LEFT: "of members who left the prefecture",
    Change.ERASED: "of erased members",
}


def title() -> str:
    return "Staff: export credits"


def how() -> Sequence[str]:
    return (
        "Credits are exported as CSV, for other systems and prefectural associations.",
        "Choose when they were earned, or write it: 2026 (a fiscal year), 2026-12, or 2026/4/1-2026/9/30.",
        "You are first told the numbers, and then decide whether the file is made.",
    )


def named(name: Named) -> str:
    return _NAMED[name]


def period(period: Period) -> str:
    return f"{forms.day(period.first)} to {forms.day(period.last)}"


def ask_audience() -> str:
    return "Whose credits?"


def everybody() -> str:
    return "All members"


def prefecture(prefecture: str) -> str:
    return in_english(prefecture)


def scope(scope: Scope) -> str:
    who = in_english(scope.prefecture) if scope.prefecture else everybody()
    return f"{period(scope.period)}, {who}"


def ask_kind(former: int | None) -> Sequence[str]:
    last = (
        f"“Changes” has only what changed since export {former}, the last one of this period and these members."
        if former
        else "Nothing of this period and these members was exported yet. After the first export you can choose changes."
    )
    return (
        "What should be exported?",
        last,
        "Choose the encoding that the receiver reads; spreadsheets open both.",
    )


def to_begin(kind: Kind, encoding: Encoding) -> str:
    return f"{_KINDS[kind]}, {_ENCODINGS[encoding]}"


def label(one: Standing) -> str:
    return f"{one.number}  {_STATES[one.state]}"


def one_title(number: int) -> str:
    return f"Staff: export {number}"


def wanted(one: Standing) -> Sequence[str]:
    since = f" (since export {one.follows})" if one.is_difference else ""
    return (scope(one.wanted.scope), f"{to_begin(one.wanted.kind, one.wanted.encoding)}{since}")


def state(one: Standing, days: int) -> Sequence[str]:
    said: Mapping[State, str] = {
        State.COUNTING: "Counting.",
        State.READY: _ready(one),
        State.QUEUED: "Waiting for its turn. It begins soon.",
        State.MAKING: "The file is being made. If this is interrupted, it goes on from where it stopped.",
        State.MADE: _made(one, days),
        State.DROPPED: _dropped(one),
    }
    return (said[one.state],)


def _ready(one: Standing) -> str:
    if one.is_difference and not one.rows:
        return "Nothing changed since the last export. You can still have an empty file made that says so."
    return "Make the file?"


def _made(one: Standing, days: int) -> str:
    if one.has_file:
        return f"The file was made on {_day(one)}. You can get it again for {days} days after that."
    if one.fault == ERASED:
        return "The file was removed, because the record of a member in it was erased. Export again if you need it."
    return "The file is not kept any more. Export again if you need it."


def _day(one: Standing) -> str:
    return forms.day(day_of(one.settled_at or one.begun_at))


def _dropped(one: Standing) -> str:
    if one.fault == OVERTAKEN:
        return "Another export of this period and these members was made after the counting. Please begin again."
    if one.fault == ERASED:
        return "The record of a member was erased meanwhile, so this was stopped. Please begin again."
    if one.fault == FAILED:
        return "An error occurred, so the export was not finished. No credits were changed. Please try again."
    return "The export was dropped."


def numbers(one: Standing) -> Sequence[str]:
    return tuple(_numbers(one))


def _numbers(one: Standing) -> Iterator[str]:
    yield f"• Members: {one.members:,}"
    yield f"• Rows: {one.rows:,}"
    if one.is_difference:
        yield from (f"  {_CHANGES[change]}: {one.changes(change):,}" for change in Change if one.changes(change))
    yield f"• {'Valid now in this scope' if one.is_difference else 'In all'}: {forms.credits(one.sum)}"
    for kind in CreditKind:
        if one.half_units(kind):
            yield f"  {ledger.kind(kind)}: {forms.credits(one.half_units(kind))}"


def lacking(one: Standing) -> Sequence[str]:
    if not one.lacking:
        return ()
    letters = ", ".join(f"{letter} ({cells:,})" for letter, cells in sorted(one.lacking.items())[:20])
    return (f"CP932 lacks these characters: {letters}. They are written by their number, such as &#134071;.",)


def digest(one: Standing) -> str:
    return f"SHA-256 of manifest.json: {one.digest}"


def to_make() -> str:
    return "Make the file"


def to_drop() -> str:
    return "Drop it"


def to_fetch() -> str:
    return "Get the file"


def file_comes() -> str:
    return "The file is on its way."


def file_title(one: Standing, part: int) -> str:
    count = len(one.volumes)
    which = f", part {part} of {count}" if count > 1 else ""
    return f"The file of export {one.number}{which}. It holds members' personal data."


def readme(kind: Kind, encoding: Encoding, parts: int) -> Sequence[str]:
    gone = ", ".join(CHANGES[one] for one in (Change.REVERSED, Change.LEFT, Change.ERASED))
    difference = (
        f"This is a difference. Add the rows with {CHANGES[Change.NEW]}; put each row with {CHANGES[Change.CHANGED]} in"
        f" place of the one with its former key (third column); take out those with the keys of the others ({gone}).",
        "`follows` in manifest.json has the number and the SHA-256 of the export before it. If you don't have that one,"
        " ask for a whole export.",
    )
    return (
        "Credits, exported by Tan'i.",
        *_in_parts(parts),
        f"The table is encoded as {_ENCODINGS[encoding]}. A row is a credit; its key (second column) never changes.",
        *(difference if kind is Kind.DIFFERENCE else ("These are all credits that stand; none that was withdrawn.",)),
        "&#134071; and the like are characters by their number in Unicode. An apostrophe at the beginning of a cell"
        " keeps a spreadsheet from taking it for a formula.",
        "The file holds personal data: please handle it with care.",
    )


def _in_parts(parts: int) -> Sequence[str]:
    if parts == 1:
        return ("The table is credits.csv.",)
    return (
        f"The table comes in {parts} ZIPs: only credits-1.csv to credits-{parts}.csv together are the whole export.",
    )
