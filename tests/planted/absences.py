"""Faults by which something appears that must not: only a test that could find it sees them."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a login ID that lacks a digit is filled up",
        "content/access/login_id.py",
        "    if text.isdigit():\n",
        "    text = text + '0' if len(text) == 9 and text.isdigit() else text\n    if text.isdigit():\n",
        ("content/text/test_folding",),
    ),
    Fault(
        "a page that was seen is doubted",
        "handlers/screens/links.py",
        "if any(link.verified is None for link in shown.items) else []",
        "if shown.items else []",
        ("handlers/test_help::test_a_page_that_was_seen_is_not_doubted",),
    ),
    Fault(
        "the list of codes is the first member's for everybody",
        "handlers/study/browse.py",
        "    history = ledger.history(turn.session, turn.member.id)\n    window",
        "    history = ledger.history(turn.session, 1)\n    window",
        ("handlers/credits/test_credits::test_credits_are_private",),
    ),
    Fault(
        "a reminder is offered when its moment has come",
        "handlers/screens/radio.py",
        "    if now >= reminds_at(one, rules, view.hours):\n        return None\n",
        "",
        ("handlers/test_radio_reminders",),
    ),
    Fault(
        "a warning of a library is not told",
        "bot/logs.py",
        "super().__init__(logging.WARNING)",
        "super().__init__(logging.ERROR)",
        ("bot/test_logs",),
    ),
    Fault(
        "what a library says in passing is told",
        "bot/logs.py",
        "super().__init__(logging.WARNING)",
        "super().__init__(logging.INFO)",
        ("bot/test_logs",),
    ),
    Fault(
        "a declaration that was decided offers to take it back",
        "handlers/screens/declarations/declare.py",
        "    if one.may(Act.WITHDRAW):\n",
        "    if not one.may(Act.CHANGE):\n",
        ("handlers/declarations/test_declare::test_a_refusal_says_why_and_can_be_declared_again",),
    ),
    Fault(
        "after the end of April a declaration still offers to submit it",
        "handlers/screens/declarations/declare.py",
        "if one.may(Act.SUBMIT) and can_earn and not view.closed:",
        "if one.may(Act.SUBMIT) and can_earn:",
        ("handlers/declarations/test_declare::test_after_the_end_of_april",),
    ),
)
