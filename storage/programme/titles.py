"""The titles under which contents were ever published. A credit that was imported before is compared with them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from content.values import CreditKind
from storage.engine.statements import insert_new, run
from storage.tables import Titled

_NEW = insert_new(Titled)


def note(
    session: Session,
    source: str,
    kind: CreditKind,
    code: int,
    titles: Iterable[str],
    at: datetime,
    *,
    sample: bool,
) -> None:
    """Put down that this content is published under these titles. What is put down stays, whatever follows."""
    about = {"source": source, "sample": sample, "kind": kind.value, "code": code, "since": at}
    for title in dict.fromkeys(one for one in titles if one):
        run(session, _NEW, about | {"title": title})
