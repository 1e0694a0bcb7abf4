"""How the product is used, the guide's questions and answers, and whom to ask."""

from typing import Protocol


class Help(Protocol):
    def title(self) -> str: ...

    def texts_search(self) -> str: ...

    def to_questions(self) -> str: ...

    def questions(self, pass_pct: int) -> tuple[tuple[str, str], ...]:
        """(question, answer), from the guide."""

    def to_contact(self) -> str: ...

    def contact(self) -> tuple[str, ...]: ...
