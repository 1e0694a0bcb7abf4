"""Declarations that were submitted: their queue, the card of one with its evidence, and the reason for a decision."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from content.absence import given
from content.declarations.declaring import Evidence, State, Step
from content.declarations.evidence import jpeg_name
from content.rules import fiscal_year
from content.staff.answering import Outcome
from content.staff.cases import Queue, View
from content.staff.filing import Decided, Filed, FiledLine
from content.words import Words
from handlers.presses.staff.declarations import AskWhyFiled, DecideFiled, OpenEvidence
from handlers.presses.staff.desk import Filed as Queued
from handlers.presses.staff.desk import OpenFiled
from handlers.presses.staff.members import OpenMember
from handlers.screens.screen import Button, KeptEvidence, KeptHeic, Place, Row, Screen, page, row, rows_of
from handlers.screens.staff import caring
from handlers.screens.staff.desk import queue_rows

ALIKE = 4
"""At most so many other declarations are named on a card."""


def queue(shown: Queue[FiledLine], now: datetime, words: Words) -> Screen:
    """The declarations that wait: what is due first comes first."""
    lines = [_line(place, one, now, words) for place, one in enumerate(shown.lines, start=shown.before + 1)]
    opens = (OpenFiled(line.declared.id, shown.number) for line in shown.lines)
    title = words.declarations.title(shown.total)
    rows = queue_rows(shown, opens, Queued, words)
    return Screen(page(title, *(lines or [words.desk.nothing()])), rows, subject="staff")


def card(view: View[Filed], now: datetime, words: Words, said: str = "") -> Screen:
    """A declaration, with all that is needed to decide it. `said` is what was done just now."""
    shown, told = view.case, [said, ""] if said else []
    lines = (
        *told,
        words.claims.member_no(shown.member_no),
        *_waits(shown, now, words),
        *_care(view, now, words),
        "",
        *_facts(shown, words),
        *_alike(shown, words),
        *_state(view, words, said),
        *caring.latest(view, shown.care, words),
    )
    rows = (
        *_ways(view, words),
        *(caring.ways(view, shown.care, words) if shown.declared.state is State.SUBMITTED else ()),
        row(Button(words.desk.to_member(), OpenMember(shown.declared.member_id))),
        row(Button(words.common.back(), Queued(view.page))),
    )
    return Screen(page(_title(shown, words), *lines), rows, subject="staff")


def ask_why(shown: Filed, number: int, words: Words, *, accept: bool) -> Screen:
    """Ask for the reason, by a button or a text, and say what follows from the decision."""
    say, one = words.declarations, shown.declared
    day = one.held_on
    follows = say.what_follows(one.half_units, day, fiscal_year(day), accept=accept) if day else None
    rows = (
        *(
            row(Button(why, DecideFiled(one.id, number, accept, place)))
            for place, why in enumerate(say.reasons(accept=accept))
        ),
        row(Button(words.common.back(), OpenFiled(one.id, number))),
    )
    answered = caring.answered(shown.care, words)
    lines = (words.checkin.named(one.what), *given(follows), *answered, "", words.desk.why(told=True))
    return Screen(page(say.ask_why_title(shown.name, accept=accept), *lines), rows, subject="staff")


def bad_reason(shown: Filed, number: int, longest: int, words: Words, *, accept: bool) -> Screen:
    rows = (row(Button(words.common.back(), OpenFiled(shown.declared.id, number))),)
    title = words.declarations.ask_why_title(shown.name, accept=accept)
    return Screen(page(title, words.staff.bad_reason(longest)), rows, subject="staff")


def gone(words: Words) -> Screen:
    """The declaration was taken back by its member, or never existed."""
    rows = (row(Button(words.common.back(), Queued(1))),)
    return Screen(page(words.desk.title(), words.declarations.gone()), rows, subject="staff")


def file_comes(words: Words) -> Screen:
    return Screen("", toast=words.declarations.file_comes())


def file(shown: Filed, place: int, one: Evidence, words: Words) -> Screen:
    """The file itself, with its caption."""
    say, number = words.declarations, shown.declared.id
    heic = one.mime == "image/heic"
    paper = KeptHeic(number, one.id, jpeg_name(one.name)) if heic else KeptEvidence(number, one.id, one.name)
    return Screen(page(say.file_title(number), say.file_caption(place, one.name)), place=Place.OWN, paper=paper)


def said_of(outcome: Decided, shown: Filed, words: Words) -> str:
    """The outcome of a decision, in a sentence."""
    told: Mapping[Decided, Callable[[], str]] = {
        Decided.NEW: lambda: words.declarations.done(shown.declared.state),
        Decided.BEFORE: words.desk.decided_before,
        Decided.OWN: words.desk.own,
        Decided.CANNOT_EARN: words.declarations.cannot_earn,
        Decided.TAKEN: lambda: words.answering.said_of(Outcome.TAKEN, shown.care.holder),
    }
    return told[outcome]()


def _title(shown: Filed, words: Words) -> str:
    return words.declarations.card_title(shown.declared.id, shown.name, shown.kana)


def _line(place: int, one: FiledLine, now: datetime, words: Words) -> str:
    at = one.declared.submitted_at
    waited = words.desk.waited(at, now) if at else ""
    line = words.declarations.line(place, one.name, one.member_no, one.declared, waited)
    return line + caring.on_line(one.care, now, words)


def _waits(shown: Filed, now: datetime, words: Words) -> Sequence[str]:
    at = shown.declared.submitted_at
    if shown.declared.state is not State.SUBMITTED or at is None:
        return []
    return [words.desk.waits(at, words.desk.waited(at, now))]


def _care(view: View[Filed], now: datetime, words: Words) -> Sequence[str]:
    shown = view.case
    return caring.stands(shown.care, view.person, now, words) if shown.declared.state is State.SUBMITTED else []


def _facts(shown: Filed, words: Words) -> Sequence[str]:
    """All fields in the order in which the member was asked for them, the year in which the credit counts, and the
    files.
    """
    say, steps, one = words.declarations, words.declare_steps, shown.declared
    said = ((steps.step(step), steps.value(step, one)) for step in Step if step is not Step.EVIDENCE)
    return [
        *(say.fact(name, value) for name, value in said if value),
        *given(say.year(fiscal_year(one.held_on)) if one.held_on else None),
        *(say.file(place, file.name, file.size) for place, file in _files(shown)),
    ]


def _files(shown: Filed) -> Iterator[tuple[int, Evidence]]:
    return enumerate(shown.declared.evidence, start=1)


def _alike(shown: Filed, words: Words) -> Sequence[str]:
    """What may be the same learning: other declarations first, then trainings that are registered."""
    say, one = words.declarations, shown.declared
    every = [
        *(
            say.alike(other.declared, same_day=other.same_day, same_code=other.same_code, same_file=other.same_file)
            for other in shown.alike
        ),
        *(
            say.earned(entry.kind, entry.title, entry.half_units, same_code=entry.code == one.code)
            for entry in shown.earned
        ),
    ]
    further = [say.further(len(every) - ALIKE)] if len(every) > ALIKE else []
    return ["", *every[:ALIKE], *further] if every else []


def _state(view: View[Filed], words: Words, said: str) -> Sequence[str]:
    shown, say = view.case, words.declarations
    at = shown.declared.decided_at
    if at is not None:
        verdict = say.verdict(shown.declared.state)
        return ["", words.desk.decided(verdict, at, shown.decided_by, shown.declared.reason)]
    if said:  # it tells the state already
        return []
    if view.own:
        return ["", words.desk.own()]
    return [] if shown.can_earn else ["", say.cannot_earn()]


def _ways(view: View[Filed], words: Words) -> tuple[Row, ...]:
    """The files come before the decision: nobody should decide without a look at them."""
    shown, one = view.case, view.case.declared
    files = [Button(words.declarations.to_file(place), OpenEvidence(one.id, file.id)) for place, file in _files(shown)]
    return (*rows_of(files, 3), *_decisions(view, words))


def _decisions(view: View[Filed], words: Words) -> tuple[Row, ...]:
    shown, number = view.case, view.case.declared.id
    if shown.declared.state is not State.SUBMITTED:
        return given(row(Button(words.desk.to_next(), OpenFiled(view.further, view.page))) if view.further else None)
    if view.own:
        return ()
    return (
        *[row(Button(words.declarations.to_accept(), AskWhyFiled(number, view.page, True)))] * shown.can_earn,
        row(Button(words.declarations.to_refuse(), AskWhyFiled(number, view.page, False))),
    )
