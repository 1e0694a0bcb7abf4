"""The statements that change a claimed letter (storage/post/letters.py). Each takes `letter`, `held` (the
state) and `held_until`, and changes nothing if the letter is not held by that claim any more.
"""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Table, and_, bindparam, or_, update

from storage.tables import Letter

_TABLE = cast(Table, Letter.__table__)
_C = _TABLE.c
_THIS = _C.id == bindparam("letter")
_HELD = and_(_THIS, _C.state == bindparam("held"), _C.claimed_until == bindparam("held_until"))
_ENDED: Mapping[str, Any] = {
    "state": bindparam("new_state"),
    "settled_at": bindparam("at"),
    "message_id": bindparam("message"),
    "outcome": bindparam("why"),
    "claimed_until": None,
}
_WAITS: Mapping[str, Any] = {"state": "waiting", "claimed_until": None}
_PUT_BACK: Mapping[str, Any] = {"due_at": bindparam("at"), "outcome": bindparam("why")}
BEGIN = update(_TABLE).where(_HELD, _C.state == "claimed").values(state="sending", claimed_until=bindparam("new_until"))
PART_SENT = (
    update(_TABLE)
    .where(_HELD, _C.state == "sending")
    .values(state="claimed", claimed_until=bindparam("new_until"), parts_sent=_C.parts_sent + 1)
)
SETTLE = update(_TABLE).where(_HELD).values(_ENDED)
SETTLE_SENT = update(_TABLE).where(or_(_HELD, and_(_THIS, _C.state == "unknown"))).values(_ENDED)
"""The same, also if another process wrote "unknown" when the claim ran out."""
POSTPONE = update(_TABLE).where(_HELD).values({**_WAITS, **_PUT_BACK, "tries": _C.tries - bindparam("less")})
GIVE_BACK = update(_TABLE).where(_HELD, _C.state == "claimed").values({**_WAITS, "tries": _C.tries - 1})
