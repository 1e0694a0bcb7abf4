"""日本医師会生涯教育カリキュラム: the codes (CC) that courses and credits are counted by."""

import functools
import re
from dataclasses import dataclass
from importlib import resources

import yaml

from content.text.folding import fold, plain
from content.text.wanted import Word

_NUMBER = re.compile(
    r"[^\w-]*(?:(?:cc|カリキュラムコード|かりきゅらむこーど)\W*|(?P<minus>-)\s*)?"
    r"(?:(?P<digits>[0-9]{1,9})|(?P<row>[〇一二三四五六七八九]{2,9})"
    r"|(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?))\W*"
)
_KANJI = str.maketrans("〇一二三四五六七八九", "0123456789")


class UnknownCode(ValueError):
    """A number that this edition of the curriculum does not hold."""


@dataclass(frozen=True)
class Code:
    """One curriculum code. Records keep the number; the names may be corrected. `reading` is the Japanese name in kana,
    its parts parted by spaces.
    """

    number: int
    ja: str
    en: str
    reading: str = ""

    def text(self, language: str) -> str:
        """The name in this language."""
        return self.en if language == "en" else self.ja


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
        """The codes that a search means. A number (74, ＣＣ７４, 七十四) means that code; any other text means all
        codes whose name contains it, or whose reading does if the text is in kana or in Latin letters.
        """
        number = number_in(text)
        if number is not None:
            return tuple(code for code in self.codes if code.number == number)
        said = Word.of(text)
        return tuple(
            code
            for code in self.codes
            if said.written and (said.stands_in((code.ja, code.en)) or said.is_read_in((code.reading,)))
        )

    def called(self, text: str) -> Code | None:
        """The one code with this number or this name, in either language, or whose name alone begins so; None if there
        is none, or several.
        """
        number, wanted = number_in(text), fold(text)
        if number is not None:
            return next((code for code in self.codes if code.number == number), None)
        names = [(code, fold(name)) for code in self.codes for name in (code.ja, code.en, code.reading)]
        exact = [code for code, name in names if name == wanted]
        begun = [code for code, name in names if len(wanted) > 1 and name.startswith(wanted)]
        return exact[0] if exact else begun[0] if len(begun) == 1 else None


def number_in(text: str) -> int | None:
    """The number in a text that is written like a code: 74, ＣＣ７４, 七十四; None for any other text.

    No code need have this number (84, -1). A single kanji is read as a word, since 一 stands in many names.
    """
    found = _NUMBER.fullmatch(plain(text).casefold())
    if found is None:
        return None
    ten = f"{found['tens'] or '一'}{found['ones'] or '〇'}"
    number = int((found["digits"] or found["row"] or ten).translate(_KANJI))
    return -number if found["minus"] else number


@functools.cache
def load() -> Curriculum:
    """The curriculum that is in force, read once from curriculum.yaml."""
    text = resources.files("content").joinpath("curriculum.yaml").read_text(encoding="utf-8")
    document = yaml.safe_load(text)
    codes = tuple(Code(row["code"], row["ja"], row["en"], row["reading"]) for row in document["codes"])
    return Curriculum(document["name"], document["edition"], codes)
