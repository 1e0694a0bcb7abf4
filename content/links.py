"""The pages to which members are sent, and the help desk of MAMIS, as links.yaml lists them."""

import functools
from datetime import date, time
from importlib import resources
from typing import Annotated, Literal

import yaml
from pydantic import BeforeValidator, Field

from content.package.schema import Line, Part, Slug

Sentence = Annotated[str, Field(min_length=1, max_length=120)]
Address = Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+\.[a-z]+/[A-Za-z0-9._/-]*$")]


class UnknownLink(ValueError):
    """A slug that links.yaml does not hold."""


class Said(Part):
    """One text in both languages."""

    ja: Sentence
    en: Sentence

    def text(self, language: str) -> str:
        return self.en if language == "en" else self.ja


class Link(Part):
    """A page. `found`: where to look on it, if the address does not lead to the place itself. `verified`: the day on
    which somebody last saw it.
    """

    slug: Slug
    title: Said
    about: Said
    address: Address
    source: Line
    verified: date | None
    found: Said | None = None

    def where(self, language: str) -> str:
        """Where to look on the page; empty if the address leads to the place itself."""
        return self.found.text(language) if self.found else ""


def _clock(value: object) -> time:
    return time.fromisoformat(str(value))


class Desk(Part):
    """A help desk. By Japan's clock it answers from `opens` (included) until `closes` (not included)."""

    name: Said
    phone: Annotated[str, Field(pattern=r"^[0-9-]+$")]
    opens: Annotated[time, BeforeValidator(_clock)]
    closes: Annotated[time, BeforeValidator(_clock)]
    source: Line


class Directory(Part):
    """All of links.yaml; the links stand in the order in which they are shown."""

    format: Literal[1]
    links: Annotated[list[Link], Field(min_length=1)]
    desk: Desk

    def link(self, slug: str) -> Link:
        """The link of that slug. Raises UnknownLink."""
        for link in self.links:
            if link.slug == slug:
                return link
        raise UnknownLink(slug)


@functools.cache
def load() -> Directory:
    """The links that are in force, read once from links.yaml."""
    text = resources.files("content").joinpath("links.yaml").read_text(encoding="utf-8")
    return Directory.model_validate(yaml.safe_load(text))
