"""Faults in the two ledgers, certificates, fees and what explains them."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "after a reversal the same content never brings a credit again",
        "storage/credits/ledger.py",
        "grant_no = 1 + max((row.grant_no for row in rows), default=0)",
        "grant_no = 1",
        ("storage/credits/test_ledger_histories",),
    ),
    Fault(
        "the grading of a sheet brings back what staff took back",
        "storage/journal/due.py",
        "    if ledger.was_granted(session, sheet.member_id, issue.source, sample=issue.sample):\n"
        "        return  # what staff reversed does not come back by itself\n",
        "",
        ("storage/journal/test_sheets",),
    ),
    Fault(
        "of two of staff at once both take a credit back, and the second is told nothing",
        "handlers/staff/crediting/reversing.py",
        "    eligible.hold_alone(turn.session, press.member)\n    found = _standing(turn, press.member, press.credit)\n"
        "    if isinstance(found, Outcome):\n",
        "    found = _standing(turn, press.member, press.credit)\n    if False:\n",
        ("handlers/staff/test_reversing",),
    ),
    Fault(
        "what is granted was not shown",
        "handlers/staff/crediting/granting.py",
        "    if _fingerprint(turn, one) != press.shown:\n",
        "    if not press.shown:\n",
        ("handlers/staff/test_granting",),
    ),
    Fault(
        "a credit of no act in the log is attested",
        "content/proving/comparing.py",
        "        if act is None and terms is None:\n",
        "        if act is None and terms is None and not row.act:\n",
        ("storage/proofs/test_granted",),
    ),
    Fault(
        "the code of a reversed credit still counts",
        "storage/credits/ledger.py",
        "        for row in rows\n        if row.half_units\n",
        "        for row in rows\n",
        ("storage/credits/test_ledger", "storage/credits/test_ledger_histories"),
    ),
    Fault(
        "the second to draw a certificate replaces the file that was given out",
        "storage/certificates/certificates.py",
        '_C.id == bindparam("certificate"), _C.paper_sha256.is_(None))',
        '_C.id == bindparam("certificate"))',
        ("storage/certificates/test_certificates",),
    ),
    Fault(
        "who asks again on another day is given another paper",
        "storage/certificates/certificates.py",
        "json.dumps(alike.to_document()",
        "json.dumps(facts.to_document()",
        ("storage/certificates/test_certificates",),
    ),
    Fault(
        "a certificate shows what another association certifies",
        "content/certificates/certifying.py",
        "    if one.elsewhere is not None:\n        return CertifiedElsewhere(one.elsewhere)\n",
        "",
        ("handlers/trainings/test_checkin_journey", "content/certificates/test_certifying"),
    ),
    Fault(
        "a forged button queues a notice though nothing was earned today",
        "handlers/certificates/issuing.py",
        "    if not drafting.draft(turn, wish).tomorrow:\n        raise StaleButton\n",
        "",
        ("handlers/certificates/test_certificate_tomorrow",),
    ),
    Fault(
        "a forged period of the fees may reach beyond today",
        "handlers/credits/fees.py",
        "if not period.first <= period.last <= day_of(turn.now):",
        "if not period.first <= period.last:",
        ("handlers/credits/test_fees_ways", "handlers/credits/test_fees"),
    ),
    Fault(
        "what came to nothing leaves /why one day too early",
        "handlers/credits/missing.py",
        "day_of(self.turn.now) - day > timedelta(",
        "day_of(self.turn.now) - day >= timedelta(",
        ("handlers/credits/test_why", "handlers/credits/test_why_kinds"),
    ),
)
