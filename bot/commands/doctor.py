"""doctor: what is not as it must be, all of it at once: settings, keys, database, samples, papers.

It changes nothing. `reword` and `withdraw_samples` are the corrections that go with it.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import TextIO

from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.clock import RealClock
from bot.commands.batch import counted
from bot.opening import NotReady, new_sessions
from bot.settings import BadSettings, Settings, read_settings
from content.keys.letters import CertificatePaper
from content.text.printing import named, uncovered
from storage.certificates import certificates, sampled, unprintable, wordings
from storage.credits import samples
from storage.engine.sessions import Sessions
from storage.migrations import is_current
from storage.post import letters
from storage.privacy import keycheck, seals

TO_RUN = ("TELEGRAM_BOT_TOKEN", "DATA_KEY", "OPERATOR_FILE")
TO_READ = ("DATA_KEY",)
HOW = "mend it by: python -m bot doctor --print-as TEXT OTHER"
NO_MORE_SAMPLES = "show members no more of what is published as a sample; what was earned stays, and counts nowhere"
TAKE_BACK = "take them back by: python -m bot doctor --withdraw-samples"


def run(out: TextIO) -> int:
    """0: nothing was found; 1: each finding is named in a line that begins with its area."""
    found = 0
    for area, said in _examined():
        found += 1
        print(f"{area}: {said}", file=out)
    print(f"{found} {'finding' if found == 1 else 'findings'}." if found else "Nothing was found.", file=out)
    return 1 if found else 0


def _examined() -> Iterator[tuple[str, str]]:
    """Area by area; what can't be looked at because of an earlier finding is passed over."""
    try:
        settings = read_settings(TO_RUN, https=["WEBHOOK_SECRET"])
    except BadSettings as bad:
        yield from (("settings", line) for line in str(bad).splitlines())
    else:
        yield from (("signing", said) for said in _signing(settings, RealClock().now()))
    try:
        sessions = new_sessions(read_settings(TO_READ))
    except BadSettings:
        return
    except NotReady as error:
        yield "database", str(error)
        return
    try:
        yield from _record(sessions)
    except DBAPIError as error:
        yield "database", f"it can't be used: {str(error.orig).splitlines()[0]}"
    finally:
        sessions.close()


def _signing(settings: Settings, now: datetime) -> Iterator[str]:
    if (key := settings.key) is not None and key.ends_soon(now):
        over = "ended" if key.ends <= now else "ends"
        yield f"the key that signs certificates {over} on {key.ends:%Y-%m-%d}: have a new one issued"


def _record(sessions: Sessions) -> Iterator[tuple[str, str]]:
    if not is_current(sessions.engine):
        yield "database", "it is not at the tables of this version. Run: python -m bot migrate"
        return
    with sessions.reading() as session:
        faults = keycheck.faults(session, sessions.cipher)
        if faults:
            yield from (("keys", said) for said in faults)
            return
        yield from (("seals", said) for said in seals.unreadable(session, sessions.cipher))
        yield from (("database", said) for said in _whole(session, sessions.kind))
        yield from (("samples", said) for said in _samples(session))
        yield from (("papers", said) for said in _papers(session))


def _whole(session: Session, kind: str) -> Iterator[str]:
    """What SQLite itself finds wrong with its file; PostgreSQL checks its pages by itself."""
    if kind == "sqlite":
        yield from (said for (said,) in session.execute(sql("PRAGMA quick_check(20)")) if said != "ok")


def _samples(session: Session) -> Iterator[str]:
    """Samples in a record that is not the demo's, as older versions took them."""
    if contents := sampled.contents(session):
        yield f"published as samples, and shown so to members: {', '.join(contents)}; {TAKE_BACK}"
    if credits := sampled.credits(session):
        yield f"{counted(credits, 'credit', 'credits')} of samples: in no total and on no certificate"
    if papers := sampled.certificates(session):
        yield f"{counted(papers, 'certificate', 'certificates')} issued with such credits, which the paper itself says"


def _papers(session: Session) -> Iterator[str]:
    for one in unprintable.texts(session):
        yield f'{one.where}: "{one.text}" can\'t be printed, for {named(one.pieces)}; {HOW}'
    for one in unprintable.persons(session):
        yield f"{one.where}: a certificate can't be printed, for {named(one.pieces)}; mend it by import-members"
    for held in unprintable.not_drawn(session):
        pieces = uncovered(unprintable.printed(wordings.worded(held.facts, wordings.every(session))))
        if pieces:
            yield f"certificate {held.id} waits, for {named(pieces)}"


def reword(sessions: Sessions, text: str, printed: str, now: datetime, out: TextIO) -> int:
    """From now on papers say `printed` for `text`, and what waits for it is drawn; papers that are issued stay as they
    are, and so does the ledger. 1: refused, with the reason.
    """
    if not uncovered(text):
        print(f'"{text}" can be printed as it is.', file=out)
        return 1
    if not printed.strip() or uncovered(printed):
        print(f'"{printed}" can\'t be printed either: {named(uncovered(printed)) or "it is empty"}.', file=out)
        return 1
    with sessions.begin() as session:
        if not unprintable.is_on_record(session, text):
            print(f'Nothing on record says "{text}".', file=out)
            return 1
        wordings.put(session, text, printed, now)
        asked = sum(_asked_again(session, sessions, one, now) for one in tuple(unprintable.not_drawn(session)))
    print(f'Papers now say "{printed}". Certificates that waited and are made now: {asked}.', file=out)
    return 0


def withdraw_samples(sessions: Sessions, now: datetime, out: TextIO) -> int:
    """Take back what an older version published as samples. 1: this is the demo's record, which is made of them."""
    with sessions.begin() as session:
        if samples.count_here(session):
            print("This is the record of the demo, in which everything is a sample. Nothing was changed.", file=out)
            return 1
        names, credits = sampled.withdraw(session, now), sampled.credits(session)
    for name in names:
        print(f"{name}: taken back", file=out)
    kept = f"Credits of samples stay in the ledger and count nowhere: {credits}."
    print(kept if names else "Nothing is published as a sample.", file=out)
    return 0


def _asked_again(session: Session, sessions: Sessions, held: unprintable.NotDrawn, now: datetime) -> bool:
    """Ask anew for a certificate that waited, in the words that can be printed; False if it still can't be."""
    facts = wordings.worded(held.facts, wordings.every(session))
    if uncovered(unprintable.printed(facts)):
        return False
    certificate_id = certificates.ask(session, sessions.cipher, held.member_id, facts, now)
    key = CertificatePaper(certificate_id)
    return letters.put(session, member_id=held.member_id, key=key, slot=f"reworded:{held.id}", at=now)
