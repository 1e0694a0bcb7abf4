"""Faults of activation letters: who gets the file, how often, and whom a code lets in."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "whoever may order letters gets the file that another asked for",
        "storage/activating/opening.py",
        ', _B.asked_by == bindparam("person"), _READY)',
        ", _READY)",
        ("storage/activating/test_opening",),
    ),
    Fault(
        "the link is used up before its file is made",
        "bot/pages/letters/routes.py",
        "lambda session: opening.check(session, link, pin, now)",
        "lambda session: opening.open_once(session, link, pin, now)",
        ("bot/pages/test_letters_page",),
    ),
    Fault(
        "the file of letters is handed out again and again",
        "bot/pages/letters/routes.py",
        "    found = opening.open_once(session, link, pin, now)\n",
        "    found = opening.check(session, link, pin, now)\n",
        ("bot/pages/test_letters_page",),
    ),
    Fault(
        "a wrong number beside the link is not counted",
        "storage/activating/opening.py",
        '        session.execute(_FAIL, {"batch": row.id})\n',
        "",
        ("storage/activating/test_opening",),
    ),
    Fault(
        "the file has letters to people who have logged in since",
        "storage/activating/batches.py",
        "ActivationCode.code.is_not(None), *UNLINKED)",
        "ActivationCode.code.is_not(None))",
        ("storage/activating/test_letters",),
    ),
    Fault(
        "a letter that became void after the birth date sets a password",
        "handlers/access/new_password.py",
        "    return not proof.letter or entering.stands(visit.session, proof.letter, proof.member, visit.now)\n",
        "    return True\n",
        ("handlers/access/test_activation",),
    ),
    Fault(
        "a password with the form of a code is never judged",
        "handlers/access/login.py",
        "    if activation.is_meant(visit, text):\n",
        "    if code.may_be_one(text):\n",
        ("handlers/access/test_activation",),
    ),
    Fault(
        "the chat keeps the code in its note",
        "handlers/access/activation.py",
        "AwaitBirth(hashed(code), codes.hidden(code))",
        "AwaitBirth(hashed(code), code)",
        ("handlers/access/test_activation",),
    ),
    Fault(
        "a code with blanks in it stays in the chat",
        "handlers/access/login.py",
        "by_code, ANYONE, apart=AwaitId, hides=True)",
        "by_code, ANYONE, apart=AwaitId)",
        ("bot/pages/test_letters_page",),
    ),
)
