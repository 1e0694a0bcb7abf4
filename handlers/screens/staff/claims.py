"""Late claims of attendance: their queue, the card of one, the reason for a decision, and the letter of the outcome."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from content.absence import given
from content.attendance.attending import Claim
from content.staff import usual
from content.staff.answering import Outcome as Answered
from content.staff.cases import Queue, View
from content.staff.claiming import ClaimCase, ClaimLine, Outcome
from content.words import Words
from handlers.presses.credits.credits import Credits
from handlers.presses.staff.claims import AskWhyClaim, CloseClaim, DecideClaim
from handlers.presses.staff.desk import Claims, OpenClaim
from handlers.presses.staff.members import OpenMember
from handlers.presses.trainings.trainings import OpenTraining, Trainings
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.staff import caring
from handlers.screens.staff.desk import queue_rows


def queue(shown: Queue[ClaimLine], now: datetime, words: Words) -> Screen:
    """The claims that wait: what is due first comes first."""
    say = words.claims
    lines = [
        say.line(place, one.name, one.member_no, words.titled(one), words.desk.waited(one.claimed_at, now))
        + caring.on_line(one.care, now, words)
        for place, one in enumerate(shown.lines, start=shown.before + 1)
    ]
    rows = queue_rows(shown, (OpenClaim(line.id, shown.number) for line in shown.lines), Claims, words)
    return Screen(page(say.title(shown.total), *(lines or [words.desk.nothing()])), rows, subject="staff")


def card(view: View[ClaimCase], now: datetime, words: Words, said: str = "") -> Screen:
    """A claim, with all that is needed to decide it. `said` is what was done just now."""
    shown, told = view.case, [said, ""] if said else []
    lines = (
        *told,
        *_who(shown, now, words),
        *_care(view, now, words),
        "",
        *_training(shown, words),
        "",
        *_state(view, words, said),
        *caring.latest(view, shown.care, words),
    )
    rows = (
        *_ways(view, words),
        *(caring.ways(view, shown.care, words) if shown.state is Claim.OPEN else ()),
        row(Button(words.desk.to_member(), OpenMember(shown.member_id))),
        row(Button(words.common.back(), Claims(view.page))),
    )
    return Screen(page(words.claims.card_title(shown.name, shown.kana), *lines), rows, subject="staff")


def ask_why(shown: ClaimCase, number: int, words: Words, *, accept: bool) -> Screen:
    """Ask for the reason, by a button or a text, and say what follows from the decision."""
    say, listed = words.claims, shown.mine.listed
    follows = say.what_follows(listed.training.half_units, accept=accept, at_once=listed.registered)
    rows = (
        *(
            row(Button(why, DecideClaim(shown.id, number, accept, place)))
            for place, why in enumerate(say.reasons(accept=accept))
        ),
        row(Button(words.common.back(), OpenClaim(shown.id, number))),
    )
    answered = caring.answered(shown.care, words)
    lines = (
        words.checkin.named(words.titled(listed.training)),
        follows,
        *answered,
        "",
        words.desk.why(told=not accept),
    )
    return Screen(page(say.ask_why_title(shown.name, accept=accept), *lines), rows, subject="staff")


def bad_reason(shown: ClaimCase, number: int, longest: int, words: Words, *, accept: bool) -> Screen:
    rows = (row(Button(words.common.back(), OpenClaim(shown.id, number))),)
    title = words.claims.ask_why_title(shown.name, accept=accept)
    return Screen(page(title, words.staff.bad_reason(longest)), rows, subject="staff")


def told(shown: ClaimCase, words: Words, *, elsewhere: bool) -> Screen:
    """The letter: the claim was accepted, with its credit or a wait for the organiser; or it was refused, and why."""
    say, listed, half_units = words.claims, shown.mine.listed, shown.mine.seen.half_units
    rows = (
        row(Button(words.trainings.to_card(), OpenTraining(listed.id))),
        row(Button(words.trainings.to_list(), Trainings(1)), Button(words.common.to_credits(), Credits())),
    )
    if shown.state is Claim.REFUSED:
        title, lines = say.refused_title(), say.refused(listed.training, usual.told(_reason(shown), words))
    elif half_units:
        title = say.accepted_title()
        lines = words.trainings.told(listed.training, half_units, listed.training.held_on, elsewhere=elsewhere)
    else:
        title, lines = say.accepted_title(), say.accepted(listed.training)
    return Screen(page(title, *lines), rows, place=Place.OWN)


def said_of(outcome: Outcome, shown: ClaimCase, words: Words) -> str:
    """The outcome of a decision, in a sentence."""
    say = words.claims
    told: Mapping[Outcome, Callable[[], str]] = {
        Outcome.DONE: lambda: say.done(shown.state, shown.mine.seen.half_units),
        Outcome.DECIDED_BEFORE: words.desk.decided_before,
        Outcome.OWN: words.desk.own,
        Outcome.REGISTERED: say.nothing_to_decide,
        Outcome.NOT_REGISTERED: say.not_registered,
        Outcome.CANNOT_EARN: say.cannot_earn,
        Outcome.TAKEN: lambda: words.answering.said_of(Answered.TAKEN, shown.care.holder),
    }
    return told[outcome]()


def _who(shown: ClaimCase, now: datetime, words: Words) -> Sequence[str]:
    waited = words.desk.waited(shown.claimed_at, now)
    made = {claim: shown.earlier.get(claim, 0) for claim in Claim}
    return [
        words.claims.member_no(shown.member_no),
        *[words.desk.waits(shown.claimed_at, waited)] * (shown.state is Claim.OPEN),
        words.claims.said(shown.note),
        words.claims.earlier(sum(made.values()), made[Claim.ACCEPTED], made[Claim.REFUSED]),
    ]


def _care(view: View[ClaimCase], now: datetime, words: Words) -> Sequence[str]:
    shown = view.case
    return caring.stands(shown.care, view.person, now, words) if shown.state is Claim.OPEN else []


def _training(shown: ClaimCase, words: Words) -> Sequence[str]:
    say, mine, training = words.trainings, shown.mine, shown.mine.listed.training
    return [
        say.card_title(training),
        say.organiser(training),
        say.when_and_where(training),
        say.times(mine.entered_at, mine.left_at),
    ]


def _state(view: View[ClaimCase], words: Words, said: str) -> Sequence[str]:
    shown, say = view.case, words.claims
    made = shown.decision
    if made is not None:
        return [words.desk.decided(say.verdict(shown.state), made.at, made.by, made.reason)]
    registered = say.registered(shown.mine.seen.half_units, others=shown.mine.listed.registered)
    if said:
        return [registered]
    if view.own:
        return [registered, words.desk.own()]
    return [registered, *[say.cannot_earn()] * (not shown.can_earn and not shown.registered)]


def _ways(view: View[ClaimCase], words: Words) -> tuple[Row, ...]:
    shown = view.case
    if shown.state is not Claim.OPEN:
        return given(row(Button(words.desk.to_next(), OpenClaim(view.further, view.page))) if view.further else None)
    if view.own:
        return ()
    if shown.registered:
        return (row(Button(words.claims.to_close(), CloseClaim(shown.id, view.page))),)
    return (
        *[row(Button(words.claims.to_accept(), AskWhyClaim(shown.id, view.page, True)))] * shown.can_earn,
        row(Button(words.claims.to_refuse(), AskWhyClaim(shown.id, view.page, False))),
    )


def _reason(shown: ClaimCase) -> str:
    return shown.decision.reason if shown.decision else ""
