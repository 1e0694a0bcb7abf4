"""Faults in trainings, declarations and the journal, for members and for the staff who decide."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "every sample of a training is gone",
        "content/trainings/*.yaml",
        "",
        "",
        ("content/test_trainings",),
    ),
    Fault(
        "a right code leaves the wrong ones counted",
        "storage/trainings/checkin.py",
        "            guards.clear(session, gate)\n",
        "",
        ("storage/trainings/test_checkin",),
    ),
    Fault(
        "a late claim is refused on the last day of its term",
        "storage/trainings/checkin.py",
        "late = day_of(now) > training.held_on + timedelta(days=rules.late_claim_days)",
        "late = day_of(now) >= training.held_on + timedelta(days=rules.late_claim_days)",
        ("storage/trainings/test_checkin", "handlers/test_claims_journey"),
    ),
    Fault(
        "a training that begins when another ends can't be entered",
        "storage/trainings/attendances.py",
        'Training.ends_at > bindparam("starts"),',
        'Training.ends_at >= bindparam("starts"),',
        ("storage/trainings/test_checkin",),
    ),
    Fault(
        "what staff reversed comes back when the list is registered again",
        "storage/trainings/registration.py",
        "if ledger.was_granted(session, member_id, training.source):",
        "if ledger.has(session, member_id, training.source):",
        ("storage/trainings/test_registration",),
    ),
    Fault(
        "staff accept their own late claim",
        "storage/trainings/claims.py",
        "    if card.member_id == staff_id:\n        return Outcome.OWN\n",
        "",
        ("storage/trainings/test_claims",),
    ),
    Fault(
        "a claim that was written too late is put before staff",
        "handlers/checkin.py",
        "turn.chat.id, None)\n    if not checkin.may_claim(mine, turn.now, turn.rules):\n",
        "turn.chat.id, None)\n    if not mine:\n",
        (
            "handlers/test_claims_journey",
            "handlers/test_checkin_journey",
        ),
    ),
    Fault(
        "an accepted declaration counts by the rules of the day of the decision",
        "storage/declarations/decisions.py",
        "rules=rulebook.at(held_on),",
        "rules=rulebook.now(at),",
        ("storage/declarations/test_decisions",),
    ),
    Fault(
        "the files of a refused declaration go over to the next one",
        "storage/declarations/declarations.py",
        "if former.state is State.WITHDRAWN:",
        "if former.state:",
        ("storage/declarations/test_declarations", "handlers/test_declare"),
    ),
    Fault(
        "a look at evidence leaves no line in the log",
        "handlers/staff/declarations.py",
        '    acting.write(turn, "viewed_evidence", shown.declared.member_id, acting.looking(turn), {}, facts)\n',
        "",
        ("handlers/staff/test_declarations", "handlers/test_declarations_desk"),
    ),
    Fault(
        "a file is sent to one who has lost the role",
        "handlers/staff/declarations.py",
        "if not rights.may(Act.DECIDE_DECLARATIONS, roles.roles(turn.session, turn.member.id)):",
        "if not turn.member:",
        ("handlers/staff/test_declarations", "handlers/test_declarations_desk"),
    ),
    Fault(
        "a forged negative number decides for a reason that no button has",
        "handlers/staff/casework.py",
        "if not 0 <= reason < len(reasons):",
        "if not reason < len(reasons):",
        ("handlers/staff/test_claims",),
    ),
    Fault(
        "a sheet of the journal is submitted with questions open",
        "storage/journal/sheets.py",
        "    if sheet.ticks.unanswered:\n        raise StaleButton\n",
        "",
        ("storage/journal/test_issues", "storage/journal/test_sheets"),
    ),
    Fault(
        "an issue is graded by the rules of the day of grading",
        "storage/journal/due.py",
        "rules = rulebook.now(submitted_at)",
        "rules = rulebook.now(now)",
        ("storage/journal/test_issues",),
    ),
)
