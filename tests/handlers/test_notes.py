"""What chats wait to hear: rows of earlier versions are read, and what was never packed so is waited for no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, update

from content.keys import note
from content.keys.note import NoSuchNote, Note
from handlers.access import activation, login, new_password
from handlers.certificates import asking, verify
from handlers.credits import fees, function_report, noted, plan, why
from handlers.declarations import declare, declare_notes
from handlers.features import FEATURES
from handlers.personal import erasing as personal_erasing
from handlers.personal import mydata
from handlers.requests import notes as request_notes
from handlers.requests import writing as request_writing
from handlers.routing import Routes
from handlers.staff import (
    certificates,
    claims,
    declarations,
    ending,
    exporting,
    importing,
    inviting,
    joint,
    log,
    members,
    membership,
    roles,
    viewing,
)
from handlers.staff import requests as staff_requests
from handlers.staff.activating import room as letter_room
from handlers.staff.announcing import attaching, drafting
from handlers.staff.cases import asking as staff_asking
from handlers.staff.crediting import by_file, grant_steps, granting, reversing
from handlers.trainings import checkin
from handlers.turn import House
from storage.engine.base import InRow, in_row
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.people.chat import Caller
from storage.post import updates
from storage.tables import Chat, Deferred
from tests import samples
from tests.talk import Talk

UNTIL = datetime(2026, 11, 22, 1, 10, 0, 7, tzinfo=UTC)
WRITTEN: tuple[tuple[str, Mapping[str, str], Note], ...] = (
    ("login_id", {}, login.AwaitId()),
    ("login_consent", {"id": "1000000001"}, login.AwaitConsent("1000000001")),
    ("password", {"id": "1000000001"}, login.AwaitPassword("1000000001")),
    (
        "new_password",
        {"member": "5", "code": "", "until": "2026-11-22T01:10:00.000007+00:00"},
        new_password.Proof(5, "", UNTIL),
    ),
    (
        "new_password",
        {"member": "5", "code": "ab12", "until": "2026-11-22T01:10:00.000007+00:00"},
        new_password.Proof(5, "ab12", UNTIL),
    ),
    ("mydata_password", {}, mydata.AwaitPassword()),
    ("erase_password", {}, personal_erasing.AwaitPassword()),
    ("checkin_code", {"training": "3"}, checkin.AwaitCode(3)),
    ("checkin_code", {}, checkin.AwaitCode()),
    ("late_claim", {"training": "3"}, checkin.AwaitClaim(3)),
    ("why", {}, why.AwaitName()),
    ("fees_dates", {}, fees.AwaitPeriod()),
    ("view_why", {"member": "5"}, viewing.AwaitViewReason(5)),
    ("membership_why", {"member": "5", "ends": "1"}, membership.AwaitMembershipReason(5, ends=True)),
    ("membership_why", {"member": "5", "ends": ""}, membership.AwaitMembershipReason(5, ends=False)),
    ("role_of", {}, roles.AwaitHolder()),
    ("role_why", {"member": "5", "role": "officer", "give": "1"}, roles.AwaitReason(5, "officer", give=True)),
    ("new_pin", {"request": "3", "shown": "ab12"}, joint.AwaitNewPin(3, "ab12")),
    ("pin", {"request": "3", "shown": "ab12"}, joint.AwaitPin(3, "ab12")),
    ("joint_why", {"request": "3"}, joint.AwaitRefusal(3)),
    ("report_dates", {}, function_report.AwaitPeriod()),
    ("filed_on", {}, noted.AwaitFiledOn()),
    ("certified_on", {}, noted.AwaitCertifiedOn()),
    ("plan_day", {}, plan.AwaitPlanDay()),
    ("certificate_dates", {}, asking.AwaitPeriod()),
    ("certificate_dates", {"purpose": "chronic"}, asking.AwaitPeriod("chronic")),
    ("certificate_number", {}, verify.AwaitNumber()),
    ("certificate_name", {"token": "Zk3vT0aQ9sB7xY1-_pLmNw"}, verify.AwaitName("Zk3vT0aQ9sB7xY1-_pLmNw")),
    ("declare_kind", {}, declare.AwaitKind()),
    ("declare_what", {"declaration": "8"}, declare_notes.AwaitWhat(8)),
    ("declare_day", {"declaration": "8"}, declare_notes.AwaitDay(8)),
    ("declare_units", {"declaration": "8"}, declare_notes.AwaitUnits(8)),
    ("declare_code", {"declaration": "8"}, declare_notes.AwaitCode(8)),
    ("declare_note", {"declaration": "8"}, declare_notes.AwaitNote(8)),
    ("declare_evidence", {"declaration": "8"}, declare_notes.AwaitEvidence(8)),
    ("claim_why", {"claim": "4", "page": "1", "accept": ""}, claims.AwaitReason(claim=4, page=1, accept=False)),
    ("claim_why", {"claim": "4", "page": "2", "accept": "1"}, claims.AwaitReason(claim=4, page=2, accept=True)),
    (
        "declaration_why",
        {"declaration": "8", "page": "1", "accept": ""},
        declarations.AwaitReason(declaration=8, page=1, accept=False),
    ),
    ("request_kind", {}, request_writing.AwaitKind()),
    ("request", {"request": "6"}, request_notes.AwaitRequest(6)),
    ("request_answer", {"request": "6", "page": "2"}, request_notes.AwaitAnswer(6, page=2)),
    ("activation_birth", {"hashed": "4f2a", "shown": "K7MP…3XQ2"}, activation.AwaitBirth("4f2a", "K7MP…3XQ2")),
    ("letters_prefecture", {}, letter_room.AwaitPrefecture()),
    ("letters_list", {}, letter_room.AwaitList()),
    ("case_question", {"request": "6", "page": "2"}, staff_asking.AwaitQuestion(6, 2)),
    ("request_note", {"request": "6", "page": "2"}, staff_requests.AwaitNote(6, 2)),
    ("request_why", {"request": "6", "page": "2"}, staff_requests.AwaitReason(6, 2)),
    ("staff_certificate", {}, certificates.AwaitIssued()),
    (
        "revoke_why",
        {"certificate": "4", "page": "2", "reason": "mistake"},
        ending.AwaitWords(certificate=4, page=2, reason="mistake"),
    ),
    ("leave_why", {"certificate": "4", "page": "0"}, ending.AwaitLeaving(certificate=4, page=0)),
    ("announce_who", {"of": "code"}, drafting.AwaitAudience("code")),
    ("announce_text", {"announcement": "4", "language": "en"}, drafting.AwaitText(4, "en")),
    ("announce_file", {"announcement": "4"}, attaching.AwaitFile(4)),
    ("announce_when", {"announcement": "4"}, drafting.AwaitMoment(4)),
    ("invite_name", {}, inviting.AwaitName()),
    ("invite_name", {"name": "事務 花子"}, inviting.AwaitName("事務 花子")),
    ("invite_why", {"name": "事務 花子", "role": "officer"}, inviting.AwaitWhy("事務 花子", "officer")),
    ("invite_why", {"name": "事務 花子", "person": "12"}, inviting.AwaitWhy("事務 花子", person=12)),
    ("log_filter", {"what": "1.0.0.0.0"}, log.AwaitFilter("1.0.0.0.0")),
    ("import", {}, importing.AwaitImport()),
    ("import_credits", {}, importing.AwaitCredits()),
    ("grant_file", {}, importing.AwaitGrants()),
    ("grant_file", {"why": "名簿で確認"}, importing.AwaitGrants("名簿で確認")),
    ("grants_undo_why", {"number": "3"}, by_file.AwaitUndoReason(3)),
    ("export", {}, exporting.AwaitExport()),
    ("grant_for", {"member": "5", "of": "course"}, granting.AwaitContent(5, "course")),
    ("grant", {"member": "5", "of": "other"}, grant_steps.AwaitGrant(5, "other")),
    ("reverse_why", {"member": "5", "credit": "8"}, reversing.AwaitReversal(5, 8)),
    ("staff_find", {}, members.FindMember()),
    ("staff_find", {"text": "佐藤", "page": "2"}, members.FindMember("佐藤", 2)),
    ("staff_why", {"act": "give_code", "member": "5"}, members.AwaitReason("give_code", 5)),
    (
        "staff_why",
        {"text": "佐藤", "page": "2", "act": "lift_lock", "member": "5"},
        members.AwaitReason("lift_lock", 5, "佐藤", 2),
    ),
)
"""(expects, note) as version 0.2.0 wrote them, and those that are new since. A new note gets its line here."""
ANY_TRAINING = ("checkin_code", {"training": "0"})


@dataclass(frozen=True)
class Bare(Note, expects="test_bare"):
    """A note without a field."""


def test_every_note_is_listed_and_heard() -> None:
    ours = {expects for expects, one in note.kinds().items() if one.__module__.startswith("handlers.")}
    routes = Routes(FEATURES)
    assert {expects for expects, _, _ in WRITTEN} == ours == {*routes.heard, *routes.received}


@pytest.mark.parametrize(("expects", "texts", "value"), WRITTEN)
def test_what_earlier_versions_wrote_is_read_and_written_alike(
    expects: str, texts: Mapping[str, str], value: Note
) -> None:
    assert note.unpack(expects, texts) == value
    assert (value.expects, value.pack()) == (expects, texts)


def test_any_training_is_read_as_it_was_written() -> None:
    assert note.unpack(*ANY_TRAINING) == checkin.AwaitCode()


@pytest.mark.parametrize(
    ("expects", "texts"),
    [
        ("given_up", {}),
        ("password", {}),
        ("late_claim", {"training": "x"}),
        ("late_claim", {"training": "3", "more": "1"}),
        ("claim_why", {"claim": "4", "page": "1", "accept": "0"}),
        ("new_password", {"member": "5", "code": "", "until": "2026-11-22T01:10:00"}),
        ("test_bare", {"more": "1"}),
    ],
)
def test_what_was_never_packed_so_is_told(expects: str, texts: Mapping[str, str]) -> None:
    with pytest.raises(NoSuchNote):
        note.unpack(expects, texts)


def test_two_notes_that_wait_for_the_same_are_refused() -> None:
    with pytest.raises(TypeError, match="is taken"):

        class Other(Note, expects="test_bare"):
            """A second one."""


@pytest.mark.parametrize(("expects", "texts", "value"), WRITTEN)
def test_a_chat_of_an_earlier_version_waits_for_the_same(
    sessions: Sessions, cipher: Cipher, now: datetime, expects: str, texts: Mapping[str, str], value: Note
) -> None:
    with sessions.begin() as session:
        chat = chats.meet(session, cipher, 7, "ja", now)
        session.execute(
            update(Chat).where(Chat.id == chat.id).values(expects=expects, note=InRow(chat.id, dict(texts)))
        )
        session.execute(
            insert(Deferred), in_row(Deferred, 1, {"body": b"{}", "at": now, "expects": expects, "note": dict(texts)})
        )
        assert chats.meet(session, cipher, 7, "ja", now).awaits == value
        kept = updates.deferred(session, 1)
        assert kept is not None
        assert note.unpack(kept.expects, kept.note) == value


@pytest.mark.parametrize(("expects", "texts"), [("given_up", {}), ("late_claim", {}), ("claim_why", {"claim": "x"})])
def test_a_text_is_looked_for_while_the_chat_waits_for_what_this_version_does_not_know(
    sessions: Sessions, house: House, now: datetime, expects: str, texts: Mapping[str, str]
) -> None:
    with sessions.begin() as session:
        me = samples.member(session, now)
        chat = chats.meet(session, house.cipher, 7, "ja", now)
        chats.put_back(session, chat.id, expects, texts, now)
    talk = Talk(sessions, house, now, Caller(me, can_earn=True))
    assert "高血圧症" in talk.says("高血圧症").text
