"""Faults in letters, updates in, sending out, pages and commands."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a reminder that was taken back is never given again",
        "storage/radio/reminders.py",
        "slot = str(before + 1)",
        'slot = "1"',
        ("handlers/test_radio_reminders", "handlers/test_radio"),
    ),
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
        '    session.execute(_GIVE_UP, {"now": now, "kinds": at_most_once})\n',
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
        "a dead press is answered where nobody hears it",
        "bot/updates/patience.py",
        "    Pressed: Patience(PRESS_LIVES, DAY),",
        "    Pressed: Patience(DAY, DAY),",
        ("bot/updates/test_away",),
    ),
    Fault(
        "the start ends if Telegram can't be reached",
        "bot/waiting.py",
        "        except NetworkError as error:\n",
        "        except ZeroDivisionError as error:\n",
        ("bot/test_start",),
    ),
    Fault(
        "a claim ends before the longest request does",
        "storage/post/letters.py",
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
        "            await self._give_back(claimed)\n",
        "",
        ("bot/sending/test_claims", "bot/test_stop"),
    ),
    Fault(
        "a letter that is claimed counts as perhaps sent",
        "storage/post/letters.py",
        '    row.state, row.claimed_until, row.tries = "claimed", until, row.tries + 1\n',
        '    row.state, row.claimed_until, row.tries = "sending", until, row.tries + 1\n',
        ("storage/post/test_letters", "bot/sending/test_claims"),
    ),
    Fault(
        "a course is remembered at the second at which its third day begins",
        "storage/study/reminders.py",
        'Enrolment.touched_at < bindparam("before"),',
        'Enrolment.touched_at <= bindparam("before"),',
        ("storage/study/test_reminders",),
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
        "an update is acknowledged before its transaction has committed",
        "bot/updates/intake.py",
        "        outcome = await self._surely("
        "incoming, update, lambda: self.turns.take(incoming, lambda: _body(update)))",
        "        done.set()\n"
        "        outcome = await self._surely("
        "incoming, update, lambda: self.turns.take(incoming, lambda: _body(update)))",
        ("bot/updates/test_intake", "bot/updates/test_polling"),
    ),
    Fault(
        "what is refused when slow work is taken up again ends in silence",
        "bot/updates/turns.py",
        "            return await self.record.write(lambda session: self._prepare_again(session, incoming))\n"
        "        except Refusal as raised:\n"
        "            refusal = raised\n"
        "        return await self._end_refused(incoming, refusal)\n",
        "            return await self.record.write(lambda session: self._prepare_again(session, incoming))\n"
        "        except Refusal:\n"
        "            return Repeated()\n",
        ("bot/updates/test_kill_files",),
    ),
    Fault(
        "lanes never tell that they are quiet",
        "bot/updates/order.py",
        "                self._quiet.set()\n",
        "                pass\n",
        ("bot/updates/test_order",),
    ),
    Fault(
        "faults reach no operator",
        "bot/app.py",
        "self.operator = Operator(self.showing, settings.operator_chat, parts.clock, self.figures)",
        "self.operator = Operator(self.showing, None, parts.clock, self.figures)",
        ("bot/test_operator_faults",),
    ),
    Fault(
        "an update that was set aside is not told to the operator",
        "bot/updates/aside.py",
        '        self._operator.tell(f"set aside, {how}", f"Set aside, {how}: update {update_id}, {name}")\n',
        "",
        ("bot/test_operator_faults",),
    ),
    Fault(
        "nothing tells a platform that the bot is well",
        "bot/pages/health.py",
        'Route("/readyz", ready), Route("/health", ready)]',
        'Route("/ready", ready)]',
        ("bot/pages/test_health",),
    ),
    Fault(
        "there are no figures to be watched",
        "bot/pages/monitor.py",
        'return Starlette(routes=[Route("/metrics", metrics), *health])',
        "return Starlette(routes=[*health])",
        ("bot/pages/test_health",),
    ),
    Fault(
        "a page inside Telegram does not look who opened it",
        "bot/pages/watch/answers.py",
        "        check_init_data(init_data, self._token, chat.telegram_id, now)\n",
        "",
        ("bot/pages/test_mini_app", "bot/pages/test_watch", "bot/pages/test_watch_bad_input"),
    ),
    Fault(
        "members are imported with an ID that another of the record has",
        "bot/commands/import_members.py",
        "if holder is not None and holder not in own:",
        "if holder is None and row is None:",
        ("bot/commands/test_import_members", "bot/commands/test_import_members_faults"),
    ),
)
