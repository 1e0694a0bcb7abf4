"""The key of the button that opens the choice of a page."""

from dataclasses import dataclass, fields

from handlers.press import NoSuchPress, Press, joined, read, unpack

PAGE_FIELD = "page"
"""Every press that turns a page has the page in a field of this name."""


@dataclass(frozen=True)
class ChoosePage(Press, tag="pg"):
    """Choose one of the pages `first`…`last`. `here` is the press that shows the page on which the button stands. It
    is packed whole, behind the numbers: "pg:1:11:bc:2:all".
    """

    first: int
    last: int
    here: Press

    def pack(self) -> str:
        return joined(self.tag, str(self.first), str(self.last), self.here.pack())

    @classmethod
    def unpack(cls, parts: list[str]) -> "ChoosePage":
        first, last, *rest = parts if len(parts) > 2 else ("", "")
        here = unpack(":".join(rest))
        if not any(field.name == PAGE_FIELD for field in fields(here)):
            raise NoSuchPress
        return cls(int(read("int", first)), int(read("int", last)), here)
