"""The keys of the buttons of declarations."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Declarations(Press, tag="dl"):
    """Open the list of declarations."""

    page: int


@dataclass(frozen=True)
class New(Press, tag="dn"):
    """Choose the kind of a new one."""


@dataclass(frozen=True)
class Begin(Press, tag="db"):
    """Begin a draft of this kind."""

    kind: str


@dataclass(frozen=True)
class OpenDeclaration(Press, tag="do"):
    declaration: int


@dataclass(frozen=True)
class GoOn(Press, tag="dg"):
    """Be asked for what a draft lacks next."""

    declaration: int


@dataclass(frozen=True)
class Ask(Press, tag="da"):
    """Change this field."""

    declaration: int
    step: str


@dataclass(frozen=True)
class SetKind(Press, tag="dk"):
    declaration: int
    kind: str


@dataclass(frozen=True)
class SetDay(Press, tag="dd"):
    """Say the day on which it was held. It counts as date.toordinal does, because "today" of an old message must not
    mean another day.
    """

    declaration: int
    day: int


@dataclass(frozen=True)
class SetUnits(Press, tag="du"):
    declaration: int
    half_units: int


@dataclass(frozen=True)
class SetCode(Press, tag="dc"):
    declaration: int
    code: int


@dataclass(frozen=True)
class SkipNote(Press, tag="dz"):
    declaration: int


@dataclass(frozen=True)
class RemoveFile(Press, tag="dr"):
    declaration: int
    evidence: int


@dataclass(frozen=True)
class AskSubmit(Press, tag="dq"):
    declaration: int


@dataclass(frozen=True)
class Submit(Press, tag="ds"):
    """Submit it. It can't be changed after that, only withdrawn."""

    declaration: int


@dataclass(frozen=True)
class AskDiscard(Press, tag="dx"):
    declaration: int


@dataclass(frozen=True)
class Discard(Press, tag="dy"):
    """Remove a draft."""

    declaration: int


@dataclass(frozen=True)
class AskWithdraw(Press, tag="dw"):
    declaration: int


@dataclass(frozen=True)
class Withdraw(Press, tag="dv"):
    declaration: int


@dataclass(frozen=True)
class Again(Press, tag="dt"):
    """Begin a draft that says the same."""

    declaration: int


@dataclass(frozen=True)
class PrintForm(Press, tag="df"):
    """Ask for the form of this declaration's fiscal year."""

    declaration: int
