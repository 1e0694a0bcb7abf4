"""Faults in letters, papers and answers on their way out."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a letter that was taken back while it was claimed is sent later",
        "storage/post/letters.py",
        "    return LetterRow.id == letter.id, held, LetterRow.claimed_until == letter.claimed_until\n",
        "    return (LetterRow.id == letter.id,)\n",
        ("storage/post/test_letters", "handlers/test_radio_reminders"),
    ),
    Fault(
        "a nudge whose sending was cut off is sent twice",
        "storage/post/letters.py",
        '    session.execute(_GIVE_UP, by(now, CLAIM) | {"kinds": at_most_once})\n',
        "",
        ("storage/post/test_letters",),
    ),
    Fault(
        "an answer is given up after four tries",
        "bot/sending/insisting.py",
        "            if tries >= TRIES and not patient():\n                raise\n",
        "            if tries >= TRIES:\n                raise\n",
        ("bot/updates/test_away",),
    ),
    Fault(
        "a claim ends before the longest request does",
        "storage/post/waiting.py",
        "CLAIM = timedelta(minutes=2)\n",
        "CLAIM = timedelta(minutes=1)\n",
        ("bot/sending/test_claims",),
    ),
    Fault(
        "a letter whose claim ran out while it waited for its place is sent all the same",
        "bot/sending/postman.py",
        "        letter = await self._settling.begin(ready.letter)\n",
        "        letter = await self._settling.begin(ready.letter) or ready.letter\n",
        ("bot/sending/test_claims",),
    ),
    Fault(
        "a settling that meets a lock is not tried again",
        "bot/sending/settling.py",
        "        return await until_kept(lambda: self._record.write(act))\n",
        "        return await self._record.write(act)\n",
        ("bot/sending/test_claims",),
    ),
    Fault(
        "at the end of a process letters stay claimed",
        "bot/sending/delivery.py",
        "        if self._given_up:\n",
        "        if False:\n",
        ("bot/sending/test_claims", "bot/test_stop"),
    ),
    Fault(
        "a letter that is claimed counts as perhaps sent",
        "storage/post/letters.py",
        '.values(state="claimed", claimed_until=bindparam("until"), tries=_TABLE.c.tries + 1)',
        '.values(state="sending", claimed_until=bindparam("until"), tries=_TABLE.c.tries + 1)',
        ("storage/post/test_letters", "bot/sending/test_claims"),
    ),
    Fault(
        "a letter that may come but once is sent again after an unsure sending",
        "bot/sending/postman.py",
        "if letter.key.again and letter.tries < MOST_TRIES:",
        "if letter.tries < MOST_TRIES:",
        (
            "bot/sending/test_delivery",
            "bot/sending/test_every_letter",
        ),
    ),
    Fault(
        "two processes send a member two messages of reminders on one day",
        "storage/post/nudges.py",
        '    session.execute(_HOLD, {"member": member_id})\n',
        "    del session, member_id\n",
        ("storage/post/test_nudges",),
    ),
    Fault(
        "a message of reminders that may have arrived does not count as that of the day",
        "storage/post/nudges.py",
        '_SENT = _L.state.in_(("sent", "unknown"))',
        '_SENT = _L.state.in_(("sent",))',
        ("storage/post/test_nudges", "bot/sending/test_nudging_together"),
    ),
    Fault(
        "a reminder says what was true when it began to wait for its place",
        "bot/sending/postman.py",
        "return None if begun is None else Ready(*begun, ready.content)",
        "return None if begun is None else Ready(begun[0], ready.written, ready.content)",
        ("bot/sending/test_nudging_together",),
    ),
    Fault(
        "those that go in one message are not settled with it",
        "bot/sending/settling.py",
        "            for one in (letter, *letter.others):\n                letters.settle(",
        "            for one in (letter,):\n                letters.settle(",
        ("bot/sending/test_nudging",),
    ),
    Fault(
        "reminders do not wait for the hour of the member",
        "bot/sending/nudging.py",
        "return chosen.hours.nudge_at(day_of(turn.now))",
        "return turn.now",
        ("bot/sending/test_nudging",),
    ),
)
