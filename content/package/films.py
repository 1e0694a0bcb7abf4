"""What a film is, by MediaInfo: its length, its codecs, what the container calls them, and where its index stands."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pymediainfo import MediaInfo

from content.package import film_reasons as say

_CONTAINERS = {"MPEG-4": "MP4", "WebM": "WebM"}
_SOUND = ("mp4a-40-2", "mp4a-40-5", "mp4a-40-29", "mp4a-6B", "mp4a-69")
_PROFILES = ("Baseline", "Constrained Baseline", "Main", "High", "Progressive High", "Constrained High")
_HIGHEST_LEVEL = 5.1


class Unreadable(Exception):
    """The length can't be read: the file is damaged, cut off, or no video."""


@dataclass(frozen=True)
class Film:
    """`container` is "MP4" or "WebM"; `sha256` is of the whole file. `label` is what the container calls the codec,
    `codec` and `profile` ("Main@L3.1") are what the film says itself; `sounds` are labels too. `doubts` say which
    phones would not play it.
    """

    container: str
    seconds: float
    sha256: str
    label: str
    codec: str
    profile: str
    bits: int
    chroma: str
    sounds: tuple[str, ...]
    index_first: bool

    @property
    def doubts(self) -> tuple[str, ...]:
        """Which phones fail, and why; nothing for a WebM, which stands beside an MP4."""
        return tuple(_doubts(self)) if self.container == "MP4" else ()


def measure(path: Path) -> Film:
    """The film in a file. Raises Unreadable, and OSError as `open` does."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    try:
        found = MediaInfo.parse(path)
    except RuntimeError as error:
        raise Unreadable from error
    general, pictures = found.general_tracks, found.video_tracks
    container = _CONTAINERS.get(str(_of(general[0], "format"))) if general else None
    if container is None or not pictures or _of(general[0], "istruncated") == "Yes":
        raise Unreadable
    return _film(container, sha256, general[0], pictures[0], found.audio_tracks)


def _film(container: str, sha256: str, general: Any, picture: Any, sounds: list[Any]) -> Film:
    milliseconds = float(_of(general, "duration") or 0)
    if not 0 < milliseconds < 86_400_000:
        raise Unreadable
    return Film(
        container=container,
        seconds=milliseconds / 1000,
        sha256=sha256,
        label=str(_of(picture, "codec_id") or ""),
        codec=str(_of(picture, "format") or ""),
        profile=str(_of(picture, "format_profile") or ""),
        bits=int(_of(picture, "bit_depth") or 8),
        chroma=str(_of(picture, "chroma_subsampling") or "4:2:0"),
        sounds=tuple(str(_of(sound, "codec_id") or "") for sound in sounds),
        index_first=_of(general, "isstreamable") == "Yes",
    )


def _of(track: Any, name: str) -> Any:
    """A field of MediaInfo, None if it is not told."""
    return track.to_data().get(name)


def _doubts(film: Film) -> Iterator[str]:
    if film.label != "avc1" or film.codec != "AVC":
        yield say.codec(film.label, film.codec)
    profile, _, level = film.profile.partition("@L")
    if film.codec == "AVC" and (profile not in _PROFILES or film.bits != 8 or film.chroma != "4:2:0"):
        yield say.profile(profile, film.bits, film.chroma)
    if film.codec == "AVC" and level and float(level) > _HIGHEST_LEVEL:
        yield say.level(level)
    for sound in film.sounds:
        if sound not in _SOUND:
            yield say.sound(sound)
    if not film.index_first:
        yield say.INDEX_LAST
