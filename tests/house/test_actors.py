"""tests/README.md says where each actor is to be found."""

import re

from tests.house.source import ROOT


def test_each_actor_is_where_the_readme_says() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `([\w/.]+)` \|", (ROOT / "tests/README.md").read_text(), re.MULTILINE)
    assert rows
    assert not [
        f"{name} is not in {place}"
        for name, place in rows
        if not (ROOT / place).is_file()
        or not re.search(rf"^(class|def|async def) {name}\b", (ROOT / place).read_text(), re.MULTILINE)
    ]
