"""manifest.json: what an export is of, what it follows, and the checksums of its tables (content/README.md). Pure."""

import hashlib
import json
from typing import Any

from content.exporting.cells import units
from content.exporting.changes import Change
from content.exporting.export import Standing
from content.values import CreditKind

FORMAT = 1
NAME = "manifest.json"


def bytes_of(one: Standing, former: Standing | None) -> bytes:
    """The file in UTF-8. `former`: the export that a difference follows."""
    return json.dumps(_document(one, former), ensure_ascii=False, indent=2).encode() + b"\n"


def digest(one: Standing, former: Standing | None) -> str:
    """The SHA-256 of the file, in hex: by it the receiver knows the whole export, since it holds the others."""
    return hashlib.sha256(bytes_of(one, former)).hexdigest()


def table_names(one: Standing) -> list[str]:
    """The names of the tables, one for each part."""
    count = len(one.volumes)
    return ["credits.csv"] if count == 1 else [f"credits-{part}.csv" for part in range(1, count + 1)]


def _document(one: Standing, former: Standing | None) -> dict[str, Any]:
    scope, sample = one.wanted.scope, bool(one.tally.get("sample"))
    said: dict[str, Any] = {
        "format": FORMAT,
        "number": one.number,
        "kind": one.wanted.kind.value,
        "made_at": one.settled_at.isoformat(timespec="seconds") if one.settled_at else "",
        "period_from": scope.period.first.isoformat(),
        "period_to": scope.period.last.isoformat(),
        "prefecture": scope.prefecture,
        "encoding": one.wanted.encoding.value,
        "rows": one.rows,
        "members": one.members,
        "standing": {
            "rows": one.tally.get("standing", 0),
            "credits": {kind.value: units(one.half_units(kind)) for kind in CreditKind},
        },
    }
    if former is not None:
        said["follows"] = {"number": former.number, "sha256": former.digest}
        said["changes"] = {change.value: one.changes(change) for change in Change}
    said |= {"lacking": dict(sorted(one.lacking.items()))} if one.lacking else {}
    said["sample"] = sample
    said["tables"] = [
        {"name": name, "rows": volume.rows, "size": volume.size, "sha256": volume.sha256}
        for name, volume in zip(table_names(one), one.volumes, strict=True)
    ]
    return said
