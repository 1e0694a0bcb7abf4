"""Screens of declarations: nothing said yet, and everything as long as it may be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from content import curriculum
from content.declarations.declaring import LONGEST_NOTE, LONGEST_WHAT, Declared, Evidence, Kind, Slip, State, Step
from content.declarations.evidence import LONGEST_NAME, Added, Bad
from content.operator import Profile
from content.words import Words
from handlers.screens.declarations import declare, declare_form, declare_steps
from handlers.screens.declarations.declare import View
from handlers.screens.screen import FormPaper
from tests.gallery.facts import NOW, NUMBER, RULES, TODAY
from tests.gallery.hanging import Exhibit, hang

LAST = date(2027, 4, 30)
AT = declare_steps.Asking(TODAY, date(2026, 4, 1), RULES)
FILES = tuple(Evidence(NUMBER - number, "名" * LONGEST_NAME, "application/pdf", 9) for number in range(5))
EMPTY = Declared(NUMBER, NUMBER, Kind.WRITING, State.DRAFT, NOW)
FULL = Declared(
    NUMBER, NUMBER, Kind.WRITING, State.DRAFT, NOW, "内" * LONGEST_WHAT, TODAY, 39, 83, "備" * LONGEST_NOTE, FILES
)
REAL = Declared(
    12,
    1,
    Kind.CONGRESS,
    State.DRAFT,
    NOW,
    "第100回 見本学会総会",
    TODAY,
    3,
    74,
    "",
    (replace(FILES[0], name="参加証.pdf"),),
)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield from _lists(words, profile)
    yield from _cards(words, profile)
    yield from _steps(words)
    yield from _ends(words, profile)
    yield from _form(words, profile)


def in_state(one: Declared, state: State) -> Declared:
    decided = state in (State.ACCEPTED, State.REFUSED)
    return replace(
        one,
        state=state,
        submitted_at=None if state is State.DRAFT else NOW,
        decided_at=NOW if decided else None,
        reason="理" * 200 if decided else "",
    )


def _lists(words: Words, profile: Profile) -> Iterator[Exhibit]:
    every = [View(in_state(one, state)) for one in (EMPTY, FULL, REAL) for state in State]
    yield hang("nothing", declare.listed, [], 1, RULES, profile, words, can_earn=True)
    yield hang("nothing, and cannot earn", declare.listed, [], 1, RULES, profile, words, can_earn=False)
    many = [View(FULL, LAST, closed=True), *every * 2]
    yield hang("a page of many", declare.listed, many, 2, RULES, profile, words, can_earn=True)


def _cards(words: Words, profile: Profile) -> Iterator[Exhibit]:
    for name, one in (("empty", EMPTY), ("full", FULL), ("as usual", REAL)):
        for closed in (False, True):
            view = View(one, LAST, closed=closed)
            for can_earn in (False, True):
                label = f"{name}, closed {closed}, can earn {can_earn}"
                yield hang(label, declare.card, view, profile, words, can_earn=can_earn, said="", toast="")
    for state in State:
        for credited in (True, False):
            view = View(in_state(FULL, state), LAST, credited=credited)
            yield hang(f"{state}, credited {credited}", declare.card, view, profile, words, can_earn=True)
    said, toast = words.declare_steps.too_late_for_file(), words.declare.submitted_before()
    yield hang("told", declare.card, View(REAL, LAST), profile, words, can_earn=True, said=said, toast=toast)


def _steps(words: Words) -> Iterator[Exhibit]:
    yield hang("which kind", declare_steps.kinds, AT, words)
    every = curriculum.load().codes
    for name, one in (("empty", EMPTY), ("full", FULL)):
        for step in Step:
            yield hang(f"{name}, {step}", declare_steps.ask, step, one, AT, words)
        for number in (2, 8, 84):
            yield hang(f"{name}, {number} codes", declare_steps.several, one, every[:number], words)
    say = words.declare_steps
    told = [
        *(say.slip(slip, RULES, AT.first) for slip in Slip),
        say.removed(),
    ]
    for number, said in enumerate(told, start=1):
        yield hang(f"told {number}", declare_steps.ask, Step.EVIDENCE, FULL, AT, words, said=said)
    for became in (*Bad, *Added):
        yield hang(became.name, declare_steps.received, FULL, AT, words, became, "名" * LONGEST_NAME)


def _ends(words: Words, profile: Profile) -> Iterator[Exhibit]:
    for name, one in (("full", FULL), ("as usual", REAL)):
        yield hang(name, declare.confirm, one, profile, words)
        yield hang(name, declare.ask_discard, one, words)
        yield hang(name, declare.ask_withdraw, in_state(one, State.SUBMITTED), words)
        yield hang(name, declare.receipt, in_state(one, State.SUBMITTED), profile, words)
        for state in (State.ACCEPTED, State.REFUSED):
            yield hang(f"{name}, {state}", declare.decided, View(in_state(one, state), LAST), profile, words)
    yield hang("empty", declare.ask_discard, EMPTY, words)


def _form(words: Words, profile: Profile) -> Iterator[Exhibit]:
    paper = FormPaper(NUMBER, 2026, TODAY, profile.name.ja, profile.declarations_to.ja, profile.sample, "f.pdf")
    yield hang("with its caption", declare_form.document, paper, profile, words)
    for left in ([REAL], [EMPTY, FULL]):
        yield hang(f"drafts: {len(left)}", declare_form.reminder, left, 2026, LAST, profile, words)
    yield hang("a character that can't be printed", declare_form.held, 2026, words)
