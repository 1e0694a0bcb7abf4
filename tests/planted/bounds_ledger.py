"""Faults in the ledgers."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a credit without half a unit is written",
        "storage/credits/ledger.py",
        "if half_units < 1:",
        "if half_units < 0:",
        ("storage/credits/test_ledger",),
    ),
    Fault(
        "a content is granted twice",
        "storage/credits/ledger.py",
        "    if any(row.sign == 1 for row in _latest(rows, sample)):\n        return False\n    if _alike",
        "    if _alike",
        ("storage/credits/test_ledger",),
    ),
    Fault(
        "a reversal adds a second time",
        "storage/credits/reversals.py",
        '"half_units": -grant.half_units',
        '"half_units": grant.half_units',
        ("storage/credits/test_ledger",),
    ),
    Fault(
        "a reversal leaves the second ledger",
        "storage/credits/reversals.py",
        "    common_ledger.reverse(session, grant.member_id, grant.source, grant.grant_no, by=by, at=at)\n",
        "",
        ("storage/credits/test_ledger", "storage/credits/test_history", "storage/credits/test_ledger_histories"),
    ),
    Fault(
        "a grant after a reversal gets the number of the first",
        "storage/credits/ledger.py",
        "grant_no = 1 + max((row.grant_no for row in rows), default=0)",
        "grant_no = 1",
        ("storage/credits/test_ledger",),
    ),
    Fault(
        "the last day of a period is left out",
        "storage/credits/ledger.py",
        '    .where(_C.earned_on.between(bindparam("first"), bindparam("last")), _COUNTS)\n    .group_by',
        '    .where(_C.earned_on >= bindparam("first"), _C.earned_on < bindparam("last"), _COUNTS)\n    .group_by',
        ("storage/credits/test_ledger",),
    ),
    Fault(
        "a reversed credit stands in the list",
        "storage/credits/ledger.py",
        "if row.reverses_id is None and row.id not in gone)",
        "if row.reverses_id is None)",
        ("storage/credits/test_ledger",),
    ),
    Fault(
        "a source that was granted and reversed counts as never granted",
        "storage/credits/ledger.py",
        "    given = any(not is_undone(mine[0], row) for row in mine[:2] if row.sign == 1)",
        "    given = any(row.sign == 1 for row in mine[:1])",
        ("storage/credits/test_ledger", "storage/study/test_progress"),
    ),
    Fault(
        "a latest grant hides behind its own reversal",
        "storage/credits/ledger.py",
        ".order_by(_C.grant_no.desc(), _C.sign)",
        ".order_by(_C.grant_no.desc(), _C.sign.desc())",
        ("storage/credits/test_ledger",),
    ),
    Fault(
        "a common lecture of the first day does not count",
        "storage/credits/common.py",
        "< rules.common_lecture_from",
        "<= rules.common_lecture_from",
        ("storage/credits/test_history",),
    ),
    Fault(
        "a common lecture of the day before counts",
        "content/rules.py",
        "common_lecture_from: date = date(2019, 12, 1)",
        "common_lecture_from: date = date(2019, 11, 30)",
        ("storage/credits/test_history",),
    ),
    Fault(
        "a common lecture counts however early it was",
        "storage/credits/common.py",
        "    if credit.earned_on < rules.common_lecture_from:\n        return False\n",
        "",
        ("storage/credits/test_history",),
    ),
)
