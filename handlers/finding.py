"""How a feature says that it answers texts and files for which no chat waits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from content.keys.note import Note
from handlers.incoming import Sent
from handlers.screens.screen import Screen
from handlers.turn import T, Visit, Who
from handlers.work import Prepared, Work


@dataclass(frozen=True)
class Finds(Generic[T]):
    """Any text that no chat awaits. Only one feature may have it. `knows`: whether it has an answer to this text."""

    knows: Callable[[Visit, str], bool]
    act: Callable[[T, str], Screen]
    who: Who[T]


@dataclass(frozen=True)
class Takes(Generic[T]):
    """A text that means the same wherever it is typed, but for secrets. `fits` judges its form, and `knows`, which may
    look into the record, whether it is taken now. A chat that awaits the note `apart` hears it itself. `hides`: it is a
    secret, so the message of a stranger who types it is deleted.
    """

    fits: Callable[[str], bool]
    knows: Callable[[Visit, str], bool]
    act: Callable[[T, str], Screen]
    who: Who[T]
    apart: type[Note]
    hides: bool = False


@dataclass(frozen=True)
class FindsFile(Generic[T]):
    """Any file that no chat awaits and that `fits`. Only one feature may have it. Otherwise it is as `Receives`."""

    fits: Callable[[Sent], bool]
    prepare: Callable[[T, Sent], Work | Screen]
    act: Callable[[T, Sent, Prepared], Screen]
    who: Who[T]
