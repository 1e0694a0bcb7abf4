"""A file of credits that staff grant: what a row may say, what is refused and why, and what is written."""

import csv
from pathlib import Path

import pytest

from content.importing import granting
from content.importing.report import State
from content.values import CreditKind
from content.words import JA
from storage.credits import ledger
from tests.bot.commands.grants_file import (
    BACK,
    JAPANESE,
    LECTURE,
    SHORT,
    WHY,
    GrantDesk,
    day,
    line,
    other,
    table,
)


def test_a_credit_is_granted_as_from_the_card(giving: GrantDesk) -> None:
    """The ledger's rows, the line in the log, the letter, and the proof."""
    assert giving.sends(table(line())) == (
        0,
        "1 credit: 1 new, 0 left out as on record already.\n"
        "This was import 1. To take it back: grant-credits --undo 1\n",
    )
    (me,) = giving.members
    assert giving.standing() == [("course:hypertension", "2026-11-20", 2)]
    assert giving.lectures() == {LECTURE.category: 2}
    (logged,) = giving.log("grant_credit")
    assert (logged.staff_id, logged.member_id, logged.why) == (giving.officer, me, WHY)
    assert (logged.after["source"], logged.after["import"]) == ("course:hypertension", 1)
    assert giving.letters() == [(me, "credit_granted", "waiting")]
    assert giving.due() == [me]
    proof = giving.proved()
    assert (proof.faults, proof.attested) == ([], 1)
    assert giving.whole_log()
    with giving.sessions.reading() as session:
        (credit,) = ledger.standing(session, me)
    assert (credit.import_id, credit.id) == (None, giving.report()[0].after["credit"])


def test_that_it_came_by_the_command_line_is_logged(giving: GrantDesk) -> None:
    giving.sends(table(line()))
    giving.undoes(1)
    for act in ("apply_import", "undo_import"):
        (logged,) = giving.log(act)
        assert (logged.staff_id, logged.why) == (giving.officer, "by the operator, at the command line")


SOUND = {
    "a short name": (line(), "course:hypertension", 2),
    "a title and a code": (line(content="", title="不眠", code="20"), "course:insomnia", 2),
    "a title alone": (line(content="", title="不眠"), "course:insomnia", 2),
    "a short name with all else": (
        line(kind="生涯教育講座", code="74", title="高血圧", credits="1"),
        "course:hypertension",
        2,
    ),
    "an issue": (line(content="2026-09"), "journal:2026-09", 2),
    "an issue by its name": (
        line(content="", title=JA.journal.name(day("2026-09-01"), "禁煙支援")),
        "journal:2026-09",
        2,
    ),
    "a training": (line(content="held", day=""), "training:held", 3),
    "a training with its day": (line(content="held", day="2026-11-19"), "training:held", 3),
    "a MAMIS ID": (line(member_id="", mamis_id="M-1"), "course:hypertension", 2),
    "both IDs": (line(mamis_id="m1"), "course:hypertension", 2),
    "wide digits": (line(member_id="１００００００００１", day="２０２６/１１/２０"), "course:hypertension", 2),
    "kept zeros": (line(member_id='="1000000001"'), "course:hypertension", 2),
}


@pytest.mark.parametrize("what", SOUND)
def test_what_a_row_may_name(what: str, giving: GrantDesk) -> None:
    row, source, half_units = SOUND[what]
    assert giving.sends(table(row))[0] == 0, giving.reasons()
    ((found, _, halves),) = giving.standing()
    assert (found, halves) == (source, half_units)
    assert giving.proved().faults == []


def test_what_is_not_published_here_is_granted_as_a_declaration(giving: GrantDesk) -> None:
    """Once, however it is typed."""
    rows = [other(), other(title="見本学会　学術集会", kind="申告書", content=""), other(day="2026-11-19")]
    assert giving.sends(table(*rows))[0] == 0
    assert [half_units for _, _, half_units in giving.standing()] == [3, 3]
    assert {source.partition(":")[0] for source, _, _ in giving.standing()} == {"grant"}
    assert giving.reasons() == [("", granting.twice(2))]
    with giving.sessions.reading() as session:
        kinds = {one.kind for one in ledger.standing(session, giving.members[0])}
    assert kinds == {CreditKind.DECLARATION}
    assert giving.proved().faults == []


def test_one_reason_for_rows_without_their_own(giving: GrantDesk) -> None:
    rows = [line(reason=""), line(content="insomnia", reason="受講の記録を確認")]
    assert giving.sends(table(*rows), reason="不具合による不足の補正")[0] == 0
    assert [one.why for one in giving.log("grant_credit")] == ["不具合による不足の補正", "受講の記録を確認"]


def test_several_credits_of_one_member_have_moments_of_their_own(giving: GrantDesk) -> None:
    """Otherwise the proof could not tell which line of the log stands for which credit."""
    rows = [line(), line(content="insomnia"), line(content="held", day=""), other()]
    assert giving.sends(table(*rows))[0] == 0
    assert giving.sends(table(other(title="もう一つの集会")))[0] == 0
    assert len({one.at for one in giving.log("grant_credit")}) == 5
    proof = giving.proved()
    assert (proof.faults, proof.attested) == ([], 5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_files_as_spreadsheets_write_them(encoding: str, giving: GrantDesk) -> None:
    for separator in (",", ";", "\t"):
        content = table(line(), header=JAPANESE).replace(",", separator)
        giving.sends(content.encode(encoding))
    assert giving.states() == [State.APPLIED] * 3
    assert giving.rows() == 1


def test_a_file_needs_no_more_than_four_columns(giving: GrantDesk) -> None:
    assert giving.sends(table(f"1000000001,hypertension,2026-11-20,{WHY}", header=SHORT))[0] == 0
    assert giving.rows() == 1
    code, said = giving.sends(table("1000000001", header="member_id"), leave_out_refused=False)
    assert (code, said.count("this column is missing")) == (1, 3), said
    assert giving.rows() == 1


def test_the_report_says_what_is_granted_and_why_and_runs_no_formula(giving: GrantDesk, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    code, said = giving.sends(table(line(), line(content="nowhere", reason="-1+2")), report=report)
    assert (code, giving.rows(), giving.states()) == (0, 0, [State.DROPPED])
    assert "Nothing was granted. What would happen stands in" in said
    rows = list(csv.reader(report.read_text("utf-8-sig").splitlines()))
    assert rows[1][:2] == ["2", "to grant"]
    assert rows[1][6:] == ["Fri 20 Nov 2026, CC 74, 1 credit: 高血圧 (course:hypertension)", WHY]
    assert rows[2][:2] == ["3", "refused"]


def test_taken_back_as_from_the_card(giving: GrantDesk) -> None:
    giving.joins(1)
    giving.sends(table(line(), line(member_id="1000000002")))
    assert giving.due() == giving.members
    assert giving.undoes(1) == (0, "Import 1 is taken back: 2 of 2.\n")
    assert (giving.standing(), giving.lectures(), giving.rows()) == ([], {}, 4)
    logged = giving.log("reverse_credit")
    assert [one.member_id for one in logged] == giving.members[::-1]
    assert {one.why for one in logged} == {BACK}
    assert {one.after["import"] for one in logged} == {1}
    assert [one[:2] for one in giving.letters()[2:]] == [(one, "credit_reversed") for one in giving.members[::-1]]
    assert giving.proved().faults == []
    assert giving.whole_log()


def test_what_was_taken_back_one_by_one_stays_so(giving: GrantDesk) -> None:
    giving.sends(table(line(), line(content="insomnia")))
    with giving.sessions.begin() as session:
        ledger.reverse(
            session, giving.members[0], "course:insomnia", reason="x", author_id=giving.officer, at=giving.now
        )
    code, said = giving.undoes(1)
    assert (code, said) == (0, "Import 1 is taken back: 1 of 2.\n1 credit had been taken back already.\n")
    assert giving.rows() == 4


def test_what_was_taken_back_can_be_granted_by_the_mended_file(giving: GrantDesk) -> None:
    giving.sends(table(line()))
    giving.undoes(1)
    assert giving.sends(table(line(day="2026-11-19")))[0] == 0
    assert giving.standing() == [("course:hypertension", "2026-11-19", 2)]
    assert giving.proved().faults == []


def test_nobody_takes_back_what_they_were_granted(giving: GrantDesk) -> None:
    giving.sends(table(line()))
    assert giving.undoes(1, by=giving.members[0])[0] == 1
    assert giving.states() == [State.APPLIED]
