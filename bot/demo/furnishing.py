"""Sample courses, journal, trainings, broadcasts and people on an empty record. They come in as real ones do."""

import io
from datetime import datetime
from importlib.resources import as_file, files

from bot.commands import publish, staff_roles
from bot.commands.files import import_file
from bot.demo import journal, maintenance, radio, trainings
from bot.demo.people import PEOPLE_FILE, STAFF
from bot.loghead import LogHead
from storage.credits import samples
from storage.engine.sessions import Sessions


def furnish(sessions: Sessions, at: datetime, heads: LogHead) -> None:
    """Publish the sample courses and trainings, import the sample people, give some of them a role."""
    with sessions.begin() as session:
        samples.let_count(session, at)
    report = io.StringIO()
    with as_file(files("content") / "courses") as courses, as_file(PEOPLE_FILE) as people:
        codes = [
            publish.run(sessions, courses, at, report, samples=True),
            import_file.run(sessions, people, at, report),
            *(staff_roles.grant(sessions, typed, role, at, report, heads=heads) for typed, role in STAFF.items()),
        ]
    if any(codes):
        raise RuntimeError(f"the sample programme does not pass its own checks:\n{report.getvalue()}")
    journal.furnish(sessions, at)
    trainings.furnish(sessions, at)
    radio.furnish(sessions, at)
    maintenance.furnish(sessions, at)
