"""What the erasure of a member does to exports."""

from datetime import datetime

from sqlalchemy.orm import Session

from content.exporting.export import ERASED, State
from storage.exporting import audience, exports


def end_files_of(session: Session, member_id: int, at: datetime) -> None:
    """The member is erased: files that tell of the member end now, and one that is being made is given up."""
    for number in audience.exports_of(session, member_id):
        if exports.standing(session, number) is None:
            continue
        found = exports.held(session, number)
        if found.state is State.MAKING:
            exports.settle(session, number, State.DROPPED, at, ERASED)
            exports.tell(session, number, at)
        elif found.has_file:
            exports.let_go(session, number, ERASED)
