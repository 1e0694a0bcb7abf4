"""The keys of the buttons of check-in and late claims."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class CheckIn(Press, tag="ti"):
    """Enter a code: of this training, or of any if it is 0."""

    training: int = 0


@dataclass(frozen=True)
class AskClaim(Press, tag="tl"):
    """「出席確認を申請する」: what happened?"""

    training: int
