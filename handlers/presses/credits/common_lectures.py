"""The key of the button of 専門医共通講習."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenCommon(Press, tag="lc"):
    """The figures, page by page."""

    page: int
