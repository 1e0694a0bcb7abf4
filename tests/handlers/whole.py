"""A member whose every total was computed by hand, at an operator that keeps the kinds of credit from different days.

Today is Sunday 22 November 2026. Courses are kept from 1 April 2024, the journal and trainings from 1 April 2025, and
declarations from 1 April 2026. The member filed 地域包括診療 twice (last on 1 June 2025), and holds a 認定証 of
1 December 2025: so the window of the 60 is fiscal 2025 to 2027.

    day          kind           CC  credits  FY     in 60   地域包括診療, 2024-11-23 to 2026-11-22
    2024-10-01   training       74  1        2024   no      before it
    2025-04-10   lecture        29  1        2025   yes     e-learning of 29 counts: filed twice
    2025-05-20   training       75  1.5      2025   yes     counts
    2025-11-30   journal        82  1        2025   yes     never
    2026-01-15   declaration     7  2        2025   yes     never; before declarations were kept
    2026-06-14   cooperation    74  1        2026   yes     e-learning of 74 counts: filed twice
    2026-08-01   declaration    81  1.5      2026   yes     never
    2026-10-05   sample course  76  4        2026   no      no; in the demo alone it is in all of these

    fiscal 2024: 1 credit, code 74                   fiscal 2025: 1 + 1.5 + 1 + 2 = 5.5, codes 7 29 75 82
    fiscal 2026: 1 + 1.5 = 2.5, codes 74 81          window: 5.5 + 2.5 = 8, codes 7 29 74 75 81 82 = 6; 14; missing 46
    hours: training 1.5, e-learning 1 + 1 = 2; 3.5 together; by code 29: 1, 74: 1, 75: 1.5, 76: 0; journal and
    declarations 1 + 2 + 1.5 = 4.5 credits apart
    on certificates: 1 + 1.5 + 1 = 3.5 from April 2025, 4.5 from April 2024
    in the demo: fiscal 2026 2.5 + 4 = 6.5, codes 74 76 81; window 8 + 4 = 12, 7 codes; 19; missing 41;
    hours 3.5 + 4 = 7.5
"""

from dataclasses import replace
from datetime import date, datetime

from content.operator import Purpose, RecordFrom
from content.rules import begins
from content.values import CreditKind
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people import noted
from tests.operators import WHOLE
from tests.student import Student

KEPT = RecordFrom.model_validate(
    {
        **dict.fromkeys(("lecture", "cooperation"), "2024-04-01"),
        **dict.fromkeys(("journal", "training"), "2025-04-01"),
        "declaration": "2026-04-01",
    }
)
CREDITS = (
    (date(2024, 10, 1), CreditKind.TRAINING, 74, 2),
    (date(2025, 4, 10), CreditKind.LECTURE, 29, 2),
    (date(2025, 5, 20), CreditKind.TRAINING, 75, 3),
    (date(2025, 11, 30), CreditKind.JOURNAL, 82, 2),
    (date(2026, 1, 15), CreditKind.DECLARATION, 7, 4),
    (date(2026, 6, 14), CreditKind.COOPERATION, 74, 2),
    (date(2026, 8, 1), CreditKind.DECLARATION, 81, 3),
)
LATER = "それより前の単位は、含まれない場合があります。"
DECLARATIONS = f"申告書は2026年4月1日からの記録です。{LATER}"
THREE = f"日医雑誌 問題解答・研修会は2025年4月1日、申告書は2026年4月1日からの記録です。{LATER}"
NOTE = "⚠️ デモのため、見本の単位も合計に含みます。実際の単位ではありません。"


def a_member(sessions: Sessions, house: House, now: datetime) -> Student:
    one = Student(
        sessions,
        replace(house, profile=WHOLE.model_copy(update={"record_from": KEPT, "certificates_serve": list(Purpose)})),
        now,
    )
    for day, kind, code, half_units in CREDITS:
        one.earns(f"{day}", code, begins(day), half_units=half_units, kind=kind)
    one.earns("invented", 76, begins(date(2026, 10, 5)), title="架空の講座", half_units=8, sample=True)
    with sessions.begin() as session:
        noted.file(session, one.id, 2, date(2025, 6, 1))
        noted.certify(session, one.id, date(2025, 12, 1))
    return one
