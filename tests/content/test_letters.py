"""Keys of letters: what earlier versions wrote is read for ever, and what no key wrote is told from what is unknown."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from content.keys import (
    activation_letters,
    announcement_letters,
    calendar_letters,
    certificate_letters,
    credit_letters,
    export_letters,
    import_letters,
    letter,
    letters,
    plan_letters,
    record_letters,
    request_letters,
    training_letters,
)
from content.keys.letter import BadSubject, LetterKey, NoSuchLetter

MOMENT = datetime(2026, 11, 22, 1, 2, 3, 45, tzinfo=UTC)
WRITTEN: dict[str, tuple[str, LetterKey]] = {
    "chapter": ("course:5:2", letters.ChapterDone(5, 2)),
    "reminder": ("course:5", letters.Unfinished(5)),
    "year_ends": ("2026", letters.YearEnds(2026)),
    "credits_fall": ("2026", letters.CreditsFall(2026)),
    "reminder_again": ("5", letters.StillUnfinished(5)),
    "radio": ("broadcast:7", letters.BroadcastSoon(7)),
    "journal_result": ("issue:3", letters.JournalResult(3)),
    "journal_reminder": ("issue:3", letters.JournalDeadline(3)),
    "training_registered": ("12", letters.TrainingRegistered(12)),
    "claim_decided": ("4", letters.ClaimDecided(4)),
    "declaration_decided": ("9", letters.DeclarationDecided(9)),
    "erased": ("7:2026-11-22T01:02:03.000045+00:00", record_letters.RecordErased(7, MOMENT)),
    "screens_viewed": ("7:2026-11-22T01:02:03.000045+00:00", record_letters.ScreensViewed(7, MOMENT)),
    "membership": ("7:1", record_letters.MembershipChanged(7, ends=True)),
    "mydata": ("2:3", record_letters.RecordCopy(2, 3)),
    "drafts_open": ("2026", letters.DraftsOpen(2026)),
    "form": ("2026", letters.DeclarationForm(2026)),
    "training_tomorrow": ("12", training_letters.TrainingTomorrow(12)),
    "checkin_opens": ("12", training_letters.CheckInOpens(12)),
    "plan": ("2026-12-01", plan_letters.PlanStands(date(2026, 12, 1))),
    "new_courses": ("2026-11-30", letters.NewCourses(date(2026, 11, 30))),
    "training_entry": ("12", calendar_letters.TrainingEntry(12)),
    "issue_entry": ("3", calendar_letters.IssueEntry(3)),
    "form_held": ("2026", letters.DeclarationFormHeld(2026)),
    "evidence": ("9:31", letters.EvidenceFile(9, 31)),
    "letters_told": ("4:making:7", activation_letters.LettersTold(4, "making", 7)),
    "letters_refused": ("4", activation_letters.LettersRefused(4)),
    "import_told": ("9", import_letters.ImportTold(9)),
    "import_report": ("9", import_letters.ImportReport(9)),
    "export_told": ("9", export_letters.ExportTold(9)),
    "export_file": ("9:2", export_letters.ExportFile(9, 2)),
    "log_export": ("0.5.0.0.7", letters.LogExport("0.5.0.0.7")),
    "request_settled": ("9:31", request_letters.RequestSettled(9, 31)),
    "answer_file": ("9:31:7", request_letters.AnswerFile(9, 31, 7)),
    "request_file": ("9:31:7", request_letters.RequestFile(9, 31, 7)),
    "case_asked": ("9:31", request_letters.CaseAsked(9, 31)),
    "request_added": ("9:31", request_letters.RequestAdded(9, 31)),
    "request_handed": ("9:5", request_letters.RequestHanded(9, 5)),
    "requests_due": ("2026-11-26", request_letters.RequestsDue(date(2026, 11, 26))),
    "certificate": ("81", letters.CertificatePaper(81)),
    "certificate_replaced": ("82:81", certificate_letters.CertificateReplaced(82, 81)),
    "certificate_revoked": ("81", certificate_letters.CertificateRevoked(81)),
    "certificate_copy": ("81", certificate_letters.CertificateCopy(81)),
    "credit_granted": ("81", credit_letters.CreditGranted(81)),
    "credit_reversed": ("81", credit_letters.CreditReversed(81)),
    "certificate_held": ("81", letters.CertificateHeld(81)),
    "certificate_ready": ("2026-11-22", letters.CertificateReady(date(2026, 11, 22))),
    "announcement": ("4", announcement_letters.Announced(4)),
    "announcement_trial": ("4:en", announcement_letters.AnnouncementTrial(4, "en")),
    "announcement_progress": ("4:7", announcement_letters.AnnouncementProgress(4, 7)),
    "announcement_over": ("4", announcement_letters.AnnouncementOver(4)),
    "code_given": ("2026-11-22T01:02:03.000045+00:00", letters.CodeGiven(MOMENT)),
    "code_disowned": ("7:2026-11-22T01:02:03.000045+00:00", letters.CodeDisowned(7, MOMENT)),
    "code_over": ("7:2026-11-22T01:02:03.000045+00:00", letters.CodeOver(7, MOMENT)),
    "second_wanted": ("3", letters.SecondWanted(3)),
    "invitation_opened": ("3", letters.InvitationOpened(3)),
    "account_ready": ("2026-11-22T01:02:03.000045+00:00", letters.AccountReady(MOMENT)),
    "joint_decided": ("3:7:名簿", letters.JointDecided(3, 7, "名簿")),
    "role_changed": (
        "officer:1:2026-11-22T01:02:03.000045+00:00",
        letters.RoleChanged("officer", True, datetime(2026, 11, 22, 1, 2, 3, 45, tzinfo=UTC)),
    ),
    "attempt_refused": (
        "7:manage_roles:2026-11-22T01:02:03.000045+00:00",
        letters.AttemptRefused(7, "manage_roles", datetime(2026, 11, 22, 1, 2, 3, 45, tzinfo=UTC)),
    ),
    "session_ended": (
        "2026-11-22T01:02:03.000045+00:00",
        letters.SessionEnded(datetime(2026, 11, 22, 1, 2, 3, 45, tzinfo=UTC)),
    ),
}
"""By kind: the subject of a letter, and the key that is read from it. A new kind gets its line here together with its
class; from its first release on the line is never changed, because such rows are on record.
"""


@dataclass(frozen=True)
class Every(LetterKey, kind="test_every", again=True, waits=False):
    """A key with a field of each type."""

    number: int
    flag: bool
    text: str
    day: date
    at: datetime


@dataclass(frozen=True)
class Bare(LetterKey, kind="test_bare", again=True, waits=False):
    """A key without a field."""


def test_every_kind_is_listed() -> None:
    ours = {kind for kind, key in letter.kinds().items() if key.__module__.startswith("content.")}
    assert set(WRITTEN) == ours, "WRITTEN above needs the subject of one letter of each kind"


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_earlier_versions_wrote_is_read_and_written_alike(kind: str) -> None:
    subject, key = WRITTEN[kind]
    assert letter.unpack(kind, subject) == key
    assert (key.kind, key.pack()) == (kind, subject)


def test_a_field_that_came_later_is_written_only_if_it_says_something() -> None:
    day, first = date(2026, 11, 22), date(2026, 4, 1)
    for subject, key in (
        ("2026-11-22:general:2026-04-01", letters.CertificateReady(day, "general", first)),
        ("2026-11-22:general:2026-04-01:", letters.CertificateReady(day, "general", first, registry=False)),
    ):
        assert (key.pack(), letter.unpack("certificate_ready", subject)) == (subject, key)


@pytest.mark.parametrize("flag", [True, False])
def test_a_field_of_each_type_comes_back(flag: bool) -> None:
    japan = timezone(timedelta(hours=9))
    key = Every(-3, flag, "見本", date(2026, 2, 28), datetime(2026, 11, 22, 10, 0, tzinfo=japan))
    assert letter.unpack("test_every", key.pack()) == key


def test_a_key_without_a_field_has_an_empty_subject() -> None:
    assert (Bare().pack(), letter.unpack("test_bare", "")) == ("", Bare())


def test_an_unknown_kind_is_no_fault() -> None:
    with pytest.raises(NoSuchLetter):
        letter.unpack("given_up", "course:5")


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("chapter", "course:5"),
        ("chapter", "course:5:2:1"),
        ("chapter", "5:2"),
        ("chapter", "course:5:x"),
        ("reminder", "course:"),
        ("reminder", "course:05"),
        ("reminder", "course:+5"),
        ("reminder", "course: 5"),
        ("reminder", "course:５"),
        ("reminder", "issue:5"),
        ("certificate", ""),
        ("certificate_ready", "2026-02-30"),
        ("certificate_ready", "20261122"),
        ("certificate_ready", "2026-11-22:"),
        ("certificate_ready", "2026-11-22:general:2026-04-01:1"),
        ("certificate_ready", "2026-11-22:general:2026-04-01::1"),
        ("session_ended", "2026-11-22T01:02:03"),
        ("test_bare", "1"),
    ],
)
def test_a_subject_that_its_key_never_wrote_is_a_fault(kind: str, subject: str) -> None:
    with pytest.raises(BadSubject):
        letter.unpack(kind, subject)


def test_a_colon_is_taken_in_the_last_field_alone() -> None:
    with pytest.raises(ValueError, match="colon"):
        Every(1, flag=True, text="a:b", day=date(2026, 1, 1), at=datetime(2026, 1, 1, tzinfo=UTC)).pack()


def test_a_moment_without_a_zone_is_not_written() -> None:
    with pytest.raises(ValueError, match="zone"):
        letters.SessionEnded(datetime(2026, 1, 1)).pack()  # noqa: DTZ001  # what is refused


def test_two_keys_of_one_kind_are_refused() -> None:
    with pytest.raises(TypeError, match="taken"):

        class Other(LetterKey, kind="test_bare", again=True, waits=False):
            """A second one."""


def test_who_gets_no_paper_is_told_so() -> None:
    told = {key.kind: key.instead() for _, key in WRITTEN.values() if key.instead() is not None}
    assert told == {
        "certificate": letters.CertificateHeld(81),
        "certificate_replaced": letters.CertificateHeld(82),
        "form": letters.DeclarationFormHeld(2026),
    }
