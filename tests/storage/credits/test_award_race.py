"""Two processes award the same credit at the same moment, again and again, on PostgreSQL: one row each time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

import pytest
from sqlalchemy import func, select

from content.rules import Rulebook
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import common, ledger
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.tables import CommonCredit, Credit
from tests.conftest import KEY
from tests.databases import Postgres
from tests.forking import forking
from tests.samples import member
from tests.sizes import SOAK

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
TIMES = 1_000 if SOAK else 100


@pytest.fixture
def url(postgres: Postgres, postgres_template: str) -> Iterator[str]:
    with postgres.lent(postgres_template) as url:
        yield url


def award_again_and_again(url: str, me: int, together: Barrier, told: Connection) -> None:
    """In a process of its own: every credit in a transaction of its own, begun when the other begins it too."""
    sessions, rules, done = Sessions(url, Cipher([KEY])), Rulebook().at(AT.date()), []
    for number in range(TIMES):
        together.wait(60)
        with sessions.begin() as session:
            done.append(
                ledger.award(
                    session,
                    member_id=me,
                    kind=CreditKind.TRAINING,
                    source=f"training:{number}",
                    half_units=1,
                    code=number % 84,
                    title="題",
                    organiser="見本",
                    earned_at=AT,
                    rules=rules,
                    common=CommonLecture("必修講習A 感染対策", 1),
                )
            )
    told.send(done)
    sessions.close()


def test_one_row_each_time(url: str, cipher: Cipher) -> None:
    sessions = Sessions(url, cipher)
    with sessions.begin() as session:
        me = member(session, AT)
    quick = forking()
    together, pipes = quick.Barrier(2), [quick.Pipe(duplex=False) for _ in range(2)]
    racers = [quick.Process(target=award_again_and_again, args=(url, me, together, told)) for _, told in pipes]
    for racer in racers:
        racer.start()
    first, second = (heard.recv() for heard, _ in pipes if heard.poll(60))
    for racer in racers:
        racer.join(60)
    assert [sorted(pair) for pair in zip(first, second, strict=True)] == [[False, True]] * TIMES
    assert any(first), "one of the two was always first: they did not race"
    assert any(second), "one of the two was always first: they did not race"
    with sessions.reading() as session:
        for table in (Credit, CommonCredit):
            assert session.execute(select(func.count()).select_from(table)).scalar_one() == TIMES
        assert ledger.totals(session, me, date.min, date.max).half_units == TIMES
        assert common.by_category(session, me) == {"必修講習A 感染対策": TIMES}
    sessions.close()
