"""python -m tests.bench: a durable tap beside bare echoes, a look at a long ledger, and tables that have grown old."""

import argparse
import asyncio
import sys
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.aged import Age, aged
from tests.bench.figures import Size
from tests.bench.looks import Ledger, looks
from tests.bench.match import match
from tests.bench.results import PAGE, Kept, page


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    for field in (*fields(Size), *fields(Ledger), *fields(Age)):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    parser.add_argument("--against", default="", metavar="REF", help="another version of the product, by git")
    parser.add_argument("--results", default=str(PAGE), metavar="FILE", help="the page to write; empty for none")
    given = vars(parser.parse_args(arguments))
    out = Kept(sys.stdout)
    asyncio.run(match(Size(**{one.name: given[one.name] for one in fields(Size)}), out, given["against"]))
    looks(Ledger(given["members"], given["each"]), out)
    aged(Age(given["rows"], given["times"]), out)
    if given["results"]:
        Path(given["results"]).write_text(page(out.getvalue(), arguments, datetime.now(UTC).date()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
