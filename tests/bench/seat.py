"""Run inside the tree of another version: seats people on a record of that version, or counts what it acted upon.

    seat KEY PEOPLE TAPS URL FILE …   migrates each database, seats the people, and writes their taps into the file that
                                      stands behind it, a line a person
    kept KEY URL …                    prints how many updates are on each record as acted upon, a line a record

It reads no module of ours by its present place alone, since an older version has it elsewhere.
"""

import importlib
import json
import sys
from pathlib import Path
from typing import Any

PLACES = {
    "cipher": ("storage.engine.cipher", "storage.cipher"),
    "sessions": ("storage.engine.sessions", "storage.sessions"),
}


def module(name: str) -> Any:
    """The module at the first of its places that there is."""
    for place in PLACES[name]:
        try:
            return importlib.import_module(place)
        except ModuleNotFoundError:
            continue
    raise ModuleNotFoundError(f"this version has its {name} in a place that the bench does not know")


def seat(key: str, people: str, taps: str, url: str, file: str, *more: str) -> None:
    cipher = module("cipher").Cipher(module("cipher").read_keys(key))
    importlib.import_module("tests.databases").migrated(url, cipher)
    sessions = module("sessions").Sessions(url, cipher)
    seated = importlib.import_module("tests.bench.taps").seated(sessions, int(people))
    with Path(file).open("w", encoding="utf-8") as out:
        for person in seated:
            presses = [seated.press(person).decode() for _ in range(int(taps))]
            out.write(json.dumps([person, presses]) + "\n")
    sessions.close()
    if more:
        seat(key, people, taps, *more)


def kept(key: str, *urls: str) -> None:
    for url in urls:
        sessions = module("sessions").Sessions(url, module("cipher").Cipher(module("cipher").read_keys(key)))
        print(importlib.import_module("tests.bench.taps").acted_upon(sessions))
        sessions.close()


if __name__ == "__main__":
    if sys.argv[1] == "seat":
        seat(*sys.argv[2:])
    else:
        kept(*sys.argv[2:])
