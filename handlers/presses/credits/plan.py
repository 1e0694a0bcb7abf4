"""The keys of the buttons of a member's plan."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenPlan(Press, tag="pl"):
    """The plan. Without one, the days to choose from."""


@dataclass(frozen=True)
class ChoosePlan(Press, tag="pc"):
    """The days to choose from."""


@dataclass(frozen=True)
class SetPlan(Press, tag="ps"):
    """Set the plan: 60 by this day (its ordinal)."""

    until: int


@dataclass(frozen=True)
class AskPlanDay(Press, tag="pw"):
    """Type another day."""


@dataclass(frozen=True)
class EndPlan(Press, tag="px"):
    """End the plan."""
