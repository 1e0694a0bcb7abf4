"""Faults in imports that are worked out before their transactions, in a process apart."""

from tests.planted.fault import Fault

PREPARING, APART = "storage/importing/test_preparing", "bot/test_import_apart"
LOST = "bot/test_import_answers_lost"
APPLYING, ROWS, STEPS = "storage/importing/applying.py", "storage/importing/member_rows.py", "bot/import_steps.py"
IMPORTING = "bot/importing.py"
FAULTS = (
    Fault(
        "a row that an erasure took away is applied, because it was read before",
        APPLYING,
        "return here and staged.count(session, number, prepared.place, prepared.count) == prepared.rows",
        "return here",
        (PREPARING,),
    ),
    Fault(
        "what was prepared for one place is applied at another",
        APPLYING,
        "    here = prepared.place == job.done\n",
        "    here = True\n",
        (PREPARING,),
    ),
    Fault(
        "a new member's values are sealed for a number that somebody else got",
        ROWS,
        "ready.sealed if ids[0] == ready.expected else",
        "ready.sealed or",
        (PREPARING,),
    ),
    Fault(
        "a member is added although another one has the MAMIS ID by now",
        ROWS,
        "    select(Member.id).where(Member.mamis_key.in_(",
        "    select(Member.id).where(Member.one_time_key.in_(",
        (PREPARING,),
    ),
    Fault(
        "a write of a report is left out if the process died after the one before",
        STEPS,
        "        yield lambda _session: None\n",
        "",
        (LOST,),
    ),
    Fault(
        "a report that can never be made is tried for ever",
        "storage/importing/imports.py",
        "    elif state is State.READING:\n        settle(session, number, State.DROPPED, now, GONE)\n",
        "",
        (APART,),
    ),
    Fault(
        "the process of an import does not end with it",
        IMPORTING,
        "            await self._steps.close()\n\n    async def next_step",
        "            pass\n\n    async def next_step",
        (APART,),
    ),
    Fault(
        "an import whose process died is given up at once",
        IMPORTING,
        "        if self._breaks == TRIES:\n",
        "        if self._breaks:\n",
        (APART,),
    ),
)
