"""Faults in the life of a certificate: what puts it in doubt, what replaces it, who revokes it."""

from tests.planted.fault import Fault

DOUBTS = "content/verifying/doubts.py"
LOOKS = "storage/certificates/doubts.py"
REPLACING = "storage/certificates/replacing.py"
ENDING = "handlers/staff/ending.py"
CHECKS = "storage/certificates/checks.py"
MIGRATION = "storage/migrations/versions/0038_certificate_lives.py"

FAULTS = (
    Fault(
        "a number that was not wanted on the paper puts its certificate in doubt",
        DOUBTS,
        "prints = before or kind is not Kind.REGISTRY_NO",
        "prints = True",
        ("storage/certificates/test_doubts",),
    ),
    Fault(
        "a reversed credit puts every certificate of its days in doubt",
        DOUBTS,
        "line.day == day and line.code == code and line.title in titles",
        "line.day == day and line.code == code",
        ("storage/certificates/test_doubts",),
    ),
    Fault(
        "the trigger on credits leaves out the last day of a period",
        MIGRATION,
        "NEW.earned_on BETWEEN c.period_from AND c.period_to AND",
        "NEW.earned_on >= c.period_from AND NEW.earned_on < c.period_to AND",
        ("storage/certificates/test_doubts",),
    ),
    Fault(
        "a key that is replaced puts certificates in doubt",
        MIGRATION,
        'f"CREATE TRIGGER members_doubt_{column} AFTER UPDATE OF imported_at ON members"\n',
        'f"CREATE TRIGGER members_doubt_{column} AFTER UPDATE ON members"\n',
        ("storage/certificates/test_doubts",),
    ),
    Fault(
        "who issues a certificate does not hold its member",
        "storage/certificates/eligible.py",
        ".with_for_update(read=True)",
        "",
        ("storage/certificates/test_doubts",),
    ),
    Fault(
        "the old certificate ends before the new paper is on record",
        REPLACING,
        "    if drawn:\n        settle(",
        "    if drawn or True:\n        settle(",
        ("storage/certificates/test_replacing",),
    ),
    Fault(
        "one that was revoked meanwhile is called replaced",
        REPLACING,
        "        if ends.last(session, row.certificate_id) is None:\n",
        "        if True:\n",
        ("storage/certificates/test_replacing",),
    ),
    Fault(
        "a certificate that holds no more is given out again",
        "storage/certificates/certificates.py",
        "    if ends.last(session, found) is None:\n        return found\n",
        "    return found\n",
        ("storage/certificates/test_checks",),
    ),
    Fault(
        "one of before whose facts were erased is not numbered",
        CHECKS,
        "facts.half_units if facts else 0",
        "facts.half_units",
        ("storage/certificates/test_checks",),
    ),
    Fault(
        "an officer replaces what was not shown",
        ENDING,
        "    if found.shown != press.shown:\n",
        "    if False:\n",
        ("handlers/staff/test_ending",),
    ),
    Fault(
        "an officer handles their own certificate",
        ENDING,
        "    if case.member_id == turn.person_id:\n        return Outcome.OWN\n",
        "",
        ("handlers/staff/test_ending",),
    ),
    Fault(
        "an officer confirms an act of the owners",
        "handlers/staff/joint.py",
        "    if role_for(shown.asked.act.right, mine) is not None:\n",
        "    if mine:\n",
        ("handlers/staff/test_joint_rights",),
    ),
)
