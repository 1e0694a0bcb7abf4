"""python -m tests.bench: a durable tap beside bare echoes, a look at a long ledger, tables that have grown old, a
reminder and an announcement to everybody, certificates: what they cost, and whether a guess at them tells anything; the
import of all members; and searches.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from tests.bench.aged import Age, aged
from tests.bench.figures import Size
from tests.bench.guesses import Guessed, guesses
from tests.bench.imports import Importing, importing
from tests.bench.letters import Mailing, mailing
from tests.bench.looks import Ledger, looks
from tests.bench.match import match
from tests.bench.papers import Papers, papers
from tests.bench.proof import Proof, proof
from tests.bench.results import PAGE, Kept, page
from tests.bench.searches import Searches, searches

Given = Mapping[str, Any]


def _match(given: Given, out: TextIO) -> None:
    asyncio.run(match(Size(**{one.name: given[one.name] for one in fields(Size)}), out, given["against"]))


def _looks(given: Given, out: TextIO) -> None:
    looks(Ledger(given["members"], given["each"]), out)


def _aged(given: Given, out: TextIO) -> None:
    aged(Age(given["rows"], given["times"]), out)


def _letters(given: Given, out: TextIO) -> None:
    mailing(Mailing(**{one.name: given[one.name] for one in fields(Mailing)}), out)


def _papers(given: Given, out: TextIO) -> None:
    papers(Papers(**{one.name: given[one.name] for one in fields(Papers)}), out)


def _guesses(given: Given, out: TextIO) -> None:
    asyncio.run(guesses(Guessed(given["guesses"]), out))


def _proof(given: Given, out: TextIO) -> None:
    proof(Proof(given["proved"], given["credits_each"]), out)


def _imports(given: Given, out: TextIO) -> None:
    importing(Importing(**{one.name: given[one.name] for one in fields(Importing)}), out)


def _searches(given: Given, out: TextIO) -> None:
    searches(Searches(given["titles"], given["asks"]), out)


PARTS: Mapping[str, Callable[[Given, TextIO], None]] = {
    "match": _match,
    "looks": _looks,
    "aged": _aged,
    "letters": _letters,
    "papers": _papers,
    "guesses": _guesses,
    "proof": _proof,
    "imports": _imports,
    "searches": _searches,
}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    for field in (
        one
        for size in (Size, Ledger, Age, Mailing, Papers, Guessed, Proof, Importing, Searches)
        for one in fields(size)
    ):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    parser.add_argument("--against", default="", metavar="REF", help="another version of the product, by git")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS), help="what to measure; all of it")
    parser.add_argument("--results", default=str(PAGE), metavar="FILE", help="the page to write; empty for none")
    given = vars(parser.parse_args(arguments))
    for part in given["parts"]:
        kept = Kept(sys.stdout)
        PARTS[part](given, kept)
        if given["results"]:
            _write(Path(given["results"]), {part: kept.getvalue()}, arguments)


def _write(file: Path, printed: Mapping[str, str], arguments: list[str]) -> None:
    """After each part, so that one that fails an hour later takes nothing along."""
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(page(before, printed, arguments, datetime.now(UTC).date()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
