"""Files on record in parts, as the machine keeps them before a turn takes them: small ones, in one transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content.declarations.evidence import Added
from content.requests.requesting import Message
from storage.declarations import evidence
from storage.files import parts
from storage.files.parts import Kept
from storage.requests import files


def kept(session: Session, content: bytes, at: datetime) -> Kept:
    number = parts.begin(session, at)
    for place, part in parts.cut(content):
        parts.add_part(session, number, place, part)
    return Kept(number, len(content), parts.print_of(content))


def add_evidence(
    session: Session, member_id: int, declaration_id: int, *, content: bytes, at: datetime, **about: Any
) -> Added:
    """Evidence for a declaration."""
    return evidence.add(session, member_id, declaration_id, kept=kept(session, content, at), at=at, **about)


def add_file(session: Session, message: Message, *, content: bytes, at: datetime, **about: Any) -> Added:
    """A file of a message in a request."""
    return files.add(session, message, kept=kept(session, content, at), at=at, **about)
