"""Every table of the record book, in one place for those who ask."""

from storage.tables.log import StaffAct
from storage.tables.people import Chat, Consent, Guard, Member, MemberKey, Preference, Staff
from storage.tables.post import Deferred, Letter, SetAside, Update
from storage.tables.programme import Blob, BlobPart, Course, Edition, Film
from storage.tables.record import Certificate, Credit
from storage.tables.study import Answer, Attempt, Enrolment, Progress, Viewing

__all__ = [
    "Answer",
    "Attempt",
    "Blob",
    "BlobPart",
    "Certificate",
    "Chat",
    "Consent",
    "Course",
    "Credit",
    "Deferred",
    "Edition",
    "Enrolment",
    "Film",
    "Guard",
    "Letter",
    "Member",
    "MemberKey",
    "Preference",
    "Progress",
    "SetAside",
    "Staff",
    "StaffAct",
    "Update",
    "Viewing",
]
