"""How a process that works for the bot begins, and ends with it.

What takes long in Python is done in one: here it would hold up every member's turn. It is spawned, because a fork would
copy locks that the bot's other threads hold.
"""

import multiprocessing
import os
import signal
import threading

BEGINS = "spawn"
NICE = 10
"""The machine gives the processor to members' turns first."""


def begin(nice: int = NICE) -> None:
    """What a worker does first."""
    os.nice(nice)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the bot decides when workers end
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the bot dies. Without it a worker whose parent was killed would wait for work for ever.

    The wait ends because multiprocessing keeps a pipe to the parent, so this works on every system.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
