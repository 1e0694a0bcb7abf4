"""Who runs this bot: the operator's profile, as OPERATOR_FILE holds it. content/README.md documents the format.

`content.package.operator` reads it. Whatever a screen or a paper says about whom to ask, who issues, and since when the
record is complete comes from here.
"""

import re
from collections.abc import Container, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from content.credits.since import EVERY, Since, late
from content.package import operator_reasons as say
from content.package.schema import PRINTED, Line, Part, refusal
from content.values import CreditKind

NEVER, ALWAYS = "never", "always"
LONGEST_NAME = 40
"""In characters: what a paper has room for in one line."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PHONE = re.compile(r"\+?[0-9]+(-[0-9]+)*")
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_FORM = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~/?=&%-]*)?")


class Purpose(StrEnum):
    """What a certificate of attendance may be handed in for."""

    CHRONIC = "chronic"
    PSYCHOTROPIC = "psychotropic"
    SPECIALIST = "specialist"
    FUNCTION_REPORT = "function_report"


class SigningKind(StrEnum):
    """What the key is that signs certificates: a seal of the organisation, or one that only tries it out."""

    ORGANISATION = "organisation"
    TEST = "test"


def _kept_from(value: object) -> date | None:
    if value == NEVER:
        return None
    if value == ALWAYS:
        return date.min
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:  # such as 2026-02-30
        pass
    raise refusal(say.DAY)


def _purpose(value: object) -> Purpose:
    try:
        return Purpose(str(value))
    except ValueError:
        raise refusal(say.purpose(tuple(Purpose))) from None


def _fitting(pattern: re.Pattern[str], reason: str) -> AfterValidator:
    def check(text: str) -> str:
        if text and not pattern.fullmatch(text):
            raise refusal(reason)
        return text

    return AfterValidator(check)


def _signing_kind(value: object) -> SigningKind:
    try:
        return SigningKind(str(value))
    except ValueError:
        raise refusal(say.SIGNING_KEY) from None


KeptFrom = Annotated[date | None, BeforeValidator(_kept_from)]


class Said(Part):
    """One text in both languages."""

    ja: Line
    en: Line


class Name(Part):
    """The operator's official name. Papers print the Japanese one."""

    ja: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), PRINTED]
    en: Line


class Contact(Part):
    """Somebody who can be asked, in at least one of three ways; what does not exist is empty. `hours`: of the phone."""

    name: Said
    phone: Annotated[str, Field(max_length=20), _fitting(_PHONE, say.PHONE)] = ""
    hours: Said | None = None
    form: Annotated[str, Field(max_length=200), _fitting(_FORM, say.FORM)] = ""
    mail: Annotated[str, Field(max_length=80), _fitting(_MAIL, say.MAIL)] = ""


class RecordFrom(Part):
    """The day from which on all credits of a kind are kept here, in Japan's calendar; the first of all days for
    `always`, None if that kind is not kept.
    """

    lecture: KeptFrom
    cooperation: KeptFrom
    journal: KeptFrom
    training: KeptFrom
    declaration: KeptFrom

    @property
    def days(self) -> Mapping[CreditKind, date | None]:
        return {kind: getattr(self, kind.value) for kind in CreditKind}


class Profile(Part):
    """The operator. `is_association`: it is the Japan Medical Association itself. `sample`: an invented one.
    `certifies_brought`: certificates show imported credits that were earned from this day on and that the former record
    certifies too; None: never. `signing_key`: what SIGNING_KEY is, which certificates say. `joining_contact`: whom
    somebody asks who wants to become a member.
    """

    format: Literal[1]
    sample: bool
    name: Name
    is_association: bool
    address: Said
    help_desk: Contact
    privacy_contact: Contact
    joining_contact: Contact | None = None
    declarations_to: Said
    certificates_serve: Annotated[list[Annotated[Purpose, BeforeValidator(_purpose)]], Field(max_length=len(Purpose))]
    record_from: RecordFrom
    certifies_brought: KeptFrom = None
    signing_key: Annotated[SigningKind, BeforeValidator(_signing_kind)] | None = None

    def late(
        self, first: date | None, kinds: Container[CreditKind] = EVERY, *, brought: date | None = None
    ) -> tuple[Since, ...]:
        """The kinds of credit that are not complete here from `first` on; None: from the beginning of all days.
        `brought`: the day from which on imports brought all that a member had earned before.
        """
        return late(self.record_from.days, first, kinds, brought=brought)

    def serves(self, purpose: Purpose) -> bool:
        """Whether the certificates of this bot can be handed in for it."""
        return purpose in self.certificates_serve
