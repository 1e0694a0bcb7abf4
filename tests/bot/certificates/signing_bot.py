"""A bot in a process of its own that signs certificates, and the member who asks it for one."""

import base64
from datetime import timedelta
from pathlib import Path

from bot.clock import RealClock
from content.rules import Rulebook, day_of
from content.values import CertificatePurpose, CreditKind
from handlers.presses.certificates.certificate import Issue
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.people import chats
from tests.bot.neighbour import id_of
from tests.bot.signing.keys import PASSPHRASE, elliptic
from tests.operators import OTHER_FILE

AOI = "1000000001"


def signs(folder: Path) -> dict[str, str]:
    """The settings of a bot that signs, and whose operator says so."""
    profile = folder / "signing.yaml"
    profile.write_text(f"{OTHER_FILE.read_text()}signing_key: organisation\n")
    key = base64.b64encode(elliptic().content).decode()
    return {"SIGNING_KEY": key, "SIGNING_PASSPHRASE": PASSPHRASE, "OPERATOR_FILE": str(profile)}


def may_ask(sessions: Sessions, person: int) -> Issue:
    """青井 遥 is logged in and earned a credit yesterday. Returns the button that has it certified."""
    now = RealClock().now()
    day = now - timedelta(days=1)
    about = {"source": "course:hypertension", "half_units": 2, "code": 74, "title": "高血圧", "organiser": "見本"}
    with sessions.begin() as session:
        me = id_of(session, AOI)
        chat = chats.meet(session, sessions.cipher, person, "ja", now)
        chats.bind(session, chat, me, now)
        ledger.award(
            session,
            member_id=me,
            earned_at=day,
            rules=Rulebook().now(day),
            kind=CreditKind.LECTURE,
            **about,  # type: ignore[arg-type]  # as named
        )
    earned = day_of(day).toordinal()
    return Issue(CertificatePurpose.GENERAL.value, earned, earned, registry=True)
