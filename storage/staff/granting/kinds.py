"""What imports do, with that kind of them which writes the log of staff."""

from sqlalchemy.orm import Session

from content.importing.report import Kind
from content.staff import rights
from content.staff.rights import Act
from storage.importing import kinds
from storage.importing.kinds import Does, Kinds
from storage.staff import roles
from storage.staff.granting import reversing, writing
from storage.staff.granting.comparing import Comparison
from storage.staff.granting.reversing import Shown
from storage.staff.granting.writing import author_of


def every(shown: Shown) -> Kinds:
    """All kinds. `shown`: which certificates show a credit that is taken back."""
    return {
        **kinds.KINDS,
        Kind.GRANTS: Does(
            Comparison,
            writing.apply,
            lambda session, number, rows, at: reversing.take_back(session, number, rows, at, shown),
            writing.tell,
            weight=25,
            logs=True,
            may=_may,
        ),
    }


def _may(session: Session, number: int) -> bool:
    """An import may have waited for long, and its author lost the role because of this very file."""
    return rights.may(Act.GRANT_BY_FILE, roles.roles(session, author_of(session, number)))
