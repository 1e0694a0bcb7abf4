"""Faults in letters, updates in, sending out, pages and commands."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a reminder that was taken back is never given again",
        "storage/radio/reminders.py",
        '    .values(state="waiting", written_at=bindparam("at"), due_at=bindparam("due"), tries=0)\n',
        '    .values(written_at=bindparam("at"), due_at=bindparam("due"), tries=0)\n',
        ("handlers/test_radio_reminders", "handlers/test_radio"),
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
        "a dripping head or body puts its deadline off",
        "bot/lobby.py",
        "        if phase is not self._phase:\n            self._enter(phase)\n",
        "        self._enter(phase)\n",
        ("bot/test_lobby",),
    ),
    Fault(
        "a tap waits for a whole row of new connections",
        "bot/serving.py",
        "AT_ONCE = 1\n",
        "AT_ONCE = 16\n",
        ("bot/test_lobby",),
    ),
    Fault(
        "half-open connections keep whole requests out",
        "bot/lobby.py",
        "            next(iter(self._waiting), newest).end()\n",
        "            newest.end()\n",
        ("bot/test_lobby", "bot/test_flood"),
    ),
    Fault(
        "there may be as many connections as come",
        "bot/lobby.py",
        "        if len(newest.connections) > self._most:\n",
        "        if len(newest.connections) > 10**self._most:\n",
        ("bot/test_lobby", "bot/test_flood"),
    ),
    Fault(
        "watching goes by the machine's clock, which may be set",
        "storage/study/watching.py",
        "_ms(steady or at), rules.watch_speed_pct)",
        "_ms(at), rules.watch_speed_pct)",
        ("bot/pages/test_watch_clock",),
    ),
    Fault(
        "a clock that is right again never pays back what it gave too early",
        "content/study/watching.py",
        "spare_ms=min(viewing.spare_ms, 0) - GAP_MS * speed_pct // 100)",
        "spare_ms=viewing.spare_ms)",
        ("content/study/test_watching",),
    ),
    Fault(
        "a course is remembered at the second at which its third day begins",
        "storage/study/reminders.py",
        'Enrolment.touched_at < bindparam("end", type_=Moment),',
        'Enrolment.touched_at <= bindparam("end", type_=Moment),',
        ("storage/study/test_reminders",),
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
        "a button pressed five times sends five papers",
        "bot/updates/turns.py",
        "        if self._is_repeated(visit, incoming.what):\n",
        "        if False:\n",
        ("bot/updates/test_pressed_again", "bot/updates/test_pressed_walk"),
    ),
    Fault(
        "going forward, back and forward again stops at the last",
        "content/pressing.py",
        "(one.new or not others)",
        "bool(one.message)",
        ("content/test_pressing", "bot/updates/test_pressed_again"),
    ),
    Fault(
        "a thousand messages of one person hold everybody up",
        "bot/updates/intake.py",
        "        if self._is_too_fast(found.telegram_id):\n",
        "        if found.telegram_id is None:\n",
        ("bot/test_floods_of_one",),
    ),
    Fault(
        "three hundred openings of one link are all in work",
        "bot/ceilings.py",
        "        if lane.inside >= self._most:\n            raise TooMuchAtOnce\n",
        "",
        ("bot/test_floods_of_one",),
    ),
    Fault(
        "a paper that is on its way is queued again and again",
        "handlers/certificates/issuing.py",
        "requested.ask(turn.session, member_id=turn.member.id, key=CertificatePaper(certificate_id), at=turn.now)",
        "letters.put(turn.session, member_id=turn.member.id, key=CertificatePaper(certificate_id), at=turn.now, "
        "slot=str(turn.update_id))",
        ("bot/test_floods_of_one::test_a_paper_that_is_on_its_way_is_asked_for_again",),
    ),
    Fault(
        "a page that anybody may look at opens for a member whose role was taken",
        "bot/pages/checkin/routes.py",
        "if shown_by is not None and not may(Act.SHOW_CHECKIN_CODES, roles.roles(session, shown_by)):",
        "if shown_by is not None and not shown_by:",
        ("bot/pages/test_checkin_page",),
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
        "            check_init_data(init_data, self._token, chat.telegram_id, now)\n",
        "            pass\n",
        ("bot/pages/test_mini_app", "bot/pages/test_watch_logins", "bot/pages/test_watch_bad_input"),
    ),
    Fault(
        "a page inside Telegram need not say who opened it",
        "bot/pages/watch/answers.py",
        'if ticket.in_app or "init_data" in told:',
        'if "init_data" in told:',
        ("bot/pages/test_watch_logins",),
    ),
    Fault(
        "a link to watch lives again when its member logs in elsewhere",
        "bot/pages/watch/answers.py",
        "if chat is None or chat.caller is None or chat.caller.login != ticket.login:",
        "if chat is None:",
        ("bot/pages/test_watch_logins",),
    ),
    Fault(
        "links to watch renew each other for ever",
        "bot/links.py",
        "until=min(now + WATCH_LASTS, self.latest)",
        "until=now + WATCH_LASTS",
        ("bot/pages/test_watch_logins",),
    ),
    Fault(
        "members are imported with an ID that another of the record has",
        "storage/importing/planning.py",
        "if holder is not None and (member is None or holder != member.id):",
        "if holder is None and row is None:",
        ("bot/commands/test_import_members", "bot/commands/test_import_members_faults"),
    ),
)
