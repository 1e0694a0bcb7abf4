"""Screens of asking for a certificate: purposes, periods, what will stand on it and what will not."""

from collections.abc import Iterator

from content.certificates.certifying import Candidate, Draft, LeftOut, Reading, Wish
from content.credits.why import NotRegistered, Reason
from content.operator import Profile
from content.study.course import CommonLecture
from content.text.periods import Named, Period, named
from content.values import CertificatePurpose
from content.words import Words
from handlers.screens.certificates import asking, preview
from tests.gallery.facts import NOW, RULES, TODAY, entries
from tests.gallery.hanging import Exhibit, hang
from tests.gallery.helping import told
from tests.gallery.reasons import LINES

TITLE = "題" * 60
READING = Reading(CertificatePurpose.GENERAL, RULES)
COMMON = CommonLecture("必修講習A 医療安全", 3)
YEAR = Period(named(Named.THIS_YEAR, TODAY).first, TODAY)
SUMS = dict.fromkeys((Named.THIS_YEAR, Named.LAST_YEAR), 25)
REASONS: tuple[Reason, ...] = (*LINES, *(NotRegistered(f"主催{number}" * 10) for number in range(9)))


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield from _choices(words, profile)
    yield hang("of an account", asking.cannot_earn, profile, words)
    yield from _previews(words, profile)


def _choices(words: Words, profile: Profile) -> Iterator[Exhibit]:
    every = tuple(CertificatePurpose)
    for purpose in every:
        usual = (purpose, *(one for one in every if one is not purpose))
        view = asking.Choice(usual, SUMS, 25, NOW, True, None, profile.late(YEAR.first.replace(year=2023)), sample=True)
        yield hang(f"usually {purpose}", asking.choose, view, words)
        sums = dict.fromkeys(Named, 25 if purpose is CertificatePurpose.GENERAL else 0)
        ending = {YEAR: 41} if purpose is CertificatePurpose.CHRONIC else {}
        offer = asking.Offer(purpose, sums, ending, True, profile.late(YEAR.first.replace(year=2023)), sample=True)
        yield hang(f"for {purpose}", asking.choose_period, offer, words)
        yield hang(f"for {purpose}", asking.ask_dates, purpose, words)
    nothing = asking.Choice(every[:2], dict.fromkeys(SUMS, 0), 0, NOW, can_earn=False, announced=told(words))
    yield hang("nothing, and cannot earn", asking.choose, nothing, words)


def _previews(words: Words, profile: Profile) -> Iterator[Exhibit]:
    shown = tuple(Candidate(one, None, COMMON) for one in entries(84))
    left = tuple(LeftOut(TODAY, TITLE, 3 * (1 - place % 2), reason) for place, reason in enumerate(REASONS))
    for purpose in CertificatePurpose:
        for registry in (True, False):
            wish = Wish(purpose, YEAR, registry)
            draft = Draft(wish, READING, YEAR, shown, left)
            view = preview.View(draft, True, True, profile.late(None), sample=registry)
            yield hang(f"{purpose}, number: {registry}", preview.preview, view, profile, words)
        yield hang(f"{purpose}, page 5", preview.standing, Wish(purpose, YEAR), shown, 5, words)
        yield hang(f"{purpose}, page 2", preview.left_out, Wish(purpose, YEAR), left, 2, words)
    wish, none = Wish(CertificatePurpose.GENERAL, Period(TODAY, TODAY)), Period(TODAY, YEAR.first)
    for name, some in (("nothing at all", ()), ("all of it today", left[:1])):
        view = preview.View(Draft(wish, READING, none, (), some), False, False, ())
        yield hang(name, preview.preview, view, profile, words)
    yield hang("nothing", preview.standing, wish, (), 1, words)
    yield hang("nothing", preview.left_out, wish, (), 1, words)
