"""How much one member may ask, and when staff hear of what falls due: a part of content.rules, dated as it is. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RequestRules:
    """The rules of requests that hold on one day. No source states any of them: they are ours."""

    # the most characters of one message, of a member or of staff: Telegram shows 4096 with all that stands around it
    longest: int = 2_000
    # for so long after a message that Telegram cut because of its length, what follows is the rest of the same text
    cut_s: int = 5
    # the most files of one message, and the most that is kept of one member in requests that are not settled
    files: int = 3
    kept_files: int = 30
    kept_megabytes: int = 100
    # the most requests of a member that wait for staff, and the most messages to staff in a day
    waiting: int = 5
    a_day: int = 10
    # on the business day before a request is due, staff hear of it from this hour on
    evening_hour: int = 18


REQUESTS = RequestRules()
