"""Where files are published: a folder, and what the commands say of it."""

import io
from datetime import datetime
from pathlib import Path

from bot.commands import check, publish
from storage.engine.sessions import Sessions


class Desk:
    """A folder of what is to be published, samples too. What is said names files as they lie in it."""

    def __init__(self, sessions: Sessions, folder: Path, now: datetime) -> None:
        self.sessions, self.folder, self.now = sessions, folder, now

    def puts(self, name: str, text: str) -> Path:
        (self.folder / name).write_text(text)
        return self.folder / name

    def publishes(self, at: datetime | None = None, path: Path | None = None) -> tuple[int, list[str]]:
        """All of the folder, or a file of it; the exit code and the lines that are said."""
        out = io.StringIO()
        code = publish.run(self.sessions, path or self.folder, at or self.now, out, samples=True)
        return code, self._lines(out)

    def checks(self) -> list[str]:
        out = io.StringIO()
        check.run(self.folder, out)
        return self._lines(out)

    def _lines(self, out: io.StringIO) -> list[str]:
        return out.getvalue().replace(f"{self.folder}/", "").splitlines()
