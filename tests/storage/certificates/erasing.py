"""What an erasure of the member does to a certificate, as the registry of personal data says."""

import hashlib
from typing import Any, cast

from sqlalchemy import Table, update
from sqlalchemy.orm import Session

from storage.engine.base import bound
from storage.tables import Certificate

_CERTIFICATES = cast(Table, Certificate.__table__)


def erase(session: Session, certificate_id: int) -> None:
    """Its facts are emptied and its file is; what it is checked by stays."""
    values: dict[str, Any] = {"facts": {}, "paper": hashlib.sha256(b"").digest()}
    change = update(_CERTIFICATES).where(_CERTIFICATES.c.id == certificate_id)
    session.execute(change.values(bound(Certificate, certificate_id, values)))
