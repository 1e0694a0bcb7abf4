"""Faults in the proof of the credits: each would let a wrong ledger pass, or call a right one wrong."""

from tests.planted.fault import Fault

SEEN = ("storage/proofs/test_planted_credits",)
FAULTS = (
    Fault(
        "a credit that is missing is not named",
        "content/proving/comparing.py",
        "ground.due and all(row.id in back",
        "ground.due and grants and all(row.id in back",
        SEEN,
    ),
    Fault(
        "a credit that rests on nothing is not named",
        "content/proving/comparing.py",
        "            if row.id not in gone:  # one that was reversed counts for nothing\n",
        "            if row.id in gone:\n",
        SEEN,
    ),
    Fault(
        "the second ledger is not looked at for a grant without its row",
        "content/proving/comparing.py",
        "        if wanted is not None:\n",
        "        if wanted is not None and row is not None:\n",
        SEEN,
    ),
    Fault(
        "a common lecture stands after its credit was reversed",
        "content/proving/comparing.py",
        "    if stands and not credit_stands:\n",
        "    if not stands and not credit_stands:\n",
        SEEN,
    ),
    Fault(
        "a common lecture is taken back alone",
        "content/proving/comparing.py",
        "    if credit_stands and not stands:\n",
        "    if not credit_stands and not stands:\n",
        SEEN,
    ),
    Fault(
        "a second grant may stand beside the first one",
        "content/proving/order.py",
        "        if earlier not in turned:\n",
        "        if earlier in turned:\n",
        SEEN,
    ),
    Fault(
        "a reversal needs no reason",
        "content/proving/order.py",
        "    if not row.explained and grant",
        "    if row.explained and not row.explained and grant",
        SEEN,
    ),
    Fault(
        "a chapter counts however little of it is watched",
        "storage/proofs/courses.py",
        ".complete(rulebook.now(completed_at).watch_threshold_pct)",
        ".complete(0)",
        SEEN,
    ),
    Fault(
        "a test counts as passed whatever was answered",
        "storage/proofs/courses.py",
        "ticked.get(place) == wording.key[question]",
        "ticked.get(place) is not None",
        SEEN,
    ),
    Fault(
        "a sheet counts whatever its answers",
        "storage/proofs/journal.py",
        " or not rules.passes_journal(right, len(key))",
        "",
        SEEN,
    ),
    Fault(
        "a declaration needs no evidence",
        "storage/proofs/declarations.py",
        " and bool(row.half_units) and bool(row.files)\n",
        " and bool(row.half_units)\n",
        SEEN,
    ),
    Fault(
        "a member may have accepted the declaration",
        "storage/proofs/declarations.py",
        "row.decided_by not in (None, row.member_id)",
        "row.decided_by is not None",
        SEEN,
    ),
    Fault(
        "more units may be registered than the training has",
        "storage/proofs/trainings.py",
        "1 <= (row.half_units or 0) <= row.whole",
        "1 <= (row.half_units or 0)",
        SEEN,
    ),
    Fault(
        "what is only just being written is told as a fault",
        "bot/commands/verify_credits.py",
        "faults=[one for one in found.faults if one in again])",
        "faults=[one for one in found.faults if again or one])",
        ("bot/commands/test_verify_credits",),
    ),
)
