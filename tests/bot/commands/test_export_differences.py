"""Differences between exports: what is new, changed, taken back, outside the scope, or of an erased member."""

import hashlib
import random
from datetime import date

import pytest

from bot.commands.files import export_file
from content.exporting.export import Kind, Scope
from content.text.periods import Period
from content.values import CreditKind
from tests.bot.commands.credits_file import PastDesk
from tests.bot.commands.export_desk import DAY, SCOPE, YEAR, ExportDesk, Row, sums
from tests.sizes import SEED, SOAK

TOKYO, OSAKA = Scope(YEAR, "東京都"), Scope(YEAR, "大阪府")
JUNE = Scope(Period(date(2025, 6, 1), date(2025, 6, 30)))


def test_a_difference_has_what_is_new_changed_and_taken_back(outgoing: ExportDesk) -> None:
    for source in ("training:a", "training:b", "training:c"):
        outgoing.gives(source, title=source)
    first = outgoing.exports()
    outgoing.gives("training:late", title="late")
    outgoing.reverses("training:b")
    outgoing.reverses("training:c")
    outgoing.gives("training:c", title="training:c", half_units=1)
    second = outgoing.differs()
    said = {row["title"]: row["change"] for row in second.rows}
    assert said == {"late": "追加", "training:b": "取消", "training:c": "訂正"}
    assert second.put_upon(first.by_key()) == outgoing.exports().by_key()
    former = hashlib.sha256(first.parts[0].read("manifest.json")).hexdigest()
    assert second.manifest["follows"] == {"number": 1, "sha256": former}
    assert second.manifest["changes"] == {"new": 1, "changed": 1, "reversed": 1, "left": 0, "erased": 0}
    assert second.manifest["standing"]["rows"] == 3


def test_what_came_and_went_in_between_is_in_no_difference(outgoing: ExportDesk) -> None:
    outgoing.exports()
    outgoing.gives("training:a")
    outgoing.reverses("training:a")
    assert outgoing.differs().rows == []
    assert "  none\n" in outgoing.said


def test_an_empty_difference_says_so_and_the_next_one_follows_it(outgoing: ExportDesk) -> None:
    outgoing.gives("training:a")
    outgoing.exports()
    empty = outgoing.differs()
    assert (empty.rows, empty.manifest["rows"], empty.manifest["standing"]["rows"]) == ([], 0, 1)
    outgoing.reverses("training:a")
    last = outgoing.differs()
    assert last.manifest["follows"]["number"] == 2
    assert last.only()["change"] == "取消"


def test_a_difference_needs_an_export_of_its_own_scope(outgoing: ExportDesk) -> None:
    outgoing.exports()
    outgoing.exports(Kind.DIFFERENCE, TOKYO, code=1)
    assert outgoing.said == "No export of this scope was made yet: export the whole first.\n"


def test_who_moves_leaves_the_scope_of_one_prefecture_and_comes_into_the_other(outgoing: ExportDesk) -> None:
    outgoing.gives("training:a")
    first = outgoing.exports(scope=TOKYO)
    outgoing.exports(scope=OSAKA)
    outgoing.changes(0, prefecture="大阪府")
    assert [row["change"] for row in outgoing.differs(TOKYO).rows] == ["対象外"]
    assert outgoing.differs(OSAKA).only()["change"] == "追加"
    assert outgoing.differs(TOKYO).rows == []
    outgoing.changes(0, prefecture="東京都")
    assert outgoing.differs(TOKYO).only()["key"] == first.only()["key"]


def test_a_key_is_the_same_in_every_export_of_whatever_scope(outgoing: ExportDesk) -> None:
    outgoing.gives("training:a")
    keys = {outgoing.exports(scope=scope).only()["key"] for scope in (SCOPE, JUNE, TOKYO, SCOPE)}
    assert len(keys) == 1


# erased members


def test_of_an_erased_member_only_the_keys_are_told_and_once(outgoing: ExportDesk) -> None:
    outgoing.gives("training:a", title="その人だけの題")
    outgoing.gives("training:b", 1)
    first = outgoing.exports()
    outgoing.erases(0)
    second = outgoing.differs()
    assert {name: cell for name, cell in second.only().items() if cell} == {
        "change": "消去",
        "key": next(row["key"] for row in first.rows if row["member_id"] == "1000000001"),
    }
    assert second.put_upon(first.by_key()) == outgoing.exports().by_key()
    assert outgoing.differs().rows == []


def test_who_was_erased_before_is_in_no_export(outgoing: ExportDesk) -> None:
    outgoing.gives("training:a")
    outgoing.erases(0)
    assert outgoing.exports().rows == []


def test_an_erasure_ends_the_files_that_tell_of_the_member(outgoing: ExportDesk) -> None:
    outgoing.gives("training:a")
    outgoing.gives("training:b", 1)
    outgoing.exports()
    month = Scope(Period(date(2025, 7, 1), date(2025, 7, 31)))
    outgoing.exports(scope=month)
    outgoing.erases(0)
    hand, out = outgoing.hand()
    assert export_file.fetch(hand, 1, outgoing.folder) == 1
    assert out.getvalue() == "Export 1 has no file.\n"
    assert export_file.fetch(hand, 2, outgoing.folder) == 0


# any history


class History:
    """Acts on a record, drawn by chance: credits come, go and come again, members move and are erased."""

    def __init__(self, desk: ExportDesk, seed: str) -> None:
        self.desk, self.pick = desk, random.Random(seed)
        self.standing: set[tuple[int, str]] = set()
        self.erased: set[int] = set()

    def goes_on(self, acts: int, *, erases: bool = True) -> None:
        for _ in range(acts):
            member = self.pick.choice([at for at in range(len(self.desk.members)) if at not in self.erased])
            self._does(self.pick.randrange(20 if erases else 18), member)

    def _does(self, what: int, member: int) -> None:
        source = f"{self.pick.choice(('training', 'course', 'declaration', 'grant'))}:{self.pick.randrange(3)}"
        if what < 16 and (member, source) in self.standing:
            self.standing.remove((member, source))
            self.desk.reverses(source, member)
        elif what < 16:
            self.standing.add((member, source))
            self.desk.gives(source, member, **self._credit())
        elif what < 18:
            self.desk.changes(member, prefecture=self.pick.choice(("東京都", "大阪府")), imported_at=self.desk.now)
        elif len(self.erased) < 2:
            self.erased.add(member)
            self.desk.erases(member)

    def _credit(self) -> dict[str, object]:
        common = self.pick.random() < 0.3
        return {
            "kind": CreditKind.TRAINING if common else self.pick.choice(list(CreditKind)),
            "day": self.pick.choice((date(2025, 3, 31), DAY, date(2025, 9, 1), date(2026, 3, 31))),
            "half_units": self.pick.randrange(1, 4),
            "code": self.pick.choice((1, 12)),
            "title": self.pick.choice(("同じ題", "別の題 𠮷", "=1+1")),
            "category": self.pick.choice(("必修講習A 感染対策", "任意講習")) if common else "",
            "common": self.pick.randrange(1, 3),
        }


@pytest.mark.parametrize("seed", range(20 if SOAK else 2))
def test_the_old_whole_and_the_differences_are_the_new_whole(seed: int, outgoing: ExportDesk) -> None:
    history = History(outgoing.joins(2), f"{SEED}/{seed}")
    history.goes_on(12)
    scopes = (SCOPE, TOKYO, JUNE)
    receivers: dict[Scope, dict[str, Row]] = {scope: outgoing.exports(scope=scope).by_key() for scope in scopes}
    for _ in range(3):
        history.goes_on(8)
        receivers = {scope: outgoing.differs(scope).put_upon(had) for scope, had in receivers.items()}
    for scope, has in receivers.items():
        whole = outgoing.exports(scope=scope)
        assert has == whole.by_key()
        assert whole.manifest["rows"] == len(has)


@pytest.mark.parametrize("seed", range(20 if SOAK else 2))
def test_the_totals_of_any_history_come_back(seed: int, outgoing: ExportDesk, past: PastDesk) -> None:
    History(outgoing.joins(2), f"{SEED}/{seed}").goes_on(40, erases=False)
    (table,) = outgoing.exports(scope=Scope(Period(date(2025, 1, 1), date(2026, 12, 31)))).tables()
    past.joins(4)
    assert past.imports(table, leave_out_refused=False)[0] == 0
    assert sums(past.sessions, past.members) == sums(outgoing.sessions, outgoing.members)
