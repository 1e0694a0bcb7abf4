"""The keys of the buttons by which staff see what a member sees."""

from dataclasses import dataclass

from handlers.press import NoSuchPress, Press, unpack


@dataclass(frozen=True)
class AskView(Press, tag="xn"):
    """See what this member sees: be asked for the reason."""

    member: int


@dataclass(frozen=True)
class ViewFor(Press, tag="xu"):
    """Begin, for one of the usual reasons (numbered from 0)."""

    member: int
    reason: int


@dataclass(frozen=True)
class EndView(Press, tag="xf"):
    """End it: the chat shows its own screens again."""


@dataclass(frozen=True)
class Seen(Press, tag="xx"):
    """A button of a screen of this member, as staff see it: good only while this member is viewed, so that it never
    acts on whoever looks. `inside` is the member's own key, with "~" for ":"; it is empty if the button is closed.
    """

    member: int
    inside: str

    @classmethod
    def of(cls, member: int, press: Press | None) -> "Seen":
        """The button for this key. It is closed if there is no key, or if the key is too long to be put into another
        one.
        """
        packed = press.pack() if press is not None else ""
        if "~" in packed:
            return cls(member, "")
        seen = cls(member, packed.replace(":", "~"))
        try:
            seen.pack()
        except ValueError:
            return cls(member, "")
        return seen

    @property
    def data(self) -> str:
        """The member's own key as it is packed; empty if the button is closed."""
        return self.inside.replace("~", ":")


def seen(data: str) -> Seen | None:
    """The button of a viewed screen with this data; None if the data is of another button."""
    try:
        press = unpack(data)
    except NoSuchPress:
        return None
    return press if isinstance(press, Seen) else None
