"""README.txt: what is in an export, for whoever gets it, in both languages. Pure."""

from content.exporting.export import Standing
from content.words import EN, JA

NAME = "README.txt"


def bytes_of(one: Standing) -> bytes:
    """The file in UTF-8 with its mark, with the line breaks of Windows."""
    texts = (
        "\r\n".join(words.exporting.readme(one.wanted.kind, one.wanted.encoding, len(one.volumes)))
        for words in (JA, EN)
    )
    return "\r\n\r\n".join((*texts, "")).encode("utf-8-sig")
