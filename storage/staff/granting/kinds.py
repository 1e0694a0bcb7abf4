"""What imports do, with that kind of them which writes the log of staff."""

from content.importing.report import Kind
from storage.importing import kinds
from storage.importing.kinds import Does, Kinds
from storage.staff.granting import reversing, writing
from storage.staff.granting.comparing import Comparison
from storage.staff.granting.reversing import Shown


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
        ),
    }
