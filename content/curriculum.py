"""日本医師会生涯教育カリキュラム: the codes (CC) that courses and credits are counted by."""

import functools
import re
from dataclasses import dataclass
from importlib import resources

import yaml

from content.folding import fold

_NUMBER = re.compile(r"(?:cc|かりきゅらむこーど)?0*([0-9]{1,3})")


class UnknownCode(ValueError):
    """A number that this edition of the curriculum does not hold."""


@dataclass(frozen=True)
class Code:
    """One curriculum code. Records keep the number; the names may be corrected."""

    number: int
    ja: str
    en: str


@dataclass(frozen=True)
class Curriculum:
    """One edition of the curriculum; `codes` stand in the order of their numbers."""

    name: str
    edition: str
    codes: tuple[Code, ...]

    def code(self, number: int) -> Code:
        """The code of that number. Raises UnknownCode."""
        for code in self.codes:
            if code.number == number:
                return code
        first, last = self.codes[0].number, self.codes[-1].number
        raise UnknownCode(f"{number} is no curriculum code: the codes of this edition run from {first} to {last}")

    def matching(self, text: str) -> tuple[Code, ...]:
        """The codes a search means: one by its number (74, ＣＣ７４), else all whose name holds the text."""
        wanted = fold(text)
        if number := _NUMBER.fullmatch(wanted):
            return tuple(code for code in self.codes if code.number == int(number[1]))
        return tuple(code for code in self.codes if wanted and (wanted in fold(code.ja) or wanted in fold(code.en)))


@functools.cache
def load() -> Curriculum:
    """The curriculum that is in force, read once from curriculum.yaml."""
    text = resources.files("content").joinpath("curriculum.yaml").read_text(encoding="utf-8")
    document = yaml.safe_load(text)
    codes = tuple(Code(row["code"], row["ja"], row["en"]) for row in document["codes"])
    return Curriculum(document["name"], document["edition"], codes)
