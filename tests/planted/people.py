"""Faults in logging in, the chat, help, settings, and the room and log of staff."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "one right password empties the bucket of all strangers",
        "storage/people/guards.py",
        "    for gate in (tried.id, tried.person):\n        left",
        "    for gate in (tried.id, tried.person, STRANGERS):\n        left",
        ("storage/people/test_guards",),
    ),
    Fault(
        "a bucket that drips steadily never drains",
        "content/access/guarding.py",
        "since = before.last_at + drained * self.drains_every if level else now",
        "since = now",
        ("content/test_guarding",),
    ),
    Fault(
        "a one-time code is good at the moment of its end",
        "storage/people/codes.py",
        "account.code_until is not None and now < account.code_until",
        "account.code_until is not None and now <= account.code_until",
        ("storage/people/test_members",),
    ),
    Fault(
        "a password that was replaced while it was being verified still lets in",
        "handlers/login.py",
        "is_right = prepared.matches and prepared.work == _verifying(account, text)",
        "is_right = prepared.matches",
        ("handlers/test_login",),
    ),
    Fault(
        "from a chat that is logged in the guesses at another's ID are not counted for that ID",
        "handlers/login.py",
        "own=caller is not None and caller.id == account.id,",
        "own=caller is not None,",
        ("handlers/test_login_waits",),
    ),
    Fault(
        "a proof that was used up sets a second password",
        "handlers/new_password.py",
        "return visit.now < proof.until and members.is_unused(visit.session, proof.member, proof.code)",
        "return visit.now < proof.until",
        ("handlers/test_new_password",),
    ),
    Fault(
        "two processes take a member's message and his press at the same time",
        "storage/people/chats.py",
        '_MEET = _BASE.where(_CHAT.telegram_key == bindparam("key")).with_for_update(of=_CHATS)',
        '_MEET = _BASE.where(_CHAT.telegram_key == bindparam("key"))',
        ("storage/people/test_chats",),
    ),
    Fault(
        "a forged topic is answered as a real one",
        "handlers/help.py",
        "    except ValueError:\n        raise StaleButton from None\n",
        "    except ValueError:\n        topic = Topic.LOGIN\n",
        ("handlers/test_help",),
    ),
    Fault(
        "members without a role are shown the pages of the check-in codes",
        "handlers/staff/receptions.py",
        "    On(Receptions, receptions, may(Act.SHOW_CHECKIN_CODES)),",
        "    On(Receptions, receptions, __import__('handlers.turn').turn.MEMBER),",
        ("handlers/staff/test_room",),
    ),
    Fault(
        "the seal of an act does not say who acted",
        "storage/staff/log.py",
        "said = [previous, number, at.astimezone(UTC).isoformat(), staff_id, member_id, act, body.hex()]",
        "said = [previous, number, at.astimezone(UTC).isoformat(), member_id, act, body.hex()]",
        ("bot/commands/test_log_attacks",),
    ),
    Fault(
        "the removal of the last act is not seen",
        "storage/staff/log_check.py",
        "if last > before.number:",
        "if last > before.number + 1:",
        ("bot/commands/test_log_attacks",),
    ),
    Fault(
        "a key of a member that somebody removed is no finding",
        "storage/staff/log_bodies.py",
        "for run in runs if not run.readable)",
        "for run in runs if False)",
        ("bot/commands/test_log_attacks",),
    ),
    Fault(
        "the head of the log is not noted outside the database",
        "bot/record.py",
        "        self._committed(session)\n",
        "",
        ("bot/test_loghead",),
    ),
)
