"""Attendance files (CSV): the members that an organiser registers for a training, or every fault line by line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from content import login_id
from content.package import reasons, source, table
from content.package import training_reasons as say
from content.package.faults import Fault
from content.package.trainings import shown_credit
from content.training import Attendance, Form, Present, Training

HEADER = ("会員ID", "単位", "入室", "退室")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]")
_CREDIT = re.compile(r"([0-9]{1,2})(?:\.([05]))?")


def read(file: Path, shown: Path) -> tuple[Attendance | None, tuple[Fault, ...]]:
    """The attendance in a file, as far as it can be read, and every fault. Faults name the file `shown`."""
    try:
        text, problems = source.read_csv(file)
    except OSError:
        text, problems = None, [(1, reasons.CANNOT_READ)]
    faults = [Fault(shown, line, reason) for line, reason in problems]
    present: list[Present] = []
    for line, cells in table.lines(text, HEADER) if text else ():
        found = [cells] if isinstance(cells, str) else _row(line, *cells)
        present += [one for one in found if isinstance(one, Present)]
        faults += [Fault(shown, line, one) for one in found if isinstance(one, str)]
    if text and not faults and not present:
        faults.append(Fault(shown, 1, say.NOBODY))
    faults += [Fault(shown, line, reason) for line, reason in _twice(present)]
    return (Attendance(shown, file.stem, tuple(present)) if text else None), tuple(sorted(faults))


def against(attendance: Attendance, trainings: Mapping[str, Training]) -> Iterator[Fault]:
    """The faults of a list that only a comparison with its training shows."""
    training = trainings.get(attendance.slug)
    if training is None:
        yield Fault(attendance.file, 1, say.no_training(attendance.slug))
        return
    if training.form is Form.WEB_RECORDED:
        yield Fault(attendance.file, 1, say.RECORDED_ATTENDANCE)
        return
    for one in attendance.present:
        if one.half_units > training.half_units:
            reason = say.more_than_training(shown_credit(one.half_units), shown_credit(training.half_units))
            yield Fault(attendance.file, one.line, reason)


def _row(line: int, typed: str, credit: str, entered: str, left: str) -> Sequence[Present | str]:
    """The one attendance in the line, or everything that is wrong with it."""
    member_no = login_id.read(typed).text or typed
    half_units = _half_units(credit)
    times_read = all(not time or _TIME.fullmatch(time) for time in (entered, left))
    wrong = [
        *([] if member_no else [say.NO_MEMBER_ID]),
        *([] if half_units else [say.CREDIT_CELL]),
        *([] if times_read else [say.TIME]),
        *([say.LEFT_BEFORE] if times_read and entered and left and _minutes(left) < _minutes(entered) else []),
    ]
    return wrong or [Present(line, member_no, half_units, entered, left)]


def _twice(present: Sequence[Present]) -> Iterator[tuple[int, str]]:
    first: dict[str, int] = {}
    for one in present:
        if one.member_no in first:
            yield one.line, say.twice(one.member_no, first[one.member_no])
        first.setdefault(one.member_no, one.line)


def _half_units(text: str) -> int:
    """The half-units of a text: 3 for "1.5"; 0 if the text is no credit."""
    found = _CREDIT.fullmatch(text)
    return 2 * int(found[1]) + (found[2] == "5") if found else 0


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return 60 * int(hour) + int(minute)
