"""Faults that a test orders for calls of the bot."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["drop", "delay", "500", "429"]
When = Literal["before", "after"]


@dataclass
class Fault:
    """A fault for a method's calls. `seconds` is the delay, or the retry_after of a 429; `left` is how often it still
    happens.
    """

    method: str
    kind: Kind
    left: int
    seconds: float
    when: When
    chat_id: int | None

    def fits(self, method: str, chat_id: object, when: When) -> bool:
        return (
            self.left > 0
            and self.when == when
            and self.method in ("*", method)
            and (self.chat_id is None or str(self.chat_id) == str(chat_id))
        )


class Faults:
    """Faults in the order in which they were ordered. The first that fits a call is used for it."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def take(self, method: str, chat_id: object, when: When) -> Fault | None:
        """The fault for this call, if there is one; `method` is in lower case."""
        for fault in self._ordered:
            if fault.fits(method, chat_id, when):
                fault.left -= 1
                if not fault.left:
                    self._ordered.remove(fault)
                return fault
        return None
