"""Reads announced periods of maintenance from their files, or every fault. content/README.md documents the format."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from content.maintenance import Concerned, Maintenance
from content.package import maintenance_reasons as say
from content.package import reasons, written
from content.package.checks import Plain, parts
from content.package.faults import Fault, Trouble
from content.package.schema import Part, Slug
from content.package.trainings import Moment, moment_of

_IS_MAINTENANCE = re.compile(r"^maintenance:", re.MULTILINE)
Sentence = Annotated[str, Field(min_length=1, max_length=200)]


class SaidPart(Part):
    ja: Sentence
    en: Sentence


class PeriodPart(Part):
    period: Slug
    concerns: Literal["certificates", "mamis", "elearning", "bot"]
    starts: Moment
    ends: Moment
    said: SaidPart
    sample: bool
    withdrawn: bool = False


class MaintenancePart(Part):
    """The shape of a file of periods."""

    format: Literal[1]
    maintenance: Annotated[list[PeriodPart], Field(min_length=1, max_length=20)]


def is_maintenance(file: Path) -> bool:
    """Whether a YAML file announces maintenance: it has the key `maintenance`."""
    try:
        return _IS_MAINTENANCE.search(file.read_bytes().decode("utf-8", "replace")) is not None
    except OSError:
        return False


def read(file: Path, shown: Path) -> tuple[tuple[tuple[Maintenance, int], ...], tuple[Fault, ...]]:
    """The periods in a file, each with its line; or no period and all faults, which name the file `shown`."""
    found = written.read(file, MaintenancePart, reasons.CANNOT_READ)
    faults = found.faults(shown, _contradictions(found.plain) if found.readable else ())
    if faults or found.part is None:
        return (), faults
    listed = found.part.maintenance
    lines = [found.line("maintenance", index, "period") for index in range(len(listed))]
    return tuple(zip(map(_period, listed), lines, strict=True)), ()


def _contradictions(plain: Plain) -> Iterator[Trouble]:
    first: set[str] = set()
    for loc, part in parts(plain, "maintenance"):
        slug, starts, ends = part.get("period"), part.get("starts"), part.get("ends")
        if slug is not None and slug in first:
            yield (*loc, "period"), say.twice(slug)
        if starts is not None and ends is not None and moment_of(ends) <= moment_of(starts):
            yield (*loc, "ends"), say.ENDS_BEFORE
        first |= {slug} if slug is not None else set()


def _period(part: PeriodPart) -> Maintenance:
    return Maintenance(
        slug=part.period,
        concerns=Concerned(part.concerns),
        starts_at=part.starts,
        ends_at=part.ends,
        ja=part.said.ja,
        en=part.said.en,
        sample=part.sample,
        withdrawn=part.withdrawn,
    )
