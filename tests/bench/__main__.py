"""python -m tests.bench: a durable tap beside a bare echo of python-telegram-bot, and a look at a long ledger."""

import argparse
import asyncio
import sys
from dataclasses import fields

from tests.bench.figures import Size
from tests.bench.looks import Ledger, looks
from tests.bench.match import match


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    for field in (*fields(Size), *fields(Ledger)):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    given = vars(parser.parse_args(arguments))
    asyncio.run(match(Size(**{one.name: given[one.name] for one in fields(Size)}), sys.stdout))
    looks(Ledger(given["members"], given["each"]), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
