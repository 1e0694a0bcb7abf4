"""Attendance files: who was at a training, as its organiser registers it, or every fault line by line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from content.access import login_id
from content.attendance.training import Attendance, Form, Present, Training
from content.package import lists
from content.package import training_reasons as say
from content.package.faults import Fault
from content.package.lists import Entry
from content.package.trainings import shown_credit
from content.tables.cells import BadCell, clock, narrow

COLUMNS = {"member_id": "会員ID", "credit": "単位", "entered": "入室", "left": "退室"}
_CREDIT = re.compile(r"([0-9]{1,2})(?:\.([05])0*)?")


def read(file: Path, shown: Path) -> tuple[Attendance | None, tuple[Fault, ...]]:
    """The attendance in a file, as far as it can be read, and every fault. Faults name the file `shown`."""
    faults: list[Fault] = []
    present: list[Present] = []
    for line in lists.read(file, shown, COLUMNS):
        if isinstance(line, Fault):
            faults.append(line)
            continue
        found = _row(line)
        present += [one for one in found if isinstance(one, Present)]
        faults += [Fault(shown, line.line, one) for one in found if isinstance(one, str)]
    if not faults and not present:
        faults.append(Fault(shown, 1, say.NOBODY))
    faults += [Fault(shown, line, reason) for line, reason in _twice(present)]
    return (Attendance(shown, file.stem, tuple(present)) if present else None), tuple(sorted(faults))


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


def _row(line: Entry) -> Sequence[Present | str]:
    """The one attendance in the line, or everything that is wrong with it."""
    typed, credit, entered, left = (line.cells[column] for column in COLUMNS)
    member_no = login_id.read(typed).text or typed
    half_units = _half_units(narrow(credit))
    times = [_time(time) for time in (entered, left)]
    read = [time for time in times if time is not None]
    wrong = [
        *([] if member_no else [say.NO_MEMBER_ID]),
        *([] if half_units else [say.CREDIT_CELL]),
        *([] if read == times else [say.TIME]),
        *([say.LEFT_BEFORE] if all(times) and _minutes(read[1]) < _minutes(read[0]) else []),
    ]
    return wrong or [Present(line.line, member_no, half_units, *read)]


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


def _time(text: str) -> str | None:
    """14:05, or an empty text for an empty cell; None for anything else."""
    try:
        return clock(text) if text else ""
    except BadCell:
        return None


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return 60 * int(hour) + int(minute)
