"""Loaded last by the process from which others are forked (tests/forking.py): what it has by now stays for good.

So the collector of garbage need not go through it again in each of them. That took half a second of a processor, which
was most of what a bot in a process of its own needed to begin.
"""

import gc

from storage import migrations

migrations._newest()  # it is looked up once in each process, among seventy files
gc.collect()
gc.freeze()
