"""Screens of staff: acts that wait for a second person."""

from collections.abc import Iterator
from dataclasses import replace

from content.staff.joint import (
    FINGERPRINT,
    Asked,
    CodeForStaff,
    EraseMember,
    GrantOwner,
    JointAct,
    MakeLetters,
    RevokeCertificate,
    SendAnnouncement,
)
from content.staff.rights import Role
from content.words import Words
from handlers.screens.certificates.verify import EXAMPLE
from handlers.screens.staff import joint
from handlers.screens.staff.joint import Shown
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang

FACTS = {"name": NAME, "member_no": "9" * 10, "roles": ",".join(Role), "owners": "12"}
CERTIFICATE = {
    **{"name": NAME, "member_no": "9" * 10, "certificate": str(NUMBER), "number": EXAMPLE},
    **{"issued_on": "2026-11-22", "first": "2016-11-22", "last": "2026-11-22", "half_units": "1999", "codes": "84"},
    **{"state": "valid", "instead": "", "reason": "misuse"},
}

ERASURE = FACTS | {"asked": "1", "credits": "1999", "certificates": "99"}


SENDING = SendAnnouncement(NUMBER, NUMBER)
ANNOUNCEMENT = {
    **{"name": "題" * 40, "announcement": str(NUMBER), "of": "course", "value": str(NUMBER), "course": "題" * 60},
    **{"people": "170000", "ja": "文", "en": "t", "button": "", "starts_at": NOW.isoformat(), "state": "draft"},
}
OF_ACTS: dict[type[JointAct], dict[str, str]] = {
    RevokeCertificate: CERTIFICATE,
    SendAnnouncement: ANNOUNCEMENT,
    EraseMember: ERASURE,
    MakeLetters: {
        **{"name": "", "letters": str(NUMBER), "prefecture": "鹿児島県", "state": "asked"},
        **{"digest": "f" * 64, "people": "177383", "refused": "20000"},
    },
}


def exhibits(words: Words) -> Iterator[Exhibit]:
    acts = (GrantOwner(NUMBER), CodeForStaff(NUMBER), RevokeCertificate(NUMBER, NUMBER, "misuse"), SENDING)
    for act in (*acts, EraseMember(NUMBER), MakeLetters(NUMBER, NUMBER)):
        facts = OF_ACTS.get(type(act), FACTS)
        shown = Shown(Asked(NUMBER, act, "由" * 200, NUMBER, NAME, NOW, "waiting"), facts, "f" * FINGERPRINT)
        bare = replace(shown, shown="", facts={**facts, "roles": "", "instead": EXAMPLE})
        yield hang(act.kind, joint.waits, act.kind, NAME, 12, NOW, words)
        yield hang(act.kind, joint.wanted, shown, words)
        yield hang(act.kind, joint.card, shown, words)
        yield hang(f"{act.kind}, changed", joint.card, shown, words, words.joint.changed())
        yield hang(f"{act.kind}, own", joint.card, bare, words, words.joint.own())
        yield hang(f"{act.kind}, done", joint.ended, bare, words, words.joint.done())
        yield hang(f"{act.kind}, refused", joint.ended, bare, words, words.joint.refused("由" * 200))
        for state in ("waiting", "done", "refused"):
            yield hang(f"{act.kind}, over: {state}", joint.ended, bare, words, words.joint.over(state))
        yield hang(act.kind, joint.ask_refusal, shown, words)
        yield hang(f"{act.kind}, done", joint.told, shown, NAME, "", words, done=True)
        yield hang(f"{act.kind}, refused", joint.told, shown, NAME, "由" * 200, words, done=False)
        yield hang(act.kind, joint.alone, act.kind, words)
    yield hang("set", joint.ask_pin, NUMBER, 3, words, words.joint.pin_set())
    yield hang("as it is", joint.ask_pin, NUMBER, 1, words)
    yield hang("as it is", joint.ask_new_pin, NUMBER, words)
    yield hang("as it is", joint.bad_pin, NUMBER, words)
    yield hang("one left", joint.wrong_pin, NUMBER, 1, words)
    yield hang("as it is", joint.locked, NUMBER, NOW, words)
    yield hang("as it is", joint.bad_reason, NUMBER, 200, words)
