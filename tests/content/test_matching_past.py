"""Which published content a credit of before is of: both sides of each rule."""

from dataclasses import replace
from datetime import date

import pytest

from content.importing.matching import NOWHERE, OTHERWISE, Doubt, Published, match
from content.importing.past_record import PastCredit
from content.text.folding import fold
from content.values import CreditKind

DAY = date(2025, 6, 14)
ROW = PastCredit(DAY, "高血圧症の最新治療", "日本医師会", CreditKind.LECTURE, 74, 2)
COURSE = Published("hypertension", "course:hypertension", False, CreditKind.LECTURE, 74, frozenset({fold(ROW.title)}))
AGAIN = replace(COURSE, slug="hypertension-2", source="course:hypertension-2")
HELD = Published("2025-0614", "training:2025-0614", False, CreditKind.TRAINING, 74, COURSE.titles, DAY)
ISSUE = Published("2025-06", "journal:2025-06", False, CreditKind.JOURNAL, 74, COURSE.titles)
TRAINING = replace(ROW, kind=CreditKind.TRAINING)
MATCHES: list[tuple[PastCredit, list[Published], object]] = [
    (ROW, [COURSE, HELD, ISSUE], COURSE),
    (replace(ROW, title="高血圧症の　最新治療"), [COURSE], COURSE),
    (replace(ROW, kind=CreditKind.JOURNAL), [COURSE, HELD, ISSUE], ISSUE),
    (TRAINING, [COURSE, HELD, ISSUE], HELD),
    (replace(TRAINING, day=date(2025, 6, 15)), [HELD], None),
    (replace(ROW, title="まったく別の講座"), [COURSE], None),
    (replace(ROW, title="高血圧症の最新の治療"), [COURSE], Doubt(("hypertension",), several=False)),
    (replace(ROW, title="高血圧症の最新の治療", code=75), [COURSE], None),
    (replace(ROW, code=75), [COURSE], Doubt(("hypertension",), several=False)),
    (replace(ROW, kind=CreditKind.COOPERATION), [COURSE], Doubt(("hypertension",), several=False)),
    (ROW, [COURSE, AGAIN], Doubt(("hypertension", "hypertension-2"), several=True)),
    (replace(ROW, content="hypertension-2"), [COURSE, AGAIN], AGAIN),
    (replace(ROW, content="-", code=75), [COURSE], None),
    (replace(ROW, content="asthma"), [COURSE], NOWHERE),
    (replace(ROW, content="hypertension", title="旧題"), [COURSE], COURSE),
    (replace(ROW, content="hypertension", code=75), [COURSE], OTHERWISE),
    (replace(TRAINING, content="2025-0614", day=date(2025, 6, 15)), [HELD], OTHERWISE),
    (replace(ROW, kind=CreditKind.DECLARATION), [COURSE, HELD, ISSUE], None),
]


@pytest.mark.parametrize(("row", "published", "found"), MATCHES)
def test_a_credit_is_that_of_a_content_or_in_doubt(row: PastCredit, published: list[Published], found: object) -> None:
    assert match(row, published) == found


def test_the_same_credit_has_one_name_however_it_is_typed() -> None:
    assert replace(ROW, title="高血圧症の　最新治療", organiser="他").own_source == ROW.own_source
    others = (replace(ROW, code=75), replace(ROW, day=date(2025, 6, 15)), replace(ROW, title="別"))
    assert ROW.own_source not in {one.own_source for one in others}
