from collections.abc import Sequence
from datetime import date

from content import curriculum
from content.curriculum import Code
from content.declarations.declaring import LONGEST_NOTE, LONGEST_WHAT, SHORTEST_WHAT, Declared, Kind, Slip, Step
from content.declarations.evidence import Bad
from content.rules import Rules
from content.words.en import common as forms

_KINDS = {
    Kind.CONGRESS: "Specialty society congress",
    Kind.EXPERIENCE: "Hands-on learning",
    Kind.TEACHING: "Teaching of trainees",
    Kind.EXAM: "Writing exam questions",
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
_LOCKED = (
    "This PDF is password-protected, so staff can't check it.",
    "Please send it without its password, or send a photo.",
)


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
        Step.KIND: ("What would you like to declare?",),
        Step.WHAT: (
            f"What was it? Up to {LONGEST_WHAT} characters (such as: 100th annual meeting of a society).",
            "Please do not name patients.",
        ),
        Step.DAY: (
            "On which day was it (such as 2026-11-03 or 11/3)?",
            f"You can declare days from {forms.day(first)} until today.",
        ),
        Step.UNITS: (
            "Please choose the number of credits or type it. 30 minutes of learning count as 0.5.",
            f"In steps of 0.5, up to {forms.credits(rules.declared_half_units)} per declaration.",
        ),
        Step.CODE: ("Please write the number (0 to 83) or the name of a curriculum code (such as 74, hypertension).",),
        Step.NOTE: (
            f"If there is anything staff should know, please write it here (up to {LONGEST_NOTE} characters).",
        ),
        Step.EVIDENCE: (
            "Please send proof, such as a certificate of attendance, as photos or PDFs. Please hide patients' names.",
            f"Up to {rules.declared_evidence} files of 20 MB each, one after another.",
        ),
    }[step]


def by_button() -> str:
    return "⚠️ Please choose the kind with a button; it can't be typed. Nothing has been saved yet."


def present(said: str) -> str:
    return f"Current entry: {said}"


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
    return "Skip the note"


def several(found: Sequence[Code], further: int) -> Sequence[str]:
    lines = ["Which of these?", *(f"{code.number}  {code.en}" for code in found)]
    return [*lines, f"There are {further} more. Please be a little more specific."] if further else lines


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
        Slip.LONG: (f"The subject can have {LONGEST_WHAT} characters, the note {LONGEST_NOTE}.", "Please shorten it."),
        Slip.NO_DAY: ("That could not be read as a date.", "Please write it like 2026-11-03."),
        Slip.AHEAD: ("Future dates can't be declared.", "Please come back when it is over."),
        Slip.CLOSED: (f"Learning before {forms.day(first)} can no longer be declared.", "Please check the date."),
        Slip.NO_UNITS: ("That could not be read as a number.", "Please write it like 0.5, 1 or 1.5."),
        Slip.NOT_HALF: ("Credits count in steps of 0.5 (30 minutes).", "Please round down."),
        Slip.TOO_FEW: ("The minimum is 0.5.", "Please write it like 0.5, 1 or 1.5."),
        Slip.TOO_MANY: (f"One declaration can claim up to {most}.", "Please split it into several declarations."),
        Slip.NO_CODE: ("There is no such code.", "Please write a number from 0 to 83, or part of a name."),
        Slip.NO_TEXT: (
            "This step takes no text.",
            "Please send a photo or a PDF. A note can be added from the review.",
        ),
    }[slip]
    return f"⚠️ {why} What you have entered so far is saved. {now}"


def bad_file(bad: Bad) -> str:
    why, now = _LOCKED if bad is Bad.LOCKED else forms.not_taken(bad)
    return f"⚠️ {why} It was not saved; your other attachments are unchanged. {now}"


def added(name: str, number: int, most: int) -> str:
    return f"✅ “{name}” is attached ({number} / {most})."


def added_before() -> str:
    return "This file is already attached. Nothing was changed."


def full(most: int) -> str:
    return f"⚠️ Up to {most} files can be attached. This file was not saved. Please remove one first."


def no_room(files: int, megabytes: int) -> str:
    return (
        f"⚠️ Until they are decided, up to {files} files and {megabytes} MB are kept for you. This file was not saved. "
        "Please delete a draft that you don't need. "
        "“Declare it again” turns a withdrawn declaration back into a draft."
    )


def too_late_for_file() -> str:
    return "⚠️ This declaration is no longer a draft, so the file you sent was not attached."


def removed() -> str:
    return "Removed."
