"""Every table of the record book, importable from one place."""

from storage.engine.job_table import Job
from storage.engine.key_table import DataKey
from storage.engine.pulse_table import Pulse
from storage.tables.activating import Activation, ActivationCode, ActivationRow
from storage.tables.announcements import Announcement
from storage.tables.certificates import (
    Certificate,
    CertificateCheck,
    CertificateDoubt,
    CertificateEnd,
    CertificateReplacement,
)
from storage.tables.declarations import Declaration, Evidence
from storage.tables.exports import Export, ExportKey, ExportMember
from storage.tables.files import FilePart, StoredFile
from storage.tables.imports import Import, ImportRow
from storage.tables.joint import JointRequest, StaffPin
from storage.tables.journal import JournalAnswer, JournalEdition, JournalIssue, JournalSheet
from storage.tables.log import LogHead, LogKey, StaffAct
from storage.tables.maintenance import MaintenancePeriod
from storage.tables.people import Chat, Consent, Guard, Member, MemberKey, Noted, Person, Plan, Preference
from storage.tables.post import Deferred, Deletion, Letter, Round, SendBudget, SetAside, Update
from storage.tables.programme import Blob, BlobPart, Course, Edition, Film, Titled
from storage.tables.radio import Broadcast
from storage.tables.record import CommonCredit, Coverage, Credit, Demo, Withheld, Wording
from storage.tables.requests import Request, RequestFile, RequestMessage
from storage.tables.staff import RefusedAttempt, Staff, StaffAccount, StaffInvitation
from storage.tables.study import Answer, Attempt, Enrolment, PracticeAnswer, Progress, Viewing
from storage.tables.trainings import Attendance, AwaitedTraining, LateClaim, Training

__all__ = [
    "Activation",
    "ActivationCode",
    "ActivationRow",
    "Announcement",
    "Answer",
    "Attempt",
    "Attendance",
    "AwaitedTraining",
    "Blob",
    "BlobPart",
    "Broadcast",
    "Certificate",
    "CertificateCheck",
    "CertificateDoubt",
    "CertificateEnd",
    "CertificateReplacement",
    "Chat",
    "CommonCredit",
    "Consent",
    "Course",
    "Coverage",
    "Credit",
    "DataKey",
    "Declaration",
    "Deferred",
    "Deletion",
    "Demo",
    "Edition",
    "Enrolment",
    "Evidence",
    "Export",
    "ExportKey",
    "ExportMember",
    "FilePart",
    "Film",
    "Guard",
    "Import",
    "ImportRow",
    "Job",
    "JointRequest",
    "JournalAnswer",
    "JournalEdition",
    "JournalIssue",
    "JournalSheet",
    "LateClaim",
    "Letter",
    "LogHead",
    "LogKey",
    "MaintenancePeriod",
    "Member",
    "MemberKey",
    "Noted",
    "Person",
    "Plan",
    "PracticeAnswer",
    "Preference",
    "Progress",
    "Pulse",
    "RefusedAttempt",
    "Request",
    "RequestFile",
    "RequestMessage",
    "Round",
    "SendBudget",
    "SetAside",
    "Staff",
    "StaffAccount",
    "StaffAct",
    "StaffInvitation",
    "StaffPin",
    "StoredFile",
    "Titled",
    "Training",
    "Update",
    "Viewing",
    "Withheld",
    "Wording",
]
