"""Who runs this bot, and how to reach them: the values of the operator's profile, put into words."""

from typing import Protocol

from content.operator import Contact, Profile, Purpose


class OperatorWords(Protocol):
    def whom(self, profile: Profile) -> str:
        """The help desk within a sentence: operator, office, and the first of its ways."""

    def whom_first_about_privacy(self, profile: Profile) -> str:
        """The privacy contact in the same form."""

    def whom_about_privacy(self, profile: Profile) -> str:
        """The privacy contact within a sentence, with all of its ways."""

    def office(self, profile: Profile, contact: Contact) -> str:
        """見本県医師会 生涯教育窓口"""

    def ways(self, contact: Contact, *, form: bool = True) -> tuple[str, ...]:
        """A line for each way to reach an office; without `form` a button leads to the form."""

    def ask(self, profile: Profile) -> str:
        """A sentence: whom to ask if something is not clear."""

    def paper_for(self, profile: Profile, purpose: Purpose) -> str | None:
        """Says that the certificates of this bot can be handed in for it. If they can't, it says what can be, as far as
        the guide tells: for 地域包括診療 alone (its note 2).
        """

    def copy_phone(self) -> str: ...

    def to_form(self) -> str: ...
