"""Compares the video files of one package with its chapters."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from content.package import film_reasons, films, reasons
from content.package.checks import parts
from content.package.faults import Troubles
from content.package.schema import is_address, mime_of, seconds_of
from content.study.course import Video

TOLERANCE = 1.0
"""How many seconds a file may differ from its chapter's length, which is written in whole seconds."""


class Videos:
    """The videos of a package. Each file is opened once, by `check`; after that, `video` knows its digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digests: dict[str, str] = {}

    def check(self, course: dict[str, Any]) -> Troubles:
        """The faults of the files that the chapters name."""
        first: dict[str, tuple[str, Any]] = {}
        for loc, chapter in parts(course, "chapters"):
            if _is_webm_alone(chapter.get("videos") or []):
                yield (*loc, "videos"), film_reasons.NO_MP4
            for index, source in enumerate(chapter.get("videos") or []):
                if source is None or is_address(source):
                    continue
                for reason in self._file(source, chapter.get("length")):
                    yield (*loc, "videos", index), reason
                known = first.setdefault(self._digests.get(source, source), (source, chapter.get("number")))
                if known[0] != source:
                    yield (*loc, "videos", index), reasons.same_video(known[1])

    def _file(self, source: str, length: object) -> Iterator[str]:
        path = self._folder / source
        try:
            if not path.resolve().is_relative_to(self._folder.resolve()):
                yield reasons.VIDEO_OUTSIDE
                return
            film = films.measure(path)
        except (FileNotFoundError, NotADirectoryError):
            yield reasons.VIDEO_MISSING
        except (films.Unreadable, OSError, RuntimeError):  # resolve() raises RuntimeError on links in a circle
            yield reasons.VIDEO_UNREADABLE
        else:
            self._digests[source] = film.sha256
            yield from _contradictions(film, source, length)

    def video(self, source: str, seconds: int) -> Video:
        """The video of a source that `check` has read. The digest of an address is that of its text."""
        digest = hashlib.sha256(source.encode()).hexdigest() if is_address(source) else self._digests[source]
        return Video(source, mime_of(source) or "", digest, seconds)


def _is_webm_alone(sources: Sequence[object]) -> bool:
    named = [source for source in sources if isinstance(source, str)]
    return bool(named) and all(mime_of(source) == "video/webm" for source in named)


def _contradictions(film: films.Film, source: str, length: object) -> Iterator[str]:
    if not source.endswith(f".{film.container.lower()}"):
        yield reasons.other_container(film.container)
    yield from film.doubts
    if length is not None and abs(film.seconds - seconds_of(length)) > TOLERANCE:
        yield reasons.other_length(film.seconds, seconds_of(length))
