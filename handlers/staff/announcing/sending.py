"""An announcement is looked at, sent, paused, let go on and cancelled; and what the clock does for it.

To more than MOST_ALONE people it goes only when a second person confirms exactly what was shown.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.announcing.announcement import Against, Announcement, Language, State
from content.keys.announcement_letters import AnnouncementTrial
from content.rules import Rulebook
from content.staff.joint import SendAnnouncement
from content.staff.rights import Act
from content.verifying.names import masked
from handlers.due import Due
from handlers.presses.staff import announcing as presses
from handlers.screens.paging import Page, cut
from handlers.screens.screen import Screen
from handlers.screens.staff import announcing as screens
from handlers.screens.staff import joint as joint_screens
from handlers.screens.staff.joint import Shown
from handlers.staff import acting, second
from handlers.staff.announcing.shown import card, course, delivered, draft, log, stands
from handlers.staff.rights import may
from handlers.turn import On, StaffTurn
from storage.announcing import announcements, audiences, going, reports
from storage.people import persons
from storage.post import letters


def preview(turn: StaffTurn, press: presses.Preview) -> Screen:
    """The card, and below it both messages exactly as they are delivered."""
    one = announcements.one(turn.session, press.announcement)
    say = turn.words.announced
    if not (one.ja or one.en):
        return card(turn, one.id, say.against(Against.NO_TEXT))
    below = delivered(turn, one)
    return card(turn, one.id, say.preview_below() if below else turn.words.attaching.preview_comes(), also=below)


def trial(turn: StaffTurn, press: presses.Trial) -> Screen:
    """Deliver it to who asks, in both languages, on the way that all letters take."""
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    if not (one.ja and one.en):
        return stands(turn, one.id, Against.NO_TEXT)
    for language in Language:
        key, slot = AnnouncementTrial(one.id, language.value), str(turn.update_id)
        letters.put(turn.session, member_id=turn.person_id, key=key, slot=slot, at=turn.now)
    return card(turn, one.id, turn.words.announced.trial_comes())


def ask_send(turn: StaffTurn, press: presses.AskSend) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    against = one.against()
    if against is not None:
        return stands(turn, one.id, against)
    return screens.ask_send(one, course(turn, one), turn.words, delivered(turn, one))


def send(turn: StaffTurn, press: presses.SendIt) -> Screen:
    """Send what was shown, or ask for the second person. Of two presses at once, the second sees what the first did."""
    one = draft(turn, press.announcement)
    return one if isinstance(one, Screen) else _let_go(turn, one, press.shown, "send_announcement")


def go_on(turn: StaffTurn, press: presses.GoOn) -> Screen:
    """The same for one that was paused."""
    one = announcements.hold(turn.session, press.announcement)
    if one.state is not State.PAUSED:
        return stands(turn, one.id, Against.NOT_PAUSED)
    return _let_go(turn, one, press.shown, "go_on_announcement")


def unknowns(turn: StaffTurn, press: presses.Unknowns) -> Screen:
    """The people for whom nobody knows whether it reached them: by hidden names alone, because this right opens no
    members.
    """
    one = announcements.one(turn.session, press.announcement)
    shown = cut(reports.unknown(turn.session, one.id), press.page)
    names = tuple(masked(persons.name(turn.session, person)) for person in shown.items)
    ended = not names and bool(reports.report(turn.session, one.id).unknown)
    return screens.unknowns(one, Page(names, shown.number, shown.pages, shown.before), turn.words, ended=ended)


def pause(turn: StaffTurn, press: presses.Pause) -> Screen:
    one = announcements.hold(turn.session, press.announcement)
    if one.state is not State.GOING:
        return stands(turn, one.id, Against.NOT_GOING)
    going.pause(turn.session, one.id)
    screen = card(turn, one.id, turn.words.announced.paused())
    log(turn, "pause_announcement", one, {"state": State.PAUSED.value})
    return screen


def ask_cancel(turn: StaffTurn, press: presses.AskCancel) -> Screen:
    one = announcements.one(turn.session, press.announcement)
    if one.state not in (State.GOING, State.PAUSED):
        return stands(turn, one.id, Against.NOT_GOING)
    return screens.ask_cancel(one, turn.words)


def cancel(turn: StaffTurn, press: presses.Cancel) -> Screen:
    one = announcements.hold(turn.session, press.announcement)
    if one.state not in (State.GOING, State.PAUSED):
        return stands(turn, one.id, Against.NOT_GOING)
    going.cancel(turn.session, one.id, turn.now)
    screen = card(turn, one.id, turn.words.announced.cancelled())
    log(turn, "cancel_announcement", one, {"state": State.CANCELLED.value})
    return screen


def carry(turn: StaffTurn, shown: Shown) -> Screen:
    """Let it go: a second person has confirmed what was shown."""
    one = announcements.hold(turn.session, int(shown.facts["announcement"]))
    _go(turn, one, turn.person_id)
    return joint_screens.ended(shown, turn.words, turn.words.joint.done())


def _let_go(turn: StaffTurn, one: Announcement, shown: str, act: str) -> Screen:
    against = Against.CHANGED if shown != one.shown() else one.against()
    if against is not None:
        return stands(turn, one.id, against)
    if one.needs_second:
        why = one.title()[: acting.LONGEST_REASON]
        return second.ask(turn, SendAnnouncement(one.written_by, one.id), why)
    _go(turn, one, None)
    at = one.starts_at if one.starts_at and one.starts_at > turn.now else None
    screen = card(turn, one.id, turn.words.announced.started(at))
    log(turn, act, one, {"state": State.GOING.value})
    return screen


def _go(turn: StaffTurn, one: Announcement, by: int | None) -> None:
    """The first letters are queued at once, so that a few people need not wait for the clock."""
    if one.state is State.PAUSED:
        going.go_on(turn.session, one, by, turn.now)
    else:
        going.start(turn.session, one, by)
    going.step(turn.session, one.id, turn.now, turn.rules)


# by the clock


def find_uncounted(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[tuple[int, int]]:
    """The drafts whose audience nobody has counted, each with how many are in it."""
    return [
        (one.id, audiences.count(session, one.audience, now, rulebook.now(now)))
        for one in announcements.uncounted(session)
    ]


def keep_counted(session: Session, found: Sequence[tuple[int, int]], now: datetime, _rulebook: Rulebook) -> int:
    """Note how many they are, and let the card say so where it is shown."""
    new = [number for number, people in found if announcements.counted(session, number, people, now)]
    for number in new:
        going.show_counted(session, number, now)
    return len(new)


def find_going(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return going.find(session, now)


def feed(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    return sum(going.step(session, number, now, rulebook.now(now)) for number in found)


def find_untold(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return going.untold(session, now)


def tell(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    return sum(going.tell(session, number, now) for number in found)


_MAY = may(Act.SEND_ANNOUNCEMENTS)
ROUTES = (
    On(presses.Preview, preview, _MAY),
    On(presses.Trial, trial, _MAY),
    On(presses.AskSend, ask_send, _MAY),
    On(presses.SendIt, send, _MAY),
    On(presses.Unknowns, unknowns, _MAY),
    On(presses.Pause, pause, _MAY),
    On(presses.GoOn, go_on, _MAY),
    On(presses.AskCancel, ask_cancel, _MAY),
    On(presses.Cancel, cancel, _MAY),
)
DUE = (
    Due("audiences to count", find_uncounted, keep_counted),
    Due("announcements that go out", find_going, feed, whole=True, light=True),
    Due("announcements under way", find_untold, tell),
)
