"""What will stand on a certificate, what will not and why, and the button that makes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content.absence import given
from content.certificates import certifying
from content.certificates.certifying import Candidate, Draft, Wish
from content.certificates.certifying import LeftOut as Left
from content.certificates.unlisted import ByTrainingAlone
from content.credits.since import Since
from content.operator import Profile
from content.text.periods import Period
from content.values import CertificatePurpose
from content.words import Words
from handlers.press import Press
from handlers.presses.certificates.certificate import Issue, LeftOut, OfPurpose, Preview, Standing, TellMeOf
from handlers.presses.credits.noted import AskFilings
from handlers.screens.credits import since
from handlers.screens.labels import summed, titled
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Row, Screen, page, row

MOST_REASONS = 5
"""So many reasons stand on the first screen; all of them are in the list of what is left out."""


@dataclass(frozen=True)
class View:
    """A draft as it is shown. `since`: what the paper says of the beginning of the record. `back_to`: where it was
    asked for, if that is not the choice of a period.
    """

    draft: Draft
    has_registry: bool
    can_earn: bool
    since: Sequence[Since]
    sample: bool = False
    back_to: Press | None = None


def preview(view: View, profile: Profile, words: Words) -> Screen:
    """What the paper will say. If there is nothing to certify, this is said, and no paper can be made."""
    say, draft = words.certificate, view.draft
    warned = None if view.can_earn else f"⚠️ {words.course.cannot_earn()}"
    about = [*given(warned), say.for_purpose(draft.wish.purpose), say.span(_shown_period(draft))]
    sums = _sums(view, words) if draft.shown else ["", say.nothing()]
    text = page(say.preview_title(), *about, *sums, *_left(draft, profile, words))
    return Screen(text, _ways(view, words), subject="certificate")


def standing(wish: Wish, shown: Sequence[Candidate], number: int, words: Words) -> Screen:
    """One page of the credits that will stand on it, the latest first."""
    say, part = words.certificate, cut(shown, number)
    listed = [_entry(one, wish.purpose, words) for one in part.items] or [say.nothing()]
    turns = pager(words, part, lambda turned: Standing(*_at(wish), turned))
    return Screen(
        page(say.standing_title(), say.for_purpose(wish.purpose), "", *listed),
        (*turns, _back(wish, words)),
        subject="certificate",
    )


def left_out(wish: Wish, left: Sequence[Left], number: int, words: Words) -> Screen:
    """One page of what will not stand on it, each with its reason in short."""
    say, part = words.certificate, cut(left, number)
    listed = [say.left_entry(one.day, one.title, one.half_units, words.reasons.state(one.reason)) for one in part.items]
    turns = pager(words, part, lambda turned: LeftOut(*_at(wish), turned))
    return Screen(
        page(say.left_title(), say.for_purpose(wish.purpose), "", *(listed or [say.nothing_left()])),
        (*turns, _back(wish, words)),
        subject="certificate",
    )


def _shown_period(draft: Draft) -> Period:
    """The days that the paper covers; if it can't cover any yet, those that were asked for."""
    return draft.covered if draft.covered.first <= draft.covered.last else draft.wish.period


def _sums(view: View, words: Words) -> list[str]:
    say, draft = words.certificate, view.draft
    if draft.wish.purpose is CertificatePurpose.SPECIALIST:
        kinds = len({one.common.category for one in draft.shown if one.common})
        total = say.total_by_category(draft.half_units, kinds, len(draft.shown))
    else:
        total = say.total(draft.half_units, len({one.credit.code for one in draft.shown}), len(draft.shown))
    registry = say.registry(printed=draft.wish.registry) if view.has_registry else None
    return [total, *summed(words, sample=view.sample), *given(registry), *since.line(view.since, words)]


def _left(draft: Draft, profile: Profile, words: Words) -> Iterator[str]:
    """What is left out, by its reasons, each with what to do about it."""
    say, groups = words.certificate, certifying.grouped(draft.left)
    if groups:
        yield from ("", say.left_heading())
    for reason, some in list(groups.items())[:MOST_REASONS]:
        what, then = words.reasons.said(reason, profile)
        yield say.left(what, then, [one.title for one in some], certifying.sum_of(some))
    if len(groups) > MOST_REASONS:
        yield say.more_reasons(len(groups) - MOST_REASONS)


def _ways(view: View, words: Words) -> tuple[Row, ...]:
    say, draft = words.certificate, view.draft
    wish, here = draft.wish, _at(draft.wish)
    covered = (wish.purpose.value, wish.period.first.toordinal(), draft.covered.last.toordinal(), wish.registry)
    issue = row(Button(say.issue(), Issue(*covered))) if draft.shown else None
    lists = (
        *[Button(say.to_standing(), Standing(*here, 1))] * bool(draft.shown),
        *[Button(say.to_left(), LeftOut(*here, 1))] * bool(draft.left),
    )
    other = Preview(*here[:3], not wish.registry)
    registry = row(Button(say.to_registry(printed=wish.registry), other)) if view.has_registry and draft.shown else None
    filings = any(isinstance(one.reason, ByTrainingAlone) and one.reason.filings for one in draft.left)
    return given(
        issue,
        row(*lists) if lists else None,
        registry,
        row(Button(words.noted.to_filings(), AskFilings())) if filings else None,
        row(Button(say.tell_me(), TellMeOf(here[0], here[1], wish.registry))) if draft.tomorrow else None,
        row(Button(words.common.back(), view.back_to or OfPurpose(wish.purpose.value))),
    )


def _entry(one: Candidate, purpose: CertificatePurpose, words: Words) -> str:
    title, credit = titled(one.credit, words), one.credit
    if purpose is CertificatePurpose.SPECIALIST and one.common:
        return words.certificate.common_entry(credit.earned_on, title, one.common.category, one.common.half_units)
    return words.fees.entry(credit.earned_on, title, credit.code, credit.half_units, credit.kind)


def _back(wish: Wish, words: Words) -> Row:
    return row(Button(words.common.back(), Preview(*_at(wish))))


def _at(wish: Wish) -> tuple[str, int, int, bool]:
    return wish.purpose.value, wish.period.first.toordinal(), wish.period.last.toordinal(), wish.registry
