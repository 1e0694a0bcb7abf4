"""python -m tests.planted [WORD]: plants every fault, or those whose description or file holds the word.

The exit code is 1 if a fault was not found.
"""

import sys

from tests.planted.listed import FAULTS
from tests.planted.planting import Verdict, plant_all


def main(word: str) -> int:
    wanted = [one for one in FAULTS if word in one.breaks or word in one.file]
    found = 0
    for seen in plant_all(wanted):
        found += seen.verdict is Verdict.FOUND
        print(f"{seen.verdict.value:8}  {seen.fault.file}: {seen.fault.breaks}\n          {seen.said}", flush=True)
    print(f"{found} of {len(wanted)} planted faults were found.")
    return 0 if found == len(wanted) else 1


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
