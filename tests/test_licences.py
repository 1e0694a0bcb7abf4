"""README names every package that the product installs and whose licence asks for more than to be named."""

import json
import re
import subprocess
import sys

from tests.house.source import ROOT

FREE = re.compile(r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|Unlicense|CC0|Zlib|HPND")
COPYLEFT = re.compile(r"LGPL|GPL|MPL|Mozilla|OFL|EPL|Eclipse|CDDL|EUPL|SSPL")


def test_the_readme_names_what_asks_more_than_its_name() -> None:
    every = installed()
    more = {name: called for name, licence in every.items() if (called := spoken(licence))}
    assert not {name: licence for name, licence in every.items() if name not in more and not FREE.search(licence)}
    assert more == named()


def installed() -> dict[str, str]:
    """The licence of each package that the product's lock names and this machine has."""
    locked = re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    listed = subprocess.run(
        [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--packages", *locked],
        check=True,
        capture_output=True,
        text=True,
    )
    return {normal(one["Name"]): one["License"] for one in json.loads(listed.stdout)}


def spoken(licence: str) -> str:
    """The name that README has for a licence; empty for one that asks only to be named."""
    if not COPYLEFT.search(licence):
        return ""
    return next(name for name in ("LGPL", "GPL", "MPL", "OFL", "Mozilla") if name in licence).replace("Mozilla", "MPL")


def named() -> dict[str, str]:
    """The packages and licences in README's table: `| LGPL-3.0 | fpdf2, … |`."""
    _, _, told = (ROOT / "README.md").read_text().partition("## Licences")
    rows = re.findall(r"^\| ([A-Z]+)-[\d.]+ \| (.+?) \|$", told, re.MULTILINE)
    return {normal(name.strip(" `")): licence for licence, names in rows for name in names.split(",")}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
