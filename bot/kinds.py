"""What imports do, by what the file brings, for the process and the commands that carry them."""

from sqlalchemy.orm import Session

from content.credits.credit import StandingCredit
from storage.certificates import showing
from storage.staff.granting import kinds


def _shown(session: Session, member: int, credit: StandingCredit) -> tuple[str, ...]:
    return showing.of_credit(session, member, credit.earned_on, credit.code, credit.title)


KINDS = kinds.every(_shown)
