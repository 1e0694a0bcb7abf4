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
        "a step of an import and the end of a course do not see one another",
        "storage/credits/earning.py",
        '    session.execute(_HOLD, {"member": one.member_id})\n',
        "",
        ("storage/credits/test_earning",),
    ),
    Fault(
        "what was earned while an imported credit stood is lost with its import",
        "storage/importing/past_rows.py",
        "    earning.release(session, members, at)\n",
        "",
        ("storage/credits/test_earning",),
    ),
    Fault(
        "a content that is published after an import brings a second credit",
        "storage/credits/alike.py",
        "    if not rows:\n        return None\n    own =",
        "    return None\n    own =",
        ("storage/credits/test_earning",),
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
        '"" if act or terms else',
        '"" if act or terms or row.act else',
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
