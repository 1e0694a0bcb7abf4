"""Files of the sandbox: uploads of the bot and what people send, kept in memory."""

import mimetypes
import random
import re
import unicodedata
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.people import Json
from bot.sandbox.pictures import encoded, may_be_photo

MOST_PHOTO = 10 * 1024 * 1024
MOST_UPLOAD = 50 * 1024 * 1024
MOST_DOWNLOAD = 20 * 1024 * 1024
LINK_LIFE = 3600.0
_KINDS = {
    "photo": ("AgAC", "photos"),
    "document": ("BQAC", "documents"),
    "video": ("BAAC", "videos"),
    "voice": ("AwAC", "voice"),
    "audio": ("CQAC", "music"),
    "sticker": ("CAAC", "stickers"),
    "animation": ("CgAC", "animations"),
    "video_note": ("DQAC", "video_notes"),
}
_FORBIDDEN = frozenset("<>:\"/\\|?*&`'")


@dataclass(frozen=True)
class File:
    """One file. `kind` is the field of the message that it was sent in, `path` the address for downloads."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    path: str
    data: bytes

    def ids(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


class Files:
    """All files by id and by path."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._until: dict[str, float] = {}
        self._photos: dict[str, list[Json]] = {}

    def add(self, kind: str, name: str, data: bytes, mime: str = "") -> File:
        """Keeps a file under new ids. Its name is cleaned as Telegram does. Raises ApiError for a size that Telegram
        refuses.
        """
        check_size(kind, data)
        prefix, folder = _KINDS[kind]
        name = cleaned_name(name)
        number = len(self._by_path)
        ending = _ending(name) or {"photo": ".jpg", "video": ".mp4", "voice": ".oga", "sticker": ".webp"}.get(kind, "")
        file = File(
            id=prefix + self._token(54),
            unique_id=self._token(12),
            kind=kind,
            name=name,
            mime=mimetypes.guess_type(name)[0] or mime or "application/octet-stream",
            path=f"{folder}/file_{number}{ending}",
            data=data,
        )
        self._by_id[file.id] = self._by_path[file.path] = file
        return file

    def add_photo(self, data: bytes) -> list[Json]:
        """Keeps a photo in its sizes, none of which has the bytes that were sent; gives the Bot API's PhotoSize list.

        The same picture sent again is another photo. Raises ApiError for what Telegram takes for no photo.
        """
        check_size("photo", data)
        if not may_be_photo(data):
            raise bad("IMAGE_PROCESS_FAILED")
        sizes = [(self.add("photo", "", size.data), size) for size in encoded(data, self._token(8))]
        listed = [{**file.ids(), "width": size.width, "height": size.height} for file, size in sizes]
        self._photos.update((file.id, listed) for file, _ in sizes)
        return listed

    def photo(self, file: File) -> list[Json]:
        """All sizes of the photo of which this is one."""
        return self._photos[file.id]

    def _token(self, size: int) -> str:
        return urlsafe_b64encode(self._rng.randbytes(size)).decode().rstrip("=")

    def get(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def link(self, file: File, unix: float) -> str:
        """The path under which a file can be fetched for an hour from now on."""
        self._until[file.path] = unix + LINK_LIFE
        return file.path

    def at(self, path: str, unix: float) -> File | None:
        """The file of a path that was given out within the last hour."""
        return self._by_path.get(path) if unix <= self._until.get(path, -1.0) else None

    def sent_again(self, file_id: str, kind: str) -> File:
        """The file that a call names by its id, to be sent as `kind`."""
        file = self._by_id.get(file_id)
        if file is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if file.kind != kind:
            raise bad(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
        return file


def check_size(kind: str, data: bytes) -> None:
    """Raises ApiError for an upload beyond Telegram's limits."""
    if not data:
        raise bad("file must be non-empty")
    if len(data) > MOST_UPLOAD:
        raise ApiError(413, "")
    if kind == "photo" and len(data) > MOST_PHOTO:
        raise bad(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MOST_PHOTO} bytes",
        )


def cleaned_name(name: str) -> str:
    """The file's name as Telegram keeps it: no path, few signs, at most 64 characters and an extension of 16."""
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(char if _survives(char) else " " for char in name)
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    stem, ending = stem.strip()[:64].strip(), ending.strip()[:16].strip()
    return f"{stem}.{ending}" if ending else stem


def _survives(char: str) -> bool:
    if char.isascii():
        return char.isprintable() and char not in _FORBIDDEN
    return unicodedata.category(char)[0] in "LN"


def _ending(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 and name[dot + 1 :].isascii() else ""
