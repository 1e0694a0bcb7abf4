"""What a difference says became of a credit. Pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Change(StrEnum):
    """What became of a credit since the export that a difference follows.

    NEW: it stands now. CHANGED: it stands in place of the one with the former key. REVERSED: it was taken back. LEFT:
    it stands, but its member is outside the scope now. ERASED: its member was erased; only the key is told.
    """

    NEW = "new"
    CHANGED = "changed"
    REVERSED = "reversed"
    LEFT = "left"
    ERASED = "erased"


CHANGES: Final[Mapping[Change, str]] = {
    Change.NEW: "追加",
    Change.CHANGED: "訂正",
    Change.REVERSED: "取消",
    Change.LEFT: "対象外",
    Change.ERASED: "消去",
}
"""How a difference writes it."""
GONE: Final = (Change.REVERSED, Change.LEFT, Change.ERASED)
"""These rows name credits that the receiver has to take out."""
