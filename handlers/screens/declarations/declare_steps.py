"""A declaration's fields, asked for one by one: by text, by button, or by a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from content.curriculum import Code
from content.declarations.declaring import Declared, Kind, Step
from content.declarations.evidence import Added, Bad
from content.rules import Rules
from content.words import Words
from handlers.press import Press
from handlers.presses.declarations.declare import (
    Begin,
    Declarations,
    OpenDeclaration,
    RemoveFile,
    SetCode,
    SetDay,
    SetKind,
    SetUnits,
    SkipNote,
)
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of

OFFERED = (1, 2, 3, 4)
"""Half-units that have a button of their own."""

CHOICES = 8
"""At most so many codes are named if a search finds several."""


@dataclass(frozen=True)
class Asking:
    """The moment and the rules for which something is asked: `today` in Japan, and the first day that can be declared
    now.
    """

    today: date
    first: date
    rules: Rules


def kinds(at: Asking, words: Words, *, said: str = "") -> Screen:
    """Choose the kind of learning that is to be declared."""
    say, told = words.declare_steps, [said, ""] if said else []
    rows = (*_kinds(lambda kind: Begin(kind.value), words), row(Button(words.common.back(), Declarations(1))))
    return Screen(
        page(say.step_title(Step.KIND), *told, *say.ask(Step.KIND, at.rules, at.first)), rows, subject="declare"
    )


def ask(step: Step, one: Declared, at: Asking, words: Words, *, said: str = "") -> Screen:
    """Ask for a field of a draft. `said` is told first, for example why the last answer was not taken."""
    say = words.declare_steps
    told = [said, ""] if said else []
    held = say.value(step, one)
    lines = [*told, *say.ask(step, at.rules, at.first), *(["", say.present(held)] if held else [])]
    rows = (*_ROWS.get(step, _none)(one, at, words), _back(one, words))
    return Screen(page(say.step_title(step), *lines), rows, subject=subject(one))


def received(one: Declared, at: Asking, words: Words, became: Added | Bad, name: str) -> Screen:
    """What became of a file. Files that come together and fare alike are answered by one message: the subject is
    of them, not of the declaration.
    """
    say, most, rules = words.declare_steps, at.rules.declared_evidence, at.rules
    if isinstance(became, Bad):
        said = say.bad_file(became)
    else:
        said = {
            Added.NEW: say.added(name, len(one.evidence), most),
            Added.SAME: say.added_before(),
            Added.FULL: say.full(most),
            Added.NO_ROOM: say.no_room(rules.declared_files, rules.declared_megabytes),
        }[became]
    return replace(ask(Step.EVIDENCE, one, at, words, said=said), subject=f"evidence:{one.id}:{became.name}")


def several(one: Declared, found: Sequence[Code], words: Words) -> Screen:
    """Choose one of these codes."""
    say, shown = words.declare_steps, found[:CHOICES]
    buttons = [Button(say.code(code.number), SetCode(one.id, code.number)) for code in shown]
    text = page(say.step_title(Step.CODE), *say.several(shown, len(found) - len(shown)))
    return Screen(text, (*rows_of(buttons, 3), _back(one, words)), subject=subject(one))


def subject(one: Declared) -> str:
    return f"declaration:{one.id}"


def _kinds(press: Callable[[Kind], Press], words: Words) -> tuple[Row, ...]:
    return tuple(row(Button(words.declare_steps.kind(kind), press(kind))) for kind in Kind)


def _change_kind(one: Declared, _at: Asking, words: Words) -> tuple[Row, ...]:
    return _kinds(lambda kind: SetKind(one.id, kind.value), words)


def _days(one: Declared, at: Asking, words: Words) -> tuple[Row, ...]:
    say, yesterday = words.declare_steps, at.today - timedelta(days=1)
    offered = [(say.today(), at.today), *([(say.yesterday(), yesterday)] if yesterday >= at.first else [])]
    return (row(*(Button(label, SetDay(one.id, day.toordinal())) for label, day in offered)),)


def _units(one: Declared, _at: Asking, words: Words) -> tuple[Row, ...]:
    return (row(*(Button(words.declare_steps.number(halves), SetUnits(one.id, halves)) for halves in OFFERED)),)


def _note(one: Declared, _at: Asking, words: Words) -> tuple[Row, ...]:
    return (row(Button(words.declare_steps.skip(), SkipNote(one.id))),)


def _files(one: Declared, _at: Asking, words: Words) -> tuple[Row, ...]:
    say = words.declare_steps
    on = Button(say.to_review() if one.evidence else say.later(), OpenDeclaration(one.id))
    numbered = enumerate(one.evidence, start=1)
    return (row(on), *rows_of((Button(say.remove(n), RemoveFile(one.id, file.id)) for n, file in numbered), 3))


def _none(_one: Declared, _at: Asking, _words: Words) -> tuple[Row, ...]:
    return ()


_ROWS: Mapping[Step, Callable[[Declared, Asking, Words], tuple[Row, ...]]] = {
    Step.KIND: _change_kind,
    Step.DAY: _days,
    Step.UNITS: _units,
    Step.NOTE: _note,
    Step.EVIDENCE: _files,
}


def _back(one: Declared, words: Words) -> Row:
    return row(Button(words.common.back(), OpenDeclaration(one.id)))
