"""What `check` and `publish` find at or below a path, kind by kind. A new kind is one line in KINDS."""

from collections.abc import Callable
from pathlib import Path

from bot.commands import (
    operator_file,
    publish_courses,
    publish_journal,
    publish_maintenance,
    publish_radio,
    publish_trainings,
)
from bot.commands.batch import Batch

KINDS: tuple[Callable[[Path], Batch | None], ...] = (
    publish_courses.find,
    publish_journal.find,
    publish_trainings.find,
    publish_radio.find,
    publish_maintenance.find,
    operator_file.find,
)


def find(path: Path) -> tuple[Batch, ...]:
    """A batch for each kind that is there. If nothing is there, a batch whose fault is that there are no courses."""
    found = [kind(path) for kind in KINDS]
    return tuple(batch for batch in found if batch is not None) or (publish_courses.missing(),)
