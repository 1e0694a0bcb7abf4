"""The titles under which contents were ever published. A credit that was imported before is compared with them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from content.values import CreditKind
from storage.engine.statements import insert_new, run
from storage.tables import Titled, Withheld

_NEW = insert_new(Titled)
_AGAIN = (
    update(Withheld)
    .where(Withheld.code == bindparam("of_code"), Withheld.asked_at.is_(None), ~Withheld.doubtful)
    .values(doubtful=True)
    .execution_options(synchronize_session=False)
)


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
    about: dict[str, object] = {"source": source, "sample": sample, "kind": kind.value, "code": code, "since": at}
    new = sum(run(session, _NEW, about | {"title": title}) for title in dict.fromkeys(one for one in titles if one))
    if new:
        look_again(session, code)


def look_again(session: Session, code: int) -> None:
    """A content of this code came, or has another title: whether a withheld credit is that of an imported one may be in
    doubt now, and the clock looks at it (storage.credits.earning).
    """
    session.execute(_AGAIN, {"of_code": code})
