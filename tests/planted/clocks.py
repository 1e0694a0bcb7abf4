"""Faults in what goes by the clock, whatever the machine's clock is set to."""

from tests.planted.fault import Fault

FAULTS = (
    Fault(
        "a jump of the machine's clock is followed",
        "bot/clock.py",
        "        if abs(machines - ours) > NEAR:\n",
        "        if machines is ours:\n",
        ("bot/test_clock", "bot/test_wrong_clock", "bot/sending/test_claims"),
        by_each=True,
    ),
    Fault(
        "Telegram's word on the time is not heard",
        "bot/clock.py",
        "        if _may_be(ours, made_at, took):\n",
        "        if _may_be(ours, ours, took):\n",
        ("bot/test_clock",),
    ),
    Fault(
        "a page of somebody else tells the time",
        "bot/sending/transport.py",
        '    if not body.startswith(b"{"):\n        return None\n',
        "",
        ("bot/sending/test_telegrams_time",),
    ),
    Fault(
        "no tick comes until a clock that was set back has come there again",
        "bot/schedule.py",
        "            if job.next_run_time > now + timedelta(seconds=TICK_S):\n",
        "            if job.next_run_time is None:\n",
        ("bot/test_due",),
    ),
    Fault(
        "what a process claimed whose clock was a day fast is held for a day",
        "storage/engine/claims.py",
        '    return or_(until < bindparam("now"), until > bindparam("latest"))\n',
        '    return until < bindparam("now")\n',
        ("storage/test_fast_clock",),
    ),
    Fault(
        "a claim of a clock that is a little fast is not respected",
        "storage/engine/claims.py",
        "    return now + 2 * lasts\n",
        "    return now + lasts\n",
        ("storage/test_fast_clock",),
    ),
)
