from collections.abc import Sequence
from datetime import date

from content import curriculum
from content.curriculum import Code
from content.declaring import LONGEST_NOTE, LONGEST_WHAT, SHORTEST_WHAT, Declared, Kind, Slip, Step
from content.evidence import Bad
from content.rules import Rules
from content.words.en import common as forms

_KINDS = {
    Kind.CONGRESS: "Specialty society congress",
    Kind.EXPERIENCE: "Learning by experience",
    Kind.TEACHING: "Teaching of trainees",
    Kind.EXAM: "Questions for the exam",
    Kind.WRITING: "Papers and books",
}
_STEPS = {
    Step.KIND: "Kind",
    Step.WHAT: "Subject",
    Step.DAY: "Date",
    Step.UNITS: "Credits",
    Step.CODE: "CC",
    Step.NOTE: "Note",
    Step.EVIDENCE: "Evidence",
}


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def step(step: Step) -> str:
    return _STEPS[step]


def step_title(step: Step) -> str:
    return f"Declaration: {_STEPS[step].lower() if step is not Step.CODE else 'CC'}" + (
        f" ({list(Step).index(step) + 1} / {len(Step)})"
    )


def ask(step: Step, rules: Rules, first: date) -> Sequence[str]:
    return {
        Step.KIND: ("Please choose what you declare.",),
        Step.WHAT: (
            f"What was it? At most {LONGEST_WHAT} characters (such as: 100th general meeting of a society).",
            "Please do not name patients.",
        ),
        Step.DAY: (
            "On which day was it (such as 2026-11-03 or 11/3)?",
            f"You can declare days from {forms.day(first)} until today.",
        ),
        Step.UNITS: (
            "Please choose the credits or write a number. 30 minutes of learning are 0.5.",
            f"In steps of 0.5, at most {forms.credits(rules.declared_half_units)} in one declaration.",
        ),
        Step.CODE: ("Please write the number (0 to 83) or the name of a curriculum code (such as 74, hypertension).",),
        Step.NOTE: (
            f"If there is something to tell the office, please write it here, in at most {LONGEST_NOTE} characters.",
        ),
        Step.EVIDENCE: (
            "Please send proof, such as a certificate of attendance, as photos or PDFs. Please hide names of patients.",
            f"At most {rules.declared_evidence} files of 20 MB each, one after another.",
        ),
    }[step]


def by_button() -> str:
    return "⚠️ The kind can't be typed. Nothing was saved yet. Please choose one of the buttons."


def present(said: str) -> str:
    return f"Now: {said}"


def value(step: Step, one: Declared) -> str:
    return {
        Step.KIND: _KINDS[one.kind],
        Step.WHAT: one.what,
        Step.DAY: forms.day(one.held_on) if one.held_on else "",
        Step.UNITS: forms.credits(one.half_units) if one.half_units else "",
        Step.CODE: "" if one.code is None else f"{one.code} {curriculum.load().code(one.code).en}",
        Step.NOTE: one.note,
        Step.EVIDENCE: ", ".join(file.name for file in one.evidence),
    }[step]


def today() -> str:
    return "Today"


def yesterday() -> str:
    return "Yesterday"


def number(half_units: int) -> str:
    whole, half = divmod(half_units, 2)
    return f"{whole}.5" if half else str(whole)


def skip() -> str:
    return "Without a note"


def several(found: Sequence[Code], further: int) -> Sequence[str]:
    lines = ["Which of these?", *(f"{code.number}  {code.en}" for code in found)]
    return [*lines, f"There are {further} more. Please be a little more precise."] if further else lines


def code(number: int) -> str:
    return f"CC {number}"


def remove(number: int) -> str:
    return f"Remove {number}"


def to_review() -> str:
    return "Review"


def later() -> str:
    return "Attach later"


def slip(slip: Slip, rules: Rules, first: date) -> str:
    most = forms.credits(rules.declared_half_units)
    why, now = {
        Slip.SHORT: ("That is too short.", f"Please write at least {SHORTEST_WHAT} characters."),
        Slip.LONG: (f"At most {LONGEST_WHAT} characters fit, {LONGEST_NOTE} in a note.", "Please shorten it."),
        Slip.NO_DAY: ("That could not be read as a date.", "Please write it like 2026-11-03."),
        Slip.AHEAD: ("Days from tomorrow on can't be declared.", "Please come back when it is over."),
        Slip.CLOSED: (f"Learning before {forms.day(first)} can no longer be declared.", "Please check the date."),
        Slip.NO_UNITS: ("That could not be read as a number.", "Please write it like 0.5, 1 or 1.5."),
        Slip.NOT_HALF: ("Credits go in steps of 0.5, which is 30 minutes.", "Please leave out the rest."),
        Slip.TOO_FEW: ("The least is 0.5.", "Please write it like 0.5, 1 or 1.5."),
        Slip.TOO_MANY: (f"One declaration can claim {most} at most.", "Please declare in parts."),
        Slip.NO_CODE: ("There is no such code.", "Please write a number from 0 to 83, or part of a name."),
        Slip.NO_TEXT: (
            "This step takes no text.",
            "Please send a photo or a PDF. A note can be added from the review.",
        ),
    }[slip]
    return f"⚠️ {why} What you have entered so far is saved. {now}"


def bad_file(bad: Bad) -> str:
    why, now = {
        Bad.NO_FILE: ("Only photos and PDFs can be attached.", "Please send one of these."),
        Bad.EMPTY: ("There is nothing in this file.", "Please check it and send it again."),
        Bad.TOO_BIG: ("Files over 20 MB can't be attached.", "Please make it smaller, or send a photo."),
        Bad.LOCKED: (
            "This PDF opens with a password only, so staff can't check it.",
            "Please send it without its password, or send a photo.",
        ),
        Bad.BROKEN: ("This file is damaged and can't be opened.", "Please check that it opens, and send it again."),
        Bad.OTHER: ("This file is neither a photo (JPEG, PNG, HEIC) nor a PDF.", "Please send it as one of these."),
    }[bad]
    return f"⚠️ {why} It was not saved, and what is attached stays. {now}"


def added(name: str, number: int, most: int) -> str:
    return f"✅ “{name}” is attached ({number} / {most})."


def added_before() -> str:
    return "This file is already attached. Nothing was changed."


def full(most: int) -> str:
    return f"⚠️ At most {most} files can be attached. This file was not saved. Please remove one first."


def too_late_for_file() -> str:
    return "⚠️ This declaration is no draft any more, so the file that you sent was not attached."


def removed() -> str:
    return "Removed."
