"""What the commands that import a file say."""

from collections.abc import Mapping
from typing import TextIO

from content.importing.report import OUTCOMES, Kind, Outcome, Standing

UNDER_WAY = "Another import is under way. Nothing was {}; type the command again later."
DONE_ELSEWHERE = "Meanwhile somebody let import {} be done in the chat: look there what came of it."
OWN = "The file grants this officer a credit. Nobody handles their own: take it back in the name of somebody else."
CHANGED = "The record changed {}. Nothing was {}; type the command again."
NOUNS: Mapping[Kind, str] = {Kind.MEMBERS: "member", Kind.CREDITS: "credit", Kind.GRANTS: "credit"}
DONE: Mapping[Kind, str] = {Kind.MEMBERS: "imported", Kind.CREDITS: "imported", Kind.GRANTS: "granted"}
COMMANDS: Mapping[Kind, str] = {
    Kind.MEMBERS: "import-members",
    Kind.CREDITS: "import-credits",
    Kind.GRANTS: "grant-credits",
}
KEPT: Mapping[Kind, str] = {
    Kind.MEMBERS: "{} stayed as they are: used or changed since.",
    **dict.fromkeys((Kind.CREDITS, Kind.GRANTS), "{} had been taken back already."),
}
_SAID: Mapping[Outcome, str] = {
    Outcome.NEW: "new",
    Outcome.CHANGED: "changed",
    Outcome.SAME: "unchanged",
    Outcome.DOUBLE: "left out as on record already",
}
_BESIDE: Mapping[Outcome, str] = {
    Outcome.REFUSED: "refused",
    Outcome.DOUBTFUL: "left out as doubtful",
    Outcome.MISSING: "of the record are not in the file",
    Outcome.COVERED: "whose record is complete from an earlier day on",
}


def print_numbers(found: Standing, out: TextIO) -> None:
    of_file = [one for one in OUTCOMES[found.kind] if one in _SAID]
    rows = sum(map(found.count, of_file))
    said = ", ".join(f"{found.count(one):,} {_SAID[one]}" for one in of_file)
    print(f"{many(rows, NOUNS[found.kind])}: {said}.", file=out)
    for outcome, told in _BESIDE.items():
        if found.count(outcome):
            print(f"{found.count(outcome):,} {told}.", file=out)


def nothing(found: Standing) -> str:
    return f"Nothing was {DONE[found.kind]}."


def many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
