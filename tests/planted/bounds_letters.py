"""Faults in claiming and settling letters, and in keeping updates."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a claim is over after one minute",
        "storage/post/letters.py",
        "CLAIM = timedelta(minutes=2)",
        "CLAIM = timedelta(minutes=1)",
        ("storage/post/test_letters",),
    ),
    Fault(
        "a claim lasts three minutes",
        "storage/post/letters.py",
        "CLAIM = timedelta(minutes=2)",
        "CLAIM = timedelta(minutes=3)",
        ("storage/post/test_letters",),
    ),
    Fault(
        "a letter is not due at its own moment",
        "storage/post/letters.py",
        '_DUE = and_(_OPEN, LetterRow.due_at <= bindparam("now")',
        '_DUE = and_(_OPEN, LetterRow.due_at < bindparam("now")',
        ("storage/post/test_letters",),
    ),
    Fault(
        "a claim that has run out is never made again",
        "storage/post/letters.py",
        "or_(LetterRow.state == _WAITING, _CUT_OFF))",
        "LetterRow.state == _WAITING)",
        ("storage/post/test_letters",),
    ),
    Fault(
        "the latest letters are claimed first",
        "storage/post/letters.py",
        '.order_by(LetterRow.due_at, LetterRow.id)\n    .limit(bindparam("limit"))',
        '.order_by(LetterRow.due_at.desc(), LetterRow.id)\n    .limit(bindparam("limit"))',
        ("storage/post/test_letters",),
    ),
    Fault(
        "what may go only once goes again after a kill",
        "storage/post/letters.py",
        '    session.execute(_GIVE_UP, {"now": now, "kinds": at_most_once})\n',
        "",
        ("storage/post/test_letters", "bot/sending/test_delivery"),
    ),
    Fault(
        "a try that counts is not counted",
        "storage/post/letters.py",
        "tries=LetterRow.tries - (0 if counts else 1)",
        "tries=LetterRow.tries - 1",
        ("storage/post/test_letters", "bot/sending/test_delivery"),
    ),
    Fault(
        "a letter that was taken back is put back by a failure",
        "storage/post/letters.py",
        'where(LetterRow.id == letter_id, LetterRow.state == "claimed")',
        "where(LetterRow.id == letter_id)",
        ("storage/post/test_letters", "bot/sending/test_delivery"),
    ),
    Fault(
        "a letter that waits for tomorrow counts as late today",
        "storage/post/letters.py",
        '_UNSENT = (_OPEN, LetterRow.due_at <= bindparam("now"))',
        "_UNSENT = (_OPEN,)",
        ("storage/post/test_letters", "bot/pages/test_health"),
    ),
    Fault(
        "updates are kept for a day only",
        "storage/post/updates.py",
        "KEPT = timedelta(hours=48)",
        "KEPT = timedelta(hours=24)",
        ("bot/test_tidying",),
    ),
)
