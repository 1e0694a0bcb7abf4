"""Why a credit, or its line on a certificate, is missing: a sentence, a next step and a short form for every reason."""

from typing import Protocol

from content.credits.why import Reason
from content.operator import Profile


class Reasons(Protocol):
    def said(self, reason: Reason, profile: Profile) -> tuple[str, str]:
        """Two sentences: what is missing (it begins with a sign), and what to do now."""

    def state(self, reason: Reason) -> str:
        """The same in a few words, for a list."""
