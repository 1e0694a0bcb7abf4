"""The operator's profile: `check` and `publish` name its faults. It is never published: OPERATOR_FILE names it."""

from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands.batch import Batch, counted
from bot.commands.found import Found
from content.package import Fault
from content.package import operator as files
from storage.engine.sessions import Sessions


def find(path: Path) -> Batch | None:
    """The profiles at or below a path."""
    every = Found.at(path)
    profiles = [one for one in every.ending(".yaml") if files.is_profile(one)]
    if not profiles:
        return None
    faults: list[Fault] = [fault for one in profiles for fault in files.read(one, every.shown(one))[1]]
    return Batch(counted(len(profiles), "operator's profile", "operators' profiles"), tuple(faults), _not_published)


def _not_published(_sessions: Sessions, _now: datetime, out: TextIO) -> int:
    print("An operator's profile is not published: OPERATOR_FILE names it, and a start reads it.", file=out)
    return 0
