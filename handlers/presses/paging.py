"""The key of the button that opens the choice of a page."""

from dataclasses import dataclass, fields, replace

from handlers.press import NoSuchPress, Press, joined, read, unpack


@dataclass(frozen=True)
class ChoosePage(Press, tag="pg"):
    """Choose one of the pages `first`…`last`. `here` is the press that shows the page on which the button stands, and
    `turned` the place of the page among its fields (from 0). `here` is packed whole, behind the numbers:
    "pg:1:11:0:bc:2:all".
    """

    first: int
    last: int
    turned: int
    here: Press

    @property
    def page(self) -> int:
        """The page on which the button stands."""
        return int(getattr(self.here, self._field))

    def to(self, page: int) -> Press:
        """The press that shows this page."""
        return replace(self.here, **{self._field: page})

    def pack(self) -> str:
        return joined(self.tag, str(self.first), str(self.last), str(self.turned), self.here.pack())

    @classmethod
    def unpack(cls, parts: list[str]) -> "ChoosePage":
        numbers = [int(read("int", part)) for part in parts[:3]]
        here = unpack(":".join(parts[3:]))
        if len(numbers) < 3 or not 0 <= numbers[2] < len(fields(here)):
            raise NoSuchPress
        press = cls(numbers[0], numbers[1], numbers[2], here)
        if type(getattr(here, press._field)) is not int:
            raise NoSuchPress
        return press

    @property
    def _field(self) -> str:
        return fields(self.here)[self.turned].name
