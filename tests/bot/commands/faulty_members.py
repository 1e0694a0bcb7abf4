"""Generated files of members with every fault in one row of a hundred, and what their import must come to."""

import random
from collections.abc import Callable, Mapping, Sequence

from content.importing.member_record import FIELDS
from content.importing.report import Outcome
from storage.engine.sessions import Sessions
from storage.importing import listing
from tests.bot.commands.members_file import LINE, Record, line, of, table

Row = dict[str, str]
FAULTS: Mapping[str, Callable[[Row], Row]] = {
    "a lost zero": lambda row: row | {"member_id": row["member_id"].lstrip("0")},
    "no name": lambda row: row | {"name": ""},
    "a formula": lambda row: row | {"kana": "=A1"},
    "a lost character": lambda row: row | {"name": "見本 〓"},
    "no day": lambda row: row | {"birth_date": "1999-02-30"},
    "a day with two digits": lambda row: row | {"birth_date": "72/2/4"},
    "no address": lambda row: row | {"email": "aoi"},
    "neither yes nor no": lambda row: row | {"can_earn": "はい"},
    "an ID of somebody else": lambda row: row | {"mamis_id": "M1"},
    "what can't be printed": lambda row: row | {"registry_no": "☺"},
}


def first(rows: int) -> Sequence[Row]:
    """So many members."""
    return [_row(at) for at in range(1, rows + 1)]


class Later:
    """A later file of these members: some are missing, some are new, a third of the others says something else."""

    def __init__(self, former: Sequence[Row], pick: random.Random) -> None:
        rows, count = [_changed(one, pick) for one in former[len(former) // 50 :]], len(former)
        rows += [_row(count + at) for at in range(1, count // 20)]
        faulty = {at for at in range(1, len(rows)) if pick.random() < len(FAULTS) / 100}
        self._faulty = len(faulty)
        self._sound = {one["member_id"] for at, one in enumerate(rows) if at not in faulty}
        written = (pick.choice([*FAULTS.values()])(one) if at in faulty else one for at, one in enumerate(rows))
        self.content = table(*(line(**one) for one in written))

    def is_told(self, sessions: Sessions, number: int, before: Record) -> None:
        """The report of this import says what has become of the record, which was so before."""
        after, told = of(sessions), _told(sessions, number)
        assert told[Outcome.CHANGED] == {no: row for no, row in after.items() if no in before and before[no] != row}
        assert told[Outcome.NEW] == {no: row for no, row in after.items() if no not in before}
        assert len(told[Outcome.REFUSED]) == self._faulty
        assert set(told[Outcome.MISSING]) <= set(before) - self._sound


def _row(number: int) -> Row:
    return LINE | {"member_id": f"{number:010}", "mamis_id": f"M{number}", "name": f"見本 {number}"}


def _changed(row: Row, pick: random.Random) -> Row:
    """A third of the rows says something else."""
    return row | pick.choice([{}, {}, {}, {"name": "見本 蒼"}, {"email": ""}, {"can_earn": "0", "kana": "ミホン"}])


def _told(sessions: Sessions, number: int) -> Mapping[Outcome, Record]:
    """By outcome what the report says that each member has after it; of the refused ones their lines."""
    found: dict[Outcome, dict[str, tuple[object, ...]]] = {one: {} for one in Outcome}
    now = of(sessions)
    with sessions.reading() as session:
        for one in listing.named(session, number):
            row = dict(zip(FIELDS, now.get(one.member_no, ()), strict=False)) | dict(one.row.after)
            key = str(one.row.line) if one.row.outcome is Outcome.REFUSED else one.member_no
            found[one.row.outcome][key] = tuple(row.get(name) for name in FIELDS)
    return found
