"""The parts of an export as files, as they are sent."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from content.exporting import manifest, readme
from content.exporting.export import Standing
from storage.exporting import exports, making, volumes


class FileGone(LookupError):
    """The file is not kept any more."""


def name(one: Standing, part: int) -> str:
    """export-12.zip; of several parts export-12-1.zip and so on."""
    count = len(one.volumes)
    return f"export-{one.number}.zip" if count == 1 else f"export-{one.number}-{part}.zip"


def content(session: Session, number: int, part: int) -> bytes:
    """A part of the file (from 1). Raises FileGone."""
    one = exports.standing(session, number)
    if one is None or not one.has_file or not 1 <= part <= len(one.volumes):
        raise FileGone(f"export {number}")
    return volumes.zipped(session, one, part, _beside(session, one))


def _beside(session: Session, one: Standing) -> Iterator[tuple[str, bytes]]:
    yield manifest.NAME, manifest.bytes_of(one, making.former(session, one))
    yield readme.NAME, readme.bytes_of(one)
