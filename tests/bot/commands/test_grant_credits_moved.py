"""Grants by file of which the record changed between the report and the doing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.commands.files import import_file
from bot.commands.files.importing import Hand
from content.importing import granting
from content.importing.report import MOVED, Outcome, Standing, State
from content.rules import Rulebook, begins
from content.values import CreditKind
from content.words import JA
from storage.credits import ledger
from storage.importing import imports, past_held
from storage.people import membership
from storage.staff import roles
from storage.tables import Import, Training
from storage.trainings import looked_up, registration
from tests.bot.commands.grants_file import GrantDesk, line, other, table
from tests.bot.commands.test_grant_credits_back import MANY, many


def meanwhile(giving: GrantDesk, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """This happens between the report and the doing."""
    started = import_file._apply

    def later(hand: Hand, found: Standing) -> int:
        act()
        return started(hand, found)

    monkeypatch.setattr(import_file, "_apply", later)


def earns(giving: GrantDesk, member: int, source: str) -> None:
    with giving.sessions.begin() as session:
        assert ledger.award(session, member_id=member, kind=CreditKind.DECLARATION, source=source, half_units=3,
                            code=12, title="別", organiser="別", rules=Rulebook().at(giving.now.date()),
                            earned_at=begins(giving.now.date()))  # fmt: skip


def test_what_one_member_earns_meanwhile_is_left_out_and_all_others_have_their_credit_and_letter(
    giving: GrantDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report then says so, and an undoing leaves what the member earned."""
    content = many(giving)

    def late() -> None:
        row = giving.report()[-1]
        earns(giving, row.member or 0, str(row.after["source"]))

    meanwhile(giving, monkeypatch, late)
    code, said = giving.sends(content)
    assert code == 0, said
    assert sum(len(giving.standing(member)) for member in giving.members) == giving.rows() == MANY
    last = giving.report()[-1]
    assert [one.outcome for one in giving.report()] == [*[Outcome.NEW] * (MANY - 1), Outcome.DOUBLE]
    assert giving.reasons() == [("", granting.STANDS)]
    assert len(giving.log("grant_credit")) == len(giving.letters()) == MANY - 1
    assert len(giving.due()) == MANY - 1
    assert (giving.states(), tally(giving)) == ([State.APPLIED], {"new": MANY - 1, "double": 1})
    assert giving.undoes(1) == (0, f"Import 1 is taken back: {MANY - 1} of {MANY - 1}.\n")
    (own,) = (one for member in giving.members for one in giving.standing(member))
    assert own[0] == last.after["source"]


def tally(giving: GrantDesk) -> dict[str, int]:
    """The figures of the first file that are not 0."""
    with giving.sessions.reading() as session:
        return {name: count for name, count in imports.sure(session, 1).tally.items() if count}


def test_a_stop_takes_all_back_and_nobody_hears_of_it(giving: GrantDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last row is found to be the author's own. Who was not told of a grant is not told of its end."""
    content, due = stopped(giving, monkeypatch), list[int]()
    giving.pause = lambda _seconds: due.extend(giving.due())
    code, said = giving.sends(content)
    assert (code, said) == (1, "The record changed meanwhile. What had been granted was taken back.\n")
    assert due == [], "no letter was to be sent at any moment"
    assert not any(giving.standing(member) for member in giving.members)
    assert (giving.states(), giving.letters()) == ([State.UNDONE], [])
    logged = giving.log("reverse_credit")
    assert len(logged) == len(giving.log("grant_credit")) > 0
    assert {one.why for one in logged} == {JA.grants.stopped()}
    with giving.sessions.reading() as session:
        found = imports.standing(session, 1)
    assert found is not None
    assert found.fault == MOVED
    assert giving.proved().faults == []


def stopped(giving: GrantDesk, monkeypatch: pytest.MonkeyPatch, *first: str) -> str:
    """A file whose last row is of the member in whose name it is done."""
    content = many(giving).rstrip()
    giving.joins(1)

    def becomes_own() -> None:
        with giving.sessions.begin() as session:
            session.execute(update(Import).values(by_id=giving.members[-1]))
            roles.grant(session, giving.members[-1], "officer", giving.now)

    meanwhile(giving, monkeypatch, becomes_own)
    header, *rows = content.split("\r\n")
    return "\r\n".join([header, *first, *rows, other(member_id="1000000010"), ""])


def test_a_membership_that_ends_meanwhile_is_left_out(giving: GrantDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends() -> None:
        with giving.sessions.begin() as session:
            membership.end(session, giving.members[4], giving.now)

    content = many(giving)
    meanwhile(giving, monkeypatch, ends)
    assert giving.sends(content)[0] == 0
    assert [len(giving.standing(member)) for member in giving.members] == [5, 5, 5, 5, 0, 5, 5, 5, 5]
    assert giving.reasons() == [("member_id", granting.CANNOT_EARN)] * 5
    assert tally(giving) == {"new": MANY - 5, "refused": 5}
    assert giving.proved().faults == []


def changed(giving: GrantDesk) -> None:
    with giving.sessions.begin() as session:
        session.execute(update(Training).where(Training.slug == "held").values(withdrawn_at=giving.now))


def test_a_programme_that_changes_between_report_and_doing_lets_nothing_be_granted(
    giving: GrantDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = many(giving)
    meanwhile(giving, monkeypatch, lambda: changed(giving))
    assert giving.sends(content)[0] == 1
    assert not any(giving.standing(member) for member in giving.members)
    assert giving.letters() == []


def test_what_members_earn_while_a_grant_stands_stays_when_the_file_is_undone(giving: GrantDesk) -> None:
    """A late list by file; then the organiser's own list is confirmed; then the file is taken back."""
    giving.joins(1)
    giving.sends(table(line(content="held", day=""), line(content="held", day="", member_id="1000000002")))
    with giving.sessions.begin() as session:
        (listed,) = (one for one in looked_up.every(session) if one.training.slug == "held")
        registration.recognise(session, giving.members[0], listed, Rulebook(), giving.now)
    assert giving.standing() == [("training:held", "2026-11-19", 3)]
    assert giving.undoes(1)[0] == 0
    assert giving.standing() == [("training:held", "2026-11-19", 3)]
    assert giving.standing(giving.members[1]) == []
    with giving.sessions.reading() as session:
        (own,) = ledger.standing(session, giving.members[0])
    assert own.is_own
    assert giving.proved().faults == []
    assert giving.undoes(1)[0] == 1


def test_a_stop_is_no_decision_about_those_who_were_granted(giving: GrantDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """They earn the credit here afterwards, and an import can bring it."""
    giving.sends(stopped(giving, monkeypatch, line(content="held", day="")))
    assert giving.states() == [State.UNDONE]
    assert giving.log("reverse_credit")[-1].member_id == giving.members[0], "the row before all others"
    with giving.sessions.begin() as session:
        me = giving.members[0]
        assert past_held.of(session, [me])[me].taken_back == set()
        assert ledger.granted(session, me) == set()
        (listed,) = (one for one in looked_up.every(session) if one.training.slug == "held")
        registration.recognise(session, me, listed, Rulebook(), giving.now)
        assert ledger.granted(session, me) == {("training:held", False)}
    assert [source for source, _, _ in giving.standing()] == ["training:held"]
    assert giving.proved().faults == []


def test_who_was_not_told_yet_of_a_grant_is_not_told_of_its_end(giving: GrantDesk) -> None:
    """The letter is due, and no step of the sending has come."""
    giving.sends(table(line()))
    giving.now += timedelta(minutes=5)
    assert [kind for _, kind, _ in giving.letters()] == ["credit_granted"]
    assert giving.undoes(1)[0] == 0
    assert giving.letters() == []
