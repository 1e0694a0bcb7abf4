"""A file of credits that staff grant: what is refused or left out, and why: all that a grant from the card refuses."""

from datetime import date, timedelta

import pytest

from content.importing import granting, grants_file
from content.importing.report import Outcome
from content.rules import Rulebook, begins
from content.values import CreditKind
from content.words.ja import table_faults
from storage.credits import ledger
from storage.people import membership
from storage.privacy import erasing
from storage.trainings import looked_up
from tests.bot.commands.grants_file import EVERY, GrantDesk, line, other, table

DAY = date(2026, 11, 20)
FAULTS = {
    "no member": (line(member_id=""), "member_id", grants_file.NOBODY),
    "an unknown member": (line(member_id="2999999999"), "member_id", granting.UNKNOWN),
    "an unknown MAMIS ID": (line(member_id="", mamis_id="M-9"), "mamis_id", granting.UNKNOWN),
    "the MAMIS ID of nobody": (line(mamis_id="M-9"), "mamis_id", granting.ANOTHER),
    "a lost zero": (line(member_id="100000001"), "member_id", "has 9 digits, not 10"),
    "the officer's own": (line(member_id="9000000002"), "member_id", granting.OWN),
    "no content": (line(content=""), "content", grants_file.NOTHING),
    "no such content": (line(content="nowhere"), "content", "nothing of this kind is published here"),
    "a sample": (line(content="sample"), "content", "nothing of this kind is published here"),
    "an issue whose answers are not out": (line(content="2026-10"), "content", "nothing of this kind"),
    "a training under way": (line(content="under-way"), "content", "nothing of this kind"),
    "a recorded training": (line(content="recorded"), "content", "nothing of this kind"),
    "another code": (line(code="12"), "content", "the content with this name has another code"),
    "another kind": (line(kind="training"), "content", "nothing of this kind"),
    "another title": (line(title="糖尿病"), "content", "the content with this name has another code"),
    "another day of a training": (line(content="held"), "content", "the content with this name has another code"),
    "other credits": (line(credits="2"), "credits", "this content brings 1 here"),
    "no day": (line(day=""), "day", granting.NO_DAY),
    "a day ahead": (line(day="2026-11-23"), "day", "lies ahead"),
    "before the programme": (line(day="1987-03-31"), "day", "is before 1987-04-01"),
    "no reason": (line(reason=""), "reason", granting.NO_REASON),
    "a reason of a letter": (line(reason="誤"), "reason", "has fewer than 2 characters"),
    "a formula": (line(reason="=A1+B1"), "reason", "is a formula"),
    "a declaration with a short name": (line(kind="declaration"), "content", grants_file.NAMED_OTHER),
    "something else of a kind that is published": (other(kind="training"), "kind", grants_file.NOT_DECLARED),
    "something else without a title": (other(title=""), "title", grants_file.EMPTY_FOR_OTHER),
    "something else without its credits": (other(credits=""), "credits", grants_file.EMPTY_FOR_OTHER),
    "more than a declaration may bring": (other(credits="20.5"), "credits", "is no number of credits"),
    "a third of a credit": (other(credits="0.3"), "credits", "is no number of credits"),
    "no code of the curriculum": (other(code="99"), "code", "is no code"),
    "a title that is too long": (other(title="長" * 61), "title", "has more than 60 characters"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_what_is_refused_and_why(what: str, giving: GrantDesk) -> None:
    row, column, reason = FAULTS[what]
    code, said = giving.sends(table(line(content="insomnia"), row), leave_out_refused=False)
    assert code == 1
    assert said.endswith("1 fault. Nothing was granted.\n"), said
    assert said.startswith(f"line 3, {column} ({EVERY[column]}): {reason}"), said
    assert giving.rows() == 0


def test_what_may_be_meant_is_named_and_left_out(giving: GrantDesk) -> None:
    assert giving.sends(table(line(content="", title="高血圧症", code="74")))[0] == 0
    ((column, reason),) = giving.reasons()
    assert column == "content"
    assert "write its short name (hypertension)" in reason
    assert giving.rows() == 0


def test_what_the_member_has_already_is_left_out(giving: GrantDesk) -> None:
    giving.sends(table(line()))
    assert giving.sends(table(line(day="2026-11-01"), line(content="insomnia")))[0] == 0
    assert [one.outcome for one in giving.report(2)] == [Outcome.DOUBLE, Outcome.NEW]
    assert giving.reasons(2) == [("", granting.STANDS)]


@pytest.mark.parametrize(
    ("source", "title", "outcome", "reason"),
    [
        ("course:hypertension", "高血圧", Outcome.DOUBLE, granting.STANDS),
        ("past:x", "高血圧", Outcome.DOUBLE, granting.STANDS),
        ("past:x", "高血圧症", Outcome.DOUBTFUL, granting.MAY_BE),
    ],
)
def test_an_imported_credit_stands_for_the_content_or_may_do_so(
    source: str, title: str, outcome: Outcome, reason: str, giving: GrantDesk
) -> None:
    with giving.sessions.begin() as session:
        then = giving.now.date() - timedelta(days=900)
        ledger.award(session, member_id=giving.members[0], kind=CreditKind.LECTURE, source=source, half_units=2,
                     code=74, title=title, organiser="見本委員会", rules=Rulebook().at(then),
                     earned_at=begins(then))  # fmt: skip
    _, said = giving.sends(table(line()))
    assert ": 0 new, " in said, "it is told before, and not found out in the doing"
    assert [one.outcome for one in giving.report()] == [outcome]
    assert giving.reasons() == [("", reason)]


def test_who_earns_nothing_is_granted_nothing(giving: GrantDesk) -> None:
    giving.joins(2)
    with giving.sessions.begin() as session:
        membership.end(session, giving.members[1], giving.now)
        erasing.erase(session, giving.sessions.cipher, giving.members[2], giving.now)
    rows = [line(member_id=f"100000000{at}") for at in (1, 2, 3)]
    assert giving.sends(table(*rows))[0] == 0
    assert giving.reasons() == [("member_id", granting.CANNOT_EARN), ("member_id", granting.UNKNOWN)]
    assert giving.rows() == 1


def test_whose_membership_has_ended_is_told_before_anything_is_granted(giving: GrantDesk) -> None:
    giving.joins(1)
    with giving.sessions.begin() as session:
        membership.end(session, giving.members[1], giving.now)
    code, said = giving.sends(table(line(), line(member_id="1000000002")), leave_out_refused=False)
    told = f"line 3, member_id (会員ID): {granting.CANNOT_EARN}\n1 fault. Nothing was granted.\n"
    assert (code, said) == (1, told)


@pytest.mark.parametrize(
    ("kind", "source"), [(CreditKind.DECLARATION, "declaration:7"), (CreditKind.TRAINING, "past:x")]
)
@pytest.mark.parametrize("row", [other(), other(title="見本学会　学術集会", organiser="見本学会事務局")])
def test_an_event_of_which_the_member_has_a_credit_is_granted_from_the_card(
    kind: CreditKind, source: str, row: str, giving: GrantDesk
) -> None:
    """Whatever the organiser is called in the file, and however the title is typed. Another day is another event."""
    has(giving, kind, source, title="見本学会学術集会" if row == other() else "見本学会 学術集会")
    assert giving.sends(table(row, other(day="2026-11-19")))[0] == 0
    assert [one.outcome for one in giving.report()] == [Outcome.DOUBTFUL, Outcome.NEW]
    assert giving.reasons() == [("", granting.SAME_DAY)]
    assert "会員の情報の画面から" in table_faults.said(granting.SAME_DAY)


def test_a_published_training_that_was_declared_is_granted_from_the_card(giving: GrantDesk) -> None:
    with giving.sessions.reading() as session:
        (held,) = (one.training for one in looked_up.every(session) if one.training.slug == "held")
    has(giving, CreditKind.DECLARATION, "declaration:7", title=held.title, code=held.code, on=held.held_on)
    giving.sends(table(line(content="held", day="")))
    assert giving.reasons() == [("", granting.SAME_DAY)]


def test_an_event_stands_in_a_file_once_whoever_is_its_organiser(giving: GrantDesk) -> None:
    giving.joins(1)
    rows = [other(), other(organiser="見本学会事務局"), other(member_id="1000000002", organiser="見本学会事務局")]
    assert giving.sends(table(*rows))[0] == 0
    assert [one.outcome for one in giving.report()] == [Outcome.NEW, Outcome.DOUBTFUL, Outcome.NEW]
    assert giving.reasons() == [("", granting.SAME_DAY)]
    assert giving.rows() == 2
    assert giving.sends(table(rows[1]))[0] == 0
    assert giving.reasons(2) == [("", granting.SAME_DAY)], "and in the next file"


def has(
    giving: GrantDesk, kind: CreditKind, source: str, *, title: str, code: int = 12, on: date | None = None
) -> None:
    with giving.sessions.begin() as session:
        ledger.award(session, member_id=giving.members[0], kind=kind, source=source, half_units=2, code=code,
                     title=title, organiser="見本", rules=Rulebook().at(on or DAY),
                     earned_at=begins(on or DAY))  # fmt: skip
