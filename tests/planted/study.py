"""Faults in courses, watching, the self-assessment and going on."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a credit that staff reversed comes back with the next test, grading or list",
        "storage/credits/earning.py",
        "    if held_back != (True, True) and ledger.was_granted(session, **_content(one)):\n",
        "    if held_back == (False, True):\n",
        ("storage/study/test_progress", "storage/journal/test_sheets", "storage/trainings/test_registration"),
    ),
    Fault(
        "a viewing banks again the time that a fast clock has banked before",
        "storage/study/watching.py",
        "last_at=max([_moment(-((EPOCH - steady) // MILLISECOND)), *ended]),",
        "last_at=_moment(-((EPOCH - steady) // MILLISECOND)),",
        ("storage/study/test_watching", "bot/pages/test_watch"),
    ),
    Fault(
        "a beat is taken with the token of another member's viewing",
        "storage/study/watching.py",
        "(viewing.member_id, viewing.film_id) != (member_id, film.id)",
        "viewing.film_id != film.id",
        ("storage/study/test_watching",),
    ),
    Fault(
        "the last chapter brings no credit when the test was passed before it",
        "storage/study/watching.py",
        "    study.earn_if_due(session, progress.member_id, film.listed, rules, at)\n",
        "",
        ("storage/study/test_watching", "handlers/study/test_quiz_ways"),
    ),
    Fault(
        "files of withdrawn declarations are kept without end",
        "storage/declarations/evidence.py",
        "_UNDECIDED = (State.DRAFT.value, State.SUBMITTED.value, State.WITHDRAWN.value)",
        "_UNDECIDED = (State.DRAFT.value, State.SUBMITTED.value)",
        ("handlers/declarations/test_declare_ceilings",),
    ),
    Fault(
        "each opening of a watch page leaves a row for ever",
        "storage/study/watching.py",
        '    session.execute(_FORGET_OTHERS, {"member": member_id})\n',
        "",
        ("storage/study/test_watching", "bot/test_floods_of_one"),
    ),
    Fault(
        "viewings that have been silent for hours stay live",
        "handlers/study/watch.py",
        '    Due("viewings that are silent", find_idle, end_idle),\n',
        "",
        ("bot/test_tidying",),
    ),
    Fault(
        "an attempt with unanswered questions is graded",
        "storage/study/attempts.py",
        "if attempt.state != OPEN or attempt.sitting.unanswered:",
        "if attempt.state != OPEN:",
        ("storage/study/test_attempts_graded",),
    ),
    Fault(
        "an answer lands between the reading of the answers and the grading",
        "storage/study/attempts.py",
        "_OWN_LOCKED = _OWN.with_for_update(of=_ATTEMPTS)",
        "_OWN_LOCKED = _OWN",
        ("storage/study/test_attempts_races",),
    ),
    Fault(
        "another member's attempt can be read",
        "storage/study/attempts.py",
        "_OWN = _READ.where(*_THIS)",
        '_OWN = _READ.where(_ATTEMPT.id == bindparam("attempt"))',
        ("storage/study/test_attempts",),
    ),
    Fault(
        "a failed attempt gives the key away",
        "handlers/study/quiz.py",
        "if attempt.state != attempts.PASSED:",
        "if attempt.state == attempts.OPEN:",
        ("handlers/study/test_quiz_failed", "handlers/study/test_quiz_passed", "handlers/study/test_quiz_ways"),
    ),
    Fault(
        "what was practised is kept when the test is taken again",
        "handlers/study/quiz.py",
        "    practice.drop(turn.session, turn.member.id, listed.id)\n",
        "",
        ("handlers/study/test_practice_closed", "handlers/study/test_practice_leaves_nothing"),
    ),
    Fault(
        "a question is answered a second time in practice",
        "storage/study/practice.py",
        ".where(PracticeAnswer.answered_at.is_(None), _OPEN)",
        ".where(_OPEN)",
        ("storage/study/test_practice",),
    ),
    Fault(
        "practice tells what no further test can tell",
        "content/study/practice.py",
        "last.sittings >= listed.course.retake.limit:",
        "last.sittings > listed.course.retake.limit:",
        ("handlers/study/test_practice_closed",),
    ),
    Fault(
        "a failed test is remembered as if the member had not been there",
        "handlers/study/quiz.py",
        "    if attempt.state == attempts.FAILED:\n"
        "        enrolments.touch(turn.session, turn.member.id, listed.id, turn.now)\n",
        "    if attempt.state == attempts.FAILED:\n",
        ("handlers/study/test_quiz_failed",),
    ),
    Fault(
        "the watch page gives out films that are not the ticket's",
        "bot/pages/watch/media.py",
        "if sha256 not in {source for source, _ in watching.film(session, ticket.film_id).media}:",
        "if not sha256:",
        ("bot/pages/test_watch_media",),
    ),
)
