"""Reads trainings from their files: the training, or every fault. content/README.md documents the format."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from content.attendance.training import Announcement, Form, Training
from content.package import reasons, written
from content.package import training_reasons as say
from content.package.checks import Plain
from content.package.faults import Fault, Trouble
from content.package.schema import (
    Code,
    CommonLecturePart,
    HalfUnits,
    PaperLine,
    PaperTitle,
    Part,
    Reading,
    Slug,
    Title,
    half_units_of,
    refusal,
)
from content.prefectures import PREFECTURES
from content.rules import JAPAN, Rulebook, day_of
from content.study.course import CommonLecture

_IS_TRAINING = re.compile(r"^training:", re.MULTILINE)
_MOMENT = "%Y-%m-%d %H:%M"


def moment_of(value: object) -> datetime:
    """The moment, in UTC, of a text such as 2026-11-22 14:00. Raises a validation error for any other value."""
    try:
        local = datetime.strptime(str(value), _MOMENT).replace(tzinfo=JAPAN)
    except ValueError:
        raise refusal(say.MOMENT) from None
    return local.astimezone(UTC)


def _prefecture(text: str) -> str:
    if text not in PREFECTURES:
        raise refusal(say.PREFECTURE)
    return text


Moment = Annotated[datetime, BeforeValidator(moment_of)]


class TrainingPart(Part):
    """The shape of a training's file."""

    format: Literal[1]
    training: Slug
    title: PaperTitle
    title_en: Title = ""
    reading: Reading = ""
    organiser: PaperLine
    prefecture: Annotated[str, AfterValidator(_prefecture)]
    held: Literal["in_person", "web_live", "web_recorded"]
    code: Code
    credit: HalfUnits
    starts: Moment
    ends: Moment
    sample: bool
    common_lecture: CommonLecturePart | None = None
    attendance: Literal["checkin"] | None = None


def is_training(file: Path) -> bool:
    """Whether a YAML file describes a training: it has the key `training`."""
    try:
        return _IS_TRAINING.search(file.read_bytes().decode("utf-8", "replace")) is not None
    except OSError:
        return False


def read(file: Path, shown: Path) -> tuple[Announcement | None, tuple[Fault, ...]]:
    """The training in a file, or None and its faults. Faults name the file `shown`."""
    found = written.read(file, TrainingPart, reasons.CANNOT_READ)
    faults = found.faults(shown, _contradictions(found.plain, file.stem) if found.readable else ())
    part = found.part
    if faults or part is None:
        return None, faults
    line = found.line("attendance") if part.attendance else found.line("training")
    return Announcement(shown, _training(part), bool(part.attendance), line), ()


def _contradictions(plain: Plain, stem: str) -> Iterator[Trouble]:
    slug, recorded = plain.get("training"), plain.get("held") == Form.WEB_RECORDED
    if slug is not None and slug != stem:
        yield ("training",), say.slug_is_file(slug, stem)
    if recorded and plain.get("attendance") is not None:
        yield ("attendance",), say.RECORDED_ATTENDANCE
    if plain.get("starts") is not None and plain.get("ends") is not None:
        yield from _length(moment_of(plain["starts"]), moment_of(plain["ends"]), plain, recorded)


def _length(starts: datetime, ends: datetime, plain: Plain, recorded: bool) -> Iterator[Trouble]:
    """The faults of the length. A recorded viewing may be open for weeks, so its length is not compared."""
    if ends <= starts:
        yield ("ends",), say.ENDS_BEFORE
    elif not recorded and day_of(starts) != day_of(ends):
        yield ("ends",), say.OTHER_DAY
    elif not recorded and plain.get("credit") is not None:
        minutes, credit = (ends - starts) // timedelta(minutes=1), half_units_of(plain["credit"])
        most = minutes // Rulebook().now(starts).minutes_per_half_unit
        if credit > most:
            yield ("credit",), say.too_much_credit(shown_credit(credit), shown_credit(most), minutes)


def shown_credit(half_units: int) -> str:
    """Credits as a file writes them: 0.5, 1, 1.5."""
    whole, half = divmod(half_units, 2)
    return f"{whole}.5" if half else str(whole)


def _training(part: TrainingPart) -> Training:
    common: Any = part.common_lecture
    return Training(
        slug=part.training,
        title=part.title,
        organiser=part.organiser,
        prefecture=part.prefecture,
        form=Form(part.held),
        code=part.code,
        half_units=part.credit,
        sample=part.sample,
        starts_at=part.starts,
        ends_at=part.ends,
        common_lecture=CommonLecture(common.category, common.credit) if common else None,
        title_en=part.title_en,
        reading=part.reading,
    )
