"""Credits already held, from a file: what is taken, left out and refused, and what the ledgers have of it then."""

import io
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.commands import import_file
from bot.commands.import_file import How
from content.credits.credit import By
from content.importing.report import Kind, Outcome, State
from content.rules import Rulebook, begins
from content.values import CreditKind
from storage.credits import common, coverage, history, ledger, reversals
from storage.programme import courses
from storage.tables import Credit, Import, ImportRow
from tests import samples
from tests.bot.commands.credits_file import JAPANESE, LINE, SOUND, PastDesk, line, table
from tests.quizzes import MIXED, a_course
from tests.storage import training as trainings

DAY = date(2025, 6, 14)
NEW, DOUBLE, DOUBTFUL, REFUSED = Outcome.NEW, Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED


@pytest.fixture
def held(past: PastDesk) -> PastDesk:
    """A record with one member."""
    return past.joins(1)


def given(desk: PastDesk, source: str, day: date = DAY, **other: object) -> int:
    """A credit that the member has here; returns the number of its row."""
    what = {
        "half_units": 3,
        "code": 12,
        "title": "見本市医師会研修会",
        "organiser": "別の主催",
        "kind": CreditKind.DECLARATION,
    }
    with desk.sessions.begin() as session:
        about = what | other
        at = begins(day)
        assert ledger.award(
            session, member_id=desk.members[0], source=source, earned_at=at, rules=Rulebook().at(day), **about
        )  # type: ignore[arg-type]  # as above
        return ledger.standing(session, desk.members[0])[0].id


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
    other: dict[str, object], outcome: Outcome, held: PastDesk
) -> None:
    given(held, "declaration:9", **other)  # type: ignore[arg-type]  # a day or a value of the credit
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


COVERED: list[tuple[str, list[dict[str, str]], date | None]] = [
    (
        "the earliest day",
        [{"complete_from": "2016-04-01"}, {"complete_from": "2014-04-01", "code": "1"}],
        date(2014, 4, 1),
    ),
    ("no day", [{}], None),
    ("a row of the member is refused", [{"complete_from": "2016-04-01"}, {"code": "99"}], None),
    ("a row of another is refused", [{"complete_from": "2016-04-01"}, {"member_id": "1999999999"}], date(2016, 4, 1)),
    ("whose row it is can't be read", [{"complete_from": "2016-04-01"}, {"member_id": "100000001"}], None),
]


@pytest.mark.parametrize(("_name", "rows", "day"), COVERED, ids=[one[0] for one in COVERED])
def test_since_when_the_record_is_complete(
    _name: str, rows: list[dict[str, str]], day: date | None, held: PastDesk
) -> None:
    held.imports(table(*(line(**cells) for cells in rows)))
    with held.sessions.reading() as session:
        assert coverage.complete_from(session, held.members[0]) == day
    held.undoes(1)
    with held.sessions.reading() as session:
        assert coverage.complete_from(session, held.members[0]) is None


def test_rows_that_are_all_on_record_still_say_since_when_it_is_complete(held: PastDesk) -> None:
    given(held, "declaration:9")
    assert held.imports(table(line(complete_from="2016-04-01")))[0] == 0
    assert (held.outcomes(1), held.rows()) == ([(2, DOUBLE), (0, Outcome.COVERED)], 1)


def test_a_member_who_earns_it_between_report_and_doing_gets_it_once(
    held: PastDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the import is taken back then: it is done as reported, or not at all."""
    started = import_file._apply

    def meanwhile(*about: object) -> int:
        given(held, "declaration:9", title="研修 7")
        return started(*about)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(import_file, "_apply", meanwhile)
    rows = [line(title=f"研修 {at}") for at in range(300)]
    code, said = held.imports(table(*rows))
    assert (code, said) == (1, "The record changed meanwhile. What had been imported was taken back.\n")
    assert [title for _, title, _, _ in held.standing()] == ["研修 7"]


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_process_that_dies_half_way_is_brought_to_its_end(steps: int, held: PastDesk) -> None:
    """The next import goes on where it stopped; no credit is written twice."""
    left = steps

    def dies(_seconds: float) -> None:
        nonlocal left
        with held.sessions.reading() as session:
            left -= bool(session.execute(select(Credit.id).limit(1)).first())
        if left < 0:
            raise Dies

    held.pause = dies
    rows = [line(title=f"研修 {at}", complete_from="2016-04-01") for at in range(450)]
    with pytest.raises(Dies):
        held.imports(table(*rows))
    assert 0 < held.rows() < 450
    held.pause, held.now = (lambda _seconds: None), held.now + timedelta(minutes=2)
    held.imports(table(line(title="もう一つ")))
    assert (held.rows(), held.states()) == (451, [State.APPLIED, State.APPLIED])


class Dies(BaseException):
    """The end of a process."""


@pytest.mark.parametrize(("days", "taken_back"), [(30, True), (31, False)])
def test_it_can_be_taken_back_for_thirty_days(days: int, taken_back: bool, held: PastDesk) -> None:
    held.imports(table(SOUND))
    held.now += timedelta(days=days)
    assert (held.undoes(1)[0] == 0, held.standing() == []) == (taken_back, taken_back)


def test_neither_command_undoes_the_import_of_the_other(held: PastDesk) -> None:
    held.imports(table(SOUND))
    code = import_file.undo(held.sessions, 1, held.now, io.StringIO(), how=How(Kind.MEMBERS))
    assert (code, held.states()) == (1, [State.APPLIED])


def test_the_rows_of_the_report_are_sealed_and_name_the_member(held: PastDesk) -> None:
    held.imports(table(SOUND))
    with held.sessions.reading() as session:
        assert session.execute(select(ImportRow.member_id)).scalars().all() == held.members
        assert session.execute(select(Import.kind)).scalar_one() == "credits"
        raw = session.connection().exec_driver_sql("SELECT after FROM import_rows").scalar_one()
    assert "見本市".encode() not in bytes(raw)
