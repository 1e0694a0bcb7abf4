"""The keys of the buttons of the 60."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class ShowPicture(Press, tag="gp"):
    """Send the picture of the goal."""


@dataclass(frozen=True)
class Paint(Press, tag="gt"):
    """Draw it in the dark palette, or in the light one, from now on."""

    dark: bool


@dataclass(frozen=True)
class OpenWay(Press, tag="gw"):
    """The shortest way to 60."""

    page: int
