"""Titles in the reader's language: a Japanese one, which papers print, and perhaps an English one."""

from typing import Protocol


class Titled(Protocol):
    @property
    def title(self) -> str: ...

    @property
    def title_en(self) -> str: ...


def title_in(one: Titled, language: str) -> str:
    """The title for a reader of this language: the English one if there is one, otherwise the Japanese one."""
    return one.title_en if language == "en" and one.title_en else one.title
