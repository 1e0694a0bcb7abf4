"""Trainings and their attendance: trainings are announced, and attendance is registered as organisers report it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from sqlalchemy.orm import Session

from bot.commands.batch import Batch, counted
from bot.commands.found import Found
from content import tables
from content.attendance.training import Announcement, Attendance, Training
from content.package import Fault, attendance, postcards
from content.package import training_reasons as say
from content.package import trainings as files
from content.rules import Rulebook
from storage.engine.sessions import Sessions
from storage.trainings import published, registration


@dataclass(frozen=True)
class Handed:
    """What was given to the command: trainings, and lists of those who attended."""

    announced: tuple[Announcement, ...]
    lists: tuple[Attendance, ...]

    @property
    def trainings(self) -> Mapping[str, Training]:
        return {one.training.slug: one.training for one in self.announced}


def find(path: Path) -> Batch | None:
    """The trainings and attendance files at or below a path."""
    every = Found.at(path)
    described = [one for one in every.ending(".yaml") if files.is_training(one)]
    listed = [one for one in every.ending(*tables.ENDINGS) if not postcards.are_postcards(one)]
    if not described and not listed:
        return None
    faults: list[Fault] = []
    handed = Handed(
        tuple(_announced(described, every, faults)),
        tuple(_lists(listed, every, faults)),
    )
    faults += _against(handed)
    return Batch(
        counted(len(described), "training", "trainings"),
        tuple(sorted(faults)),
        lambda sessions, now, out: _publish(sessions, handed, now, out),
        lambda session, now: tuple(sorted(_doubts(session, handed, now))),
    )


def _announced(described: Sequence[Path], every: Found, faults: list[Fault]) -> Iterator[Announcement]:
    first: dict[str, Path] = {}
    for file in described:
        shown = every.shown(file)
        one, wrong = files.read(file, shown)
        faults += wrong
        if one is None:
            continue
        if one.training.slug in first:
            faults.append(Fault(shown, 1, say.slug_taken(one.training.slug, first[one.training.slug])))
            continue
        first[one.training.slug] = shown
        yield one


def _lists(files_of: Sequence[Path], every: Found, faults: list[Fault]) -> Iterator[Attendance]:
    for file in files_of:
        one, wrong = attendance.read(file, every.shown(file))
        faults += wrong
        if one is not None:
            yield one


def _against(handed: Handed) -> Iterator[Fault]:
    """Faults between a list and a training that was given with it."""
    for one in handed.lists:
        if one.slug in handed.trainings:
            yield from attendance.against(one, handed.trainings)


def _doubts(session: Session, handed: Handed, now: datetime) -> Iterator[Fault]:
    for one in handed.announced:
        yield from registration.doubts_of_training(session, one, now)
    for listed in handed.lists:
        training = handed.trainings.get(listed.slug)
        if training is None:
            training = published.known(session, listed.slug)
            yield from attendance.against(listed, {listed.slug: training} if training else {})
        if training is not None:
            yield from registration.doubts_of_list(session, listed, training, now)


def _publish(sessions: Sessions, handed: Handed, now: datetime, out: TextIO) -> int:
    """Each training and each list is one transaction. If it is cut off, the command is typed again."""
    rulebook = Rulebook()
    for one in handed.announced:
        with sessions.begin() as session:
            outcome = published.publish(session, one.training, now)
            new = registration.confirm(session, one.training.slug, rulebook, now) if one.confirmed else None
        print(f"{one.training.slug}: {outcome}{_registered(new)}", file=out)
    for listed in handed.lists:
        with sessions.begin() as session:
            new = registration.register(session, listed, rulebook, now)
        print(f"{listed.slug}: {len(listed.present)} listed{_registered(new)}", file=out)
    return 0


def _registered(new: int | None) -> str:
    return "" if new is None else f", {new} newly registered"
