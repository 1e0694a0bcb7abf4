"""Credits already held, from a file: what is taken, left out and refused, and what the ledgers have of it then."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from content.credits.credit import By
from content.importing.report import Outcome
from content.rules import Rulebook, begins
from content.values import CreditKind
from storage.credits import common, history, ledger, reversals
from storage.people import membership
from storage.programme import courses
from storage.tables import Credit
from storage.trainings import registration
from tests import samples
from tests.bot.commands.credits_file import JAPANESE, LINE, SOUND, PastDesk, line, table
from tests.quizzes import MIXED, a_course
from tests.storage import training as trainings

DAY = date(2025, 6, 14)
NEW, DOUBLE, DOUBTFUL, REFUSED = Outcome.NEW, Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED


@pytest.mark.parametrize("header", [None, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932", "utf-16"])
def test_a_row_becomes_a_credit_with_its_origin(header: str | None, encoding: str, held: PastDesk) -> None:
    """A spreadsheet wrote it: full width, a day with slashes, a Japanese kind."""
    said = line(day="2025/6/14", kind="研修会", code="ＣＣ１２", credits="１．５", category="必修講習B 医療倫理")
    code, told = held.imports(table(said, **({"header": header} if header else {})).encode(encoding))
    assert (code, told.splitlines()[0]) == (0, "1 credit: 1 new, 0 left out as on record already.")
    with held.sessions.reading() as session:
        (one,) = ledger.standing(session, held.members[0])
        assert (one.kind, one.code, one.half_units, one.earned_on) == (CreditKind.TRAINING, 12, 3, DAY)
        assert (one.title, one.organiser) == (LINE["title"], LINE["organiser"])
        assert (one.import_id, one.certifiable, one.written_at, one.counts) == (1, True, held.now, True)
        assert common.by_category(session, held.members[0]) == {"必修講習B 医療倫理": 3}
        assert ledger.totals(session, held.members[0], DAY, DAY).codes == {12}


FAULTS: list[tuple[dict[str, str], str]] = [
    ({"member_id": "1999999999"}, "member_id (会員ID): is no member of the record"),
    ({"day": "2099-01-01"}, "day (受講日): lies ahead"),
    ({"day": "1987-03-31"}, "day (受講日): is before 1987-04-01, when the programme began"),
    ({"title": "題" * 61}, "title (名称): has more than 60 characters"),
    ({"title": "研修☺"}, "title (名称): papers can't print"),
    ({"organiser": ""}, "organiser (主催者): is empty"),
    ({"kind": "学会"}, "kind (種別): is no kind of credit"),
    ({"code": "84"}, "code (CC): is no code of the curriculum"),
    ({"code": "七"}, "code (CC): is no code of the curriculum"),
    ({"credits": "0.25"}, "credits (単位): is no number of credits"),
    ({"credits": "10.5"}, "credits (単位): is no number of credits"),
    ({"credits": "-1"}, "credits (単位): is no number of credits"),
    ({"category": "共通"}, "category (共通講習): is no category of common lectures"),
    ({"category": "任意講習", "kind": "journal"}, "category (共通講習): is empty for this kind of credit"),
    ({"certifiable": "2"}, "certifiable (証明書): is neither 1 nor 0"),
    ({"content": "nowhere"}, "content (講座名): nothing of this kind is published here"),
    ({"complete_from": "2099-01-01"}, "complete_from (記録開始日): lies ahead"),
]


@pytest.mark.parametrize(("cells", "said"), FAULTS, ids=[said[:40] for _, said in FAULTS])
def test_a_fault_is_named_with_its_line_and_column(cells: dict[str, str], said: str, held: PastDesk) -> None:
    code, told = held.imports(table(line(title="別の研修会"), line(**cells)), leave_out_refused=False)
    assert code == 1
    assert f"line 3, {said}" in told
    assert held.standing() == []


@pytest.mark.parametrize(
    "cells",
    [{"day": "1987-04-01"}, {"title": "題" * 60}, {"code": "83"}, {"code": "0"}, {"credits": "10"}, {"credits": "0.5"}],
)
def test_the_other_side_of_a_bound_is_taken(cells: dict[str, str], held: PastDesk) -> None:
    assert held.imports(table(line(**cells)), leave_out_refused=False)[0] == 0
    assert len(held.standing()) == 1


def test_an_account_that_earns_no_credits_is_refused(held: PastDesk) -> None:
    with held.sessions.begin() as session:
        samples.member(session, held.now, no="1000000009", can_earn=False)
    held.imports(table(line(member_id="1000000009"), SOUND))
    assert held.outcomes(1) == [(2, REFUSED), (3, NEW)]


def test_a_membership_that_has_ended_is_refused_until_it_is_resumed(held: PastDesk) -> None:
    with held.sessions.begin() as session:
        membership.end(session, held.members[0], held.now)
    held.imports(table(SOUND))
    assert (held.outcomes(1), held.standing()) == ([(2, REFUSED)], [])
    with held.sessions.begin() as session:
        membership.resume(session, held.members[0], held.now)
    held.imports(table(SOUND))
    assert held.outcomes(2) == [(2, NEW)]


def test_the_same_credit_twice_in_the_file_is_refused_the_second_time(held: PastDesk) -> None:
    held.imports(table(SOUND, line(title="見本市 医師会研修会", organiser="他", kind="declaration"), line(code="13")))
    assert held.outcomes(1) == [(2, NEW), (3, REFUSED), (4, NEW)]
    assert held.report(1)[1].faults[0].reason == "the same credit stands on line 2"


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ({}, DOUBLE),
        ({"title": "見本市　医師会　研修会"}, DOUBLE),
        ({"code": 13}, NEW),
        ({"title": "別の研修会"}, NEW),
        ({"day": date(2025, 6, 15)}, NEW),
    ],
)
def test_a_row_that_doubles_one_of_ours_is_named_and_left_out(
    other: dict[str, Any], outcome: Outcome, held: PastDesk
) -> None:
    held.gives(**other)
    held.imports(table(SOUND))
    assert held.outcomes(1) == [(2, outcome)]
    assert held.rows() == 1 + (outcome is NEW)


def test_a_course_that_is_named_is_earned_and_brings_no_second_credit(held: PastDesk) -> None:
    with held.sessions.begin() as session:
        published = samples.publish(session, a_course(MIXED), held.now).course
    mine = {"kind": published.kind.value, "title": published.title, "code": str(published.code), "credits": "1"}
    held.imports(table(line(**mine), line(**{**mine, "code": "75"})))
    assert held.outcomes(1) == [(2, NEW), (3, DOUBTFUL)]
    assert held.standing() == [(DAY, published.title, 2, "course:hypertension")]
    held.imports(table(line(**mine, day="2024-05-01")))
    assert held.outcomes(2) == [(2, DOUBLE)]
    with held.sessions.begin() as session:
        listed = courses.by_slug(session, "hypertension")
        assert not ledger.award(
            session,
            member_id=held.members[0],
            kind=CreditKind.LECTURE,
            source=listed.source,
            half_units=2,
            code=74,
            title="高血圧",
            organiser="",
            earned_at=held.now,
            rules=Rulebook().now(held.now),
        )


def test_a_training_that_was_held_here_takes_its_name(held: PastDesk) -> None:
    with held.sessions.begin() as session:
        listed = trainings.publish(session, trainings.training(begins(DAY) + timedelta(hours=5)), held.now)
        one = listed.training
    held.imports(table(line(title=one.title, code=str(one.code))))
    assert [source for *_, source in held.standing()] == [one.source]


@pytest.mark.parametrize(
    ("other", "found"),
    [({}, True), ({"title": "別の研修会"}, False), ({"code": "13"}, False), ({"day": "2025-06-15"}, False)],
)
def test_a_training_that_is_announced_afterwards_brings_no_second_credit(
    other: dict[str, str], found: bool, held: PastDesk
) -> None:
    """An old list of attendance is refused, line by line, if the credit came with an import before."""
    one = trainings.training(begins(DAY) + timedelta(hours=5))
    held.imports(table(line(**{"title": one.title, "code": str(one.code)} | other)))
    listed = trainings.present(one.slug, ("1000000001", 2))
    for refused in (found, False):
        with held.sessions.reading() as session:
            doubts = list(registration.doubts_of_list(session, listed, one, held.now))
        assert [(doubt.line, "from an import" in doubt.reason) for doubt in doubts] == [(2, True)] * refused
        held.undoes(1)


def test_what_staff_took_back_is_doubtful_and_what_an_undone_import_brought_is_not(held: PastDesk) -> None:
    held.imports(table(SOUND))
    held.undoes(1)
    held.imports(table(SOUND))
    assert held.outcomes(2) == [(2, NEW)]
    with held.sessions.begin() as session:
        staff = samples.member(session, held.now, no="1000000002")
        (one,) = ledger.standing(session, held.members[0])
        assert reversals.take_back(session, one.id, By("誤り", staff), held.now)
    held.imports(table(SOUND))
    assert held.outcomes(3) == [(2, DOUBTFUL)]
    assert held.undoes(2)[1].endswith("1 credit had been taken back already.\n")


def test_an_undone_import_is_told_as_such(held: PastDesk) -> None:
    """Its rows in both ledgers stand, and each is reversed by a row that names nobody."""
    held.imports(table(line(category="任意講習")))
    held.undoes(1)
    with held.sessions.reading() as session:
        rows = session.execute(select(Credit.sign, Credit.import_id, Credit.author_id).order_by(Credit.id)).all()
        assert [tuple(row) for row in rows] == [(1, 1, None), (-1, 1, None)]
        (gone,) = history.gone(session, held.members[0])
        assert type(gone.taken_back).__name__ == "ImportUndone"
        assert common.by_category(session, held.members[0]) == {}


@pytest.mark.parametrize("change", ["import_id = NULL", "certifiable = true", "import_id = 7"])
def test_the_origin_of_a_credit_is_never_edited(change: str, held: PastDesk) -> None:
    held.imports(table(SOUND))
    with held.sessions.begin() as session, pytest.raises(DBAPIError, match="append-only"):
        session.connection().exec_driver_sql(f"UPDATE credits SET {change}")
