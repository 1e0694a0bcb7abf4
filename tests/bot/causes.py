"""What makes each kind of letter be written to a member, by the record alone."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.attendance.attending import Claim
from content.keys.letter import LetterKey
from content.keys.letters import (
    AccountReady,
    ChapterDone,
    CreditsFall,
    DeclarationForm,
    DeclarationFormHeld,
    DraftsOpen,
    EvidenceFile,
    JournalDeadline,
    SessionEnded,
    StillUnfinished,
    Unfinished,
    YearEnds,
)
from content.keys.record_letters import RecordCopy, RecordErased
from content.rules import day_of, fiscal_year
from storage.declarations import cases
from storage.journal import due, sheets
from storage.post import letters
from storage.programme import courses
from storage.radio import reminders as radio_reminders
from storage.staff import roles
from storage.study import enrolments, reminders
from storage.tables import Chat
from storage.trainings import attendances, claims
from tests import broadcasts, deciding, issues
from tests.bot import (
    announcement_causes,
    certificate_causes,
    course_causes,
    export_causes,
    import_causes,
    letter_causes,
    request_causes,
    staff_causes,
    year_end_causes,
)
from tests.bot.neighbour import BOOK, declares, id_of, submits
from tests.queued import queue
from tests.storage.training import HOUR, publish, registers, training

DAY = timedelta(days=1)
AOI, OTHER, STAFF = "1000000001", "1000000005", "9000000001"
Cause = Callable[[Session, int, datetime], object]


def _says(key: Callable[[Session, int, datetime], LetterKey], *, here: bool = False) -> Cause:
    """One that a turn of conversation writes itself."""

    def cause(session: Session, me: int, at: datetime) -> None:
        chat = session.execute(select(Chat.id).where(Chat.member_id == me)).scalar_one() if here else None
        letters.put(session, member_id=me, key=key(session, me, at), slot="1", at=at, chat_id=chat)

    return cause


def declaration_decided(session: Session, me: int, at: datetime) -> None:
    by = id_of(session, STAFF)
    deciding.accept(session, submits(session, me, at), staff_id=by, reason="確認", at=at, rulebook=BOOK)


def claim_decided(session: Session, me: int, at: datetime) -> None:
    listed = publish(session, training(at - 3 * HOUR), at)
    attendances.claim(session, me, listed.id, "電池が切れました", at)
    card = claims.hold(session, claims.of_member(session, me)[-1], BOOK, at)
    claims.decide(session, card, Claim.ACCEPTED, "名簿", id_of(session, STAFF), BOOK, at)


def training_registered(session: Session, _me: int, at: datetime) -> None:
    one = publish(session, training(at - 3 * HOUR), at)
    registers(session, one.training.slug, [(AOI, 3)], at)


def radio(session: Session, me: int, at: datetime) -> None:
    """Of one that is not over in the next morning."""
    (one,) = broadcasts.publish(session, [broadcasts.a_broadcast("2026-11-23 08:10")], at)
    radio_reminders.ask(session, me, one.id, at, at)


def evidence(session: Session, me: int, at: datetime) -> LetterKey:
    """A file of somebody's declaration, which the person asks for as staff."""
    roles.grant(session, me, "officer", at)
    number = submits(session, id_of(session, OTHER), at)
    return EvidenceFile(number, cases.filed(session, number).declared.evidence[0].id)


def journal_result(session: Session, me: int, at: datetime) -> None:
    begun = at - 9 * DAY
    listed = issues.publish(session, issues.an_issue("2026-09", deadline=at - 8 * DAY, told=at), begun)
    sheet = sheets.begin(session, me, listed, begun)
    for place, choices in enumerate(issues.RIGHTS, start=1):
        for choice in choices:
            sheets.choose(session, me, sheet.id, place, choice, begun)
    assert sheets.submit(session, me, sheet.id, begun)
    due.grade(session, sheets.own(session, me, sheet.id), BOOK, at)


def journal_reminder(session: Session, me: int, at: datetime) -> None:
    """Sooner than it would be written, so that answers are still taken in the next morning."""
    listed = issues.publish(session, issues.an_issue(), at)
    sheets.choose(session, me, sheets.begin(session, me, listed, at).id, 1, 1, at)
    key, slot = JournalDeadline(listed.id), due.slot_of(listed.issue)
    letters.put(session, member_id=me, key=key, slot=slot, at=at)


def reminder(session: Session, me: int, at: datetime) -> None:
    enrolments.touch(session, me, courses.by_slug(session, "hypertension").id, at - 4 * DAY)
    queue(session, reminders.due(Unfinished, at, BOOK.now(at)), at)


def reminder_again(session: Session, me: int, at: datetime) -> None:
    enrolments.touch(session, me, courses.by_slug(session, "hypertension").id, at - 12 * DAY)
    queue(session, reminders.due(StillUnfinished, at, BOOK.now(at)), at)


def drafts_open(session: Session, me: int, at: datetime) -> None:
    """Sooner than it would be written, so that the draft can still be submitted in the next morning."""
    declares(session, me, at)
    letters.put(session, member_id=me, key=DraftsOpen(fiscal_year(day_of(at))), slot="1", at=at)


def form(session: Session, me: int, at: datetime) -> LetterKey:
    submits(session, me, at)
    return DeclarationForm(fiscal_year(day_of(at)))


CAUSES: Mapping[str, Cause] = {
    "chapter": _says(lambda session, *_: ChapterDone(courses.by_slug(session, "hypertension").id, 1)),
    "screens_viewed": _says(staff_causes.screens_viewed),
    "membership": _says(staff_causes.membership_resumed),
    "certificate": _says(certificate_causes.paper),
    "certificate_ready": _says(certificate_causes.credited),
    "certificate_held": _says(certificate_causes.held),
    "certificate_replaced": _says(certificate_causes.replaced),
    "certificate_revoked": _says(certificate_causes.revoked),
    "credit_granted": _says(certificate_causes.granted),
    "credit_reversed": _says(certificate_causes.taken_back),
    "certificate_copy": _says(certificate_causes.copied),
    "session_ended": _says(lambda _session, _me, at: SessionEnded(at.astimezone(UTC)), here=True),
    "erased": _says(lambda _session, _me, at: RecordErased(7, at.astimezone(UTC)), here=True),
    "mydata": _says(lambda *_: RecordCopy(1, 1)),
    "drafts_open": drafts_open,
    "form": _says(form),
    "training_entry": _says(course_causes.training_entry),
    "issue_entry": _says(course_causes.issue_entry),
    "form_held": _says(lambda *_: DeclarationFormHeld(2026)),
    "evidence": _says(evidence),
    "request_settled": request_causes.request_settled,
    "answer_file": _says(request_causes.answer_file),
    "request_file": _says(request_causes.request_file),
    "case_asked": request_causes.case_asked,
    "request_added": _says(request_causes.request_added),
    "request_handed": _says(request_causes.request_handed),
    "requests_due": _says(request_causes.requests_due),
    "role_changed": _says(staff_causes.role_changed),
    "code_given": _says(staff_causes.code_given),
    "code_disowned": _says(staff_causes.code_disowned),
    "code_over": _says(staff_causes.code_over),
    "invitation_opened": _says(staff_causes.invitation_opened),
    "account_ready": _says(lambda _session, _me, at: AccountReady(at.astimezone(UTC))),
    "second_wanted": _says(staff_causes.second_wanted),
    "joint_decided": _says(staff_causes.joint_decided),
    "attempt_refused": _says(staff_causes.attempt_refused),
    "letters_told": _says(letter_causes.letters_told),
    "letters_refused": _says(letter_causes.letters_refused),
    "import_told": _says(import_causes.import_told),
    "import_report": _says(import_causes.import_report),
    "export_told": _says(export_causes.export_told),
    "export_file": _says(export_causes.export_file),
    "log_export": _says(staff_causes.log_export),
    "announcement": announcement_causes.announcement,
    **{kind: _says(key) for kind, key in announcement_causes.SAID.items()},
    "declaration_decided": declaration_decided,
    "claim_decided": claim_decided,
    "training_registered": training_registered,
    "radio": radio,
    "journal_result": journal_result,
    "journal_reminder": journal_reminder,
    "reminder": reminder,
    "year_ends": year_end_causes.of(YearEnds),
    "credits_fall": year_end_causes.of(CreditsFall),
    "reminder_again": reminder_again,
    "training_tomorrow": course_causes.training_tomorrow,
    "checkin_opens": course_causes.checkin_opens,
    "plan": year_end_causes.plan,
    "new_courses": course_causes.new_courses,
}
