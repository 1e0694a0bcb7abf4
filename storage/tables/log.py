"""The log of what staff do."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class StaffAct(Base):
    """One act of staff. `body` is sealed under the key of the member concerned (of the acting one, where nobody else
    is), so that erasing that key makes it unreadable without breaking the chain; `mac` chains it to the row before.
    Without `staff_id` it was the operator's, at the command line.
    """

    __tablename__ = "staff_acts"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    act: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    mac: Mapped[str]
