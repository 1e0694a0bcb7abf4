"""export-credits: what stands in the files, the differences, and the way back into an empty record."""

import hashlib
import re
from datetime import date

import pytest

from content.exporting.cells import Encoding
from content.exporting.export import Scope
from content.values import CreditKind
from tests.bot.commands.credits_file import PastDesk
from tests.bot.commands.export_desk import YEAR, ExportDesk, sums


def test_a_row_says_what_the_ledger_says(outgoing: ExportDesk) -> None:
    outgoing.gives("training:tokyo", category="必修講習A 感染対策", common=2)
    row = outgoing.exports().only()
    assert {**row, "key": ""} == {
        **{"change": "", "key": "", "former_key": "", "member_id": "1000000001", "mamis_id": "", "name": "見本 葵"},
        **{"day": "2025-06-14", "title": "見本医師会研修会", "organiser": "見本市医師会", "kind": "研修会"},
        **{"code": "12", "credits": "1.5", "category": "必修講習A 感染対策", "common_credits": "1"},
        **{"certifiable": "1", "content": "tokyo", "complete_from": ""},
    }
    assert len(row["key"]) == 16


def test_the_manifest_says_what_there_is_and_holds_the_checksums(outgoing: ExportDesk) -> None:
    outgoing.gives("training:tokyo")
    outgoing.gives("declaration:1", 1, kind=CreditKind.DECLARATION, half_units=1)
    file = outgoing.exports(encoding=Encoding.CP932)
    said = file.manifest
    assert (said["format"], said["kind"], said["encoding"], said["sample"]) == (1, "whole", "cp932", False)
    assert (said["period_from"], said["period_to"], said["prefecture"]) == ("2025-04-01", "2026-03-31", "")
    assert (said["rows"], said["members"]) == (2, 2)
    assert said["standing"]["credits"] == {
        **{"lecture": "0", "cooperation": "0", "journal": "0", "training": "1.5", "declaration": "0.5"}
    }
    (table,) = file.tables()
    assert said["tables"] == [
        {"name": "credits.csv", "rows": 2, "size": len(table), "sha256": hashlib.sha256(table).hexdigest()}
    ]
    assert outgoing.latest().digest == hashlib.sha256(file.parts[0].read("manifest.json")).hexdigest()
    assert outgoing.latest().digest in outgoing.said
    assert "2 rows of 2 members" in outgoing.said
    assert "README.txt" in file.parts[0].namelist()


PLACES = [(date(2025, 3, 31), 0), (date(2025, 4, 1), 1), (date(2026, 3, 31), 1), (date(2026, 4, 1), 0)]


@pytest.mark.parametrize(("day", "rows"), PLACES)
def test_the_period_is_of_the_earned_day(day: date, rows: int, outgoing: ExportDesk) -> None:
    outgoing.gives("training:tokyo", day=day)
    assert len(outgoing.exports().rows) == rows


def test_a_prefecture_has_its_own_members(outgoing: ExportDesk) -> None:
    outgoing.changes(1, prefecture="大阪府")
    outgoing.gives("training:tokyo")
    outgoing.gives("training:tokyo", 1)
    assert outgoing.exports(scope=Scope(YEAR, "大阪府")).only()["member_id"] == "1000000002"


def test_a_reversed_credit_is_not_in_a_whole_export_and_a_sample_never(outgoing: ExportDesk) -> None:
    outgoing.gives("training:tokyo")
    outgoing.reverses("training:tokyo")
    outgoing.gives("course:sample", kind=CreditKind.LECTURE, sample=True)
    assert outgoing.exports().rows == []


def test_what_is_on_no_certificate_says_so(outgoing: ExportDesk) -> None:
    for kind in CreditKind:
        outgoing.gives(f"x:{kind}", kind=kind, title=kind.value)
    found = {row["title"]: row["certifiable"] for row in outgoing.exports().rows}
    assert found == {"lecture": "1", "cooperation": "1", "training": "1", "journal": "0", "declaration": "0"}


# what can't be written as it is

FORMULA = re.compile(r"[,\"\n][=+@＝-]")
TITLES = [
    *("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "＝A1", "'=A1", "''+1", "'quoted'"),
    *("ABC?", "何？", "〓", "#N/A", "1E5", "2026/4/1", "="),
    *("𠮷野の講座", "Café", "〜−‖—¢£¬", "&#134071;", "&#38;#1;", 'a,b"c', "〇一〇", "髙﨑", "葛󠄀城"),
]


@pytest.mark.parametrize("encoding", Encoding)
def test_every_title_comes_back_as_it_was(encoding: Encoding, outgoing: ExportDesk, past: PastDesk) -> None:
    """Also a formula, and what CP932 lacks; only the wave dash and its kin have another number in CP932."""
    for at, title in enumerate(TITLES):
        outgoing.gives(f"declaration:{at}", kind=CreditKind.DECLARATION, title=title, half_units=1)
    (table,) = outgoing.exports(encoding=encoding).tables()
    assert not FORMULA.search(table.decode(encoding.codec))
    past.joins(2)
    assert past.imports(table)[0] == 0
    twins = str.maketrans("〜−‖—¢£¬", "～－∥―￠￡￢") if encoding is Encoding.CP932 else {}
    assert sorted(one[1] for one in past.standing()) == sorted(title.translate(twins) for title in TITLES)


def test_what_cp932_lacks_is_named_and_stands_by_its_number(outgoing: ExportDesk) -> None:
    outgoing.changes(0, name="𠮷野 葵")
    outgoing.gives("training:a", title="𠮷と𩸽")
    file = outgoing.exports(encoding=Encoding.CP932)
    assert file.only()["name"] == "&#134071;野 葵"
    assert file.manifest["lacking"] == {"𠮷": 2, "𩸽": 1}
    assert "CP932 lacks 𠮷 (U+20BB7): 2 cells have &#134071; in its place.\n" in outgoing.said
    outgoing.exports()
    assert "lacks" not in outgoing.said


# into an empty record


def test_an_import_of_it_into_an_empty_record_gives_the_same(outgoing: ExportDesk, past: PastDesk) -> None:
    """Also of two credits that agree in day, code and title, and of a common lecture with units of its own."""
    outgoing.gives("training:a", category="必修講習B 地域医療", common=1, half_units=4)
    outgoing.gives("declaration:1", kind=CreditKind.DECLARATION)
    outgoing.gives("course:asthma", kind=CreditKind.LECTURE, title="喘息")
    outgoing.gives("course:asthma", 1, kind=CreditKind.LECTURE, title="喘息", code=79)
    (table,) = outgoing.exports().tables()
    past.joins(2)
    code, said = past.imports(table, leave_out_refused=False)
    assert (code, said.splitlines()[0]) == (0, "4 credits: 4 new, 0 left out as on record already.")
    assert sums(past.sessions, past.members) == sums(outgoing.sessions, outgoing.members)
    assert past.imports(table)[1].startswith("4 credits: 0 new, 4 left out as on record already.\n")


def test_a_correction_is_not_imported(outgoing: ExportDesk, past: PastDesk) -> None:
    outgoing.gives("training:a")
    outgoing.exports()
    outgoing.reverses("training:a")
    outgoing.gives("training:b")
    (table,) = outgoing.differs().tables()
    past.joins(2)
    code, said = past.imports(table, leave_out_refused=False)
    assert (code, said.count("corrects a credit that was exported before")) == (1, 1)
    assert past.imports(table)[0] == 0
    assert len(past.standing()) == 1


def test_a_whole_one_and_what_was_added_since_give_the_same(outgoing: ExportDesk, past: PastDesk) -> None:
    """A correction is done as its row says: what was imported is undone, and a whole export is imported."""
    outgoing.gives("training:a")
    outgoing.gives("training:b", 1)
    (whole,) = outgoing.exports().tables()
    past.joins(2)
    assert past.imports(whole, leave_out_refused=False)[0] == 0
    outgoing.gives("training:c", half_units=3)
    (added,) = outgoing.differs().tables()
    assert past.imports(added, leave_out_refused=False)[0] == 0
    assert sums(past.sessions, past.members) == sums(outgoing.sessions, outgoing.members)
    outgoing.reverses("training:a")
    outgoing.gives("training:a", half_units=1)
    (corrected,) = outgoing.differs().tables()
    code, said = past.imports(corrected, leave_out_refused=False)
    assert (code, "undo the import that brought it, within 30 days, and import a whole export" in said) == (1, True)
    assert past.undoes(1)[0] == 0
    (whole,) = outgoing.exports().tables()
    assert past.imports(whole, leave_out_refused=False)[0] == 0
    assert sums(past.sessions, past.members) == sums(outgoing.sessions, outgoing.members)
