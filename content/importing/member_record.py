"""A member as the association's file states it."""

from dataclasses import dataclass
from datetime import date

FIELDS = ("member_no", "mamis_id", "name", "kana", "birth_date", "registry_no", "prefecture", "email", "can_earn")
"""What the record keeps of it, in the order of the file's columns."""


@dataclass(frozen=True)
class MemberRecord:
    """One member as the association's file states it. All texts except the first two may be empty."""

    member_no: str
    name: str
    birth_date: date
    mamis_id: str = ""
    kana: str = ""
    registry_no: str = ""
    prefecture: str = ""
    email: str = ""
    can_earn: bool = True
