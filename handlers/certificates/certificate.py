"""受講証明書: certificates of a period. A credit can be certified from the day after it was earned."""

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from content.certificates.certificate import CertificateFacts
from content.keys.letters import CertificateHeld, CertificatePaper
from content.text.periods import Period
from content.text.printing import uncovered
from handlers.certificates import asking, issuing, previewing
from handlers.keeping import Draws
from handlers.papers import certificate as drawing
from handlers.screens.certificates import certificate as screens
from handlers.screens.screen import KeptPaper, Screen
from handlers.turn import Turn, Unwanted, Writes
from storage.certificates import certificates, ends
from storage.post.letters import Letter


def write_paper(turn: Turn, letter: Letter[CertificatePaper]) -> Screen | Unwanted:
    facts = certificates.facts_left(turn.session, letter.key.certificate)
    if facts is None or ends.last(turn.session, letter.key.certificate) is not None:
        return Unwanted("it does not hold any more")
    period = Period(facts.period_from, facts.period_to)
    return screens.document(
        turn.words,
        letter.key.certificate,
        period,
        facts.half_units,
        facts.since,
        purpose=facts.purpose,
        sample=facts.sample,
    )


def paper_kept(session: Session, paper: KeptPaper) -> bytes | None:
    return certificates.paper(session, paper.certificate_id)


def paper_facts(session: Session, paper: KeptPaper) -> CertificateFacts:
    return certificates.facts(session, paper.certificate_id)


def keep_paper(session: Session, paper: KeptPaper, drawn: bytes, at: datetime) -> bytes:
    return certificates.keep_paper(session, paper.certificate_id, drawn, hashlib.sha256(drawn).hexdigest(), at)


def is_signed(facts: CertificateFacts) -> bool:
    return facts.signed is not None


def write_held(turn: Turn, letter: Letter[CertificateHeld]) -> Screen | Unwanted:
    facts = certificates.facts_left(turn.session, letter.key.certificate)
    if facts is None:
        return Unwanted("it was erased")
    return screens.held(turn.words, by_name=bool(uncovered(facts.name)))


ROUTES = (*asking.ROUTES, *previewing.ROUTES, *issuing.ROUTES)
LETTERS = (
    Writes(CertificatePaper, write_paper),
    Writes(CertificateHeld, write_held),
    *issuing.LETTERS,
)
PAPERS = (Draws(KeptPaper, paper_kept, paper_facts, drawing.draw, keep_paper, is_signed),)
