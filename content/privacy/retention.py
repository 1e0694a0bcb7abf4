"""How long what nobody needs any more is kept: a part of content.rules, dated as it is. No source states any: all are
ours. Pure.
"""

from dataclasses import dataclass
from datetime import timedelta

DAY = timedelta(days=1)
FORGOTTEN = 30 * DAY
"""After so long failures count no more (content.access.guarding.LADDER, which stands above the rules)."""


@dataclass(frozen=True)
class RetentionRules:
    """The rules of keeping that hold on one day. What ends before it may end would shorten a wait or lose a draft that
    can still be submitted, so `__post_init__` refuses it.
    """

    # a draft that was begun so long ago: what was learned is declared by the end of April after its fiscal year
    drafts: timedelta = 730 * DAY
    # the files of a declaration or a request, after it was decided or ended: the goal looks at three fiscal years
    evidence: timedelta = 1_826 * DAY
    # an update that a bug stopped, with its error: it may hold what a member wrote
    set_aside: timedelta = 90 * DAY
    # a letter that has ended and can't fall due again; reminders stay, for their rows prevent a second one
    letters: timedelta = 400 * DAY
    # the picture or PDF of an announcement, after the announcement ended; that of a draft ends as drafts do
    announced_files: timedelta = 90 * DAY
    # that a member asked to be reminded of a training, after its end
    awaited: timedelta = 30 * DAY
    # a member's plan, after its day
    plans: timedelta = 400 * DAY
    # the file of an export, and an export about which nobody decides: it can be made again
    exports: timedelta = 7 * DAY
    # a list of members for whom nobody has ordered letters; one whose letters are made; an order that was not confirmed
    letter_orders: timedelta = 7 * DAY
    # a viewing after its end: its page is told what is watched. The rest of the grace stands in the member's progress
    viewings: timedelta = timedelta(hours=1)
    # the numbers of updates that were taken: Telegram sends one again for a day
    updates: timedelta = timedelta(hours=48)
    # counters of failures, after the last one
    guards: timedelta = 30 * DAY

    def __post_init__(self) -> None:
        if self.guards < FORGOTTEN:
            raise ValueError("a counter of failures that ends before the failures are forgotten would shorten a wait")
        if self.updates < timedelta(hours=48):
            raise ValueError("a number that ends while Telegram can send the update again would let it be taken twice")
        if self.drafts < 396 * DAY:
            raise ValueError("a draft could still be submitted: a fiscal year and the April after it")


RETENTION = RetentionRules()
