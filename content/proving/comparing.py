"""The two ledgers of some members against what their credits rest on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from content.credits.credit import is_undone
from content.importing.alike import Alike
from content.proving import imported
from content.proving.finding import Fault, Finding
from content.proving.ground import Attested, Ground, Terms
from content.proving.imported import Imports
from content.proving.order import out_of_order
from content.proving.written import Written
from content.rules import Rulebook, day_of

Content = tuple[int, str, bool]
Said = tuple[Fault, str]
"""A fault in words, before it is said whose it is."""
Acts = Mapping[tuple[int, datetime, int], Attested]
"""What the log of staff says of grants, by the act."""


def compared(
    credits: Iterable[Written],
    common: Iterable[Written],
    grounds: Iterable[Ground],
    attested: Iterable[Attested],
    rulebook: Rulebook,
    imports: Imports = imported.NONE,
    alike: Mapping[Content, Alike] = MappingProxyType({}),
) -> Iterator[Finding]:
    """Every fault in the rows of these members. All that is compared is to be of the same members. `alike`: the
    imported credits that stand, or may stand, for a content under another name.
    """
    first, second = _by_content(credits), _by_content(common)
    known, acts = {ground.content: ground for ground in grounds}, {one.act: one for one in attested}
    for content in sorted({*first, *second, *known}):
        rows = (first.get(content, ()), second.get(content, ()))
        ground, other = known.get(content), alike.get(content)
        if other is not None and ground is not None:
            ground = replace(ground, due=False)  # its credit is withheld
        yield from _of_content(content, *rows, ground, acts, imports, rulebook)
        yield from _doubled(content, rows[0], other)
    written = {row.act for rows in first.values() for row in rows if row.sign == 1}
    for act in acts.values():
        if act.terms is not None and act.act not in written:
            yield Finding(act.member_id, act.source, Fault.MISSING, "no credit was written, although staff granted it")
    yield from imports.missing([row for rows in first.values() for row in rows if row.sign == 1])


def _doubled(content: Content, rows: Sequence[Written], other: Alike | None) -> Iterator[Finding]:
    """A content that was published after an import brought its credit gives no second one."""
    if other is None or not other.sure:
        return
    gone = _reversed(rows)
    for row in rows:
        if row.sign == 1 and row.id not in gone:
            said = f"credit {row.id} doubles credit {other.credit.id}, which an import brought under another name"
            yield Finding(content[0], content[1], Fault.EXTRA, said)


def _of_content(
    content: Content,
    credits: Sequence[Written],
    common: Sequence[Written],
    ground: Ground | None,
    acts: Acts,
    imports: Imports,
    rulebook: Rulebook,
) -> Iterator[Finding]:
    member_id, source, _ = content
    faults = (
        *((Fault.DIFFERENT, said) for said in out_of_order(credits, "credit")),
        *((Fault.DIFFERENT, said) for said in out_of_order(common, "common lecture")),
        *_granted(credits, common, ground, acts, imports, rulebook),
    )
    return (Finding(member_id, source, fault, said) for fault, said in faults)


def _granted(
    credits: Sequence[Written],
    common: Sequence[Written],
    ground: Ground | None,
    acts: Acts,
    imports: Imports,
    rulebook: Rulebook,
) -> Iterator[Said]:
    """What is wrong with the grants of one content, in both ledgers."""
    grants = [row for row in credits if row.sign == 1]
    back = {row.reverses_id: row for row in credits if row.sign == -1}
    if ground is not None and ground.due and all(row.id in back and is_undone(back[row.id], row) for row in grants):
        yield Fault.MISSING, f"no credit was written, although {ground.why}"
    lectures = {row.grant_no: row for row in common if row.sign == 1}
    gone, lectures_gone = _reversed(credits), _reversed(common)
    for row in grants:
        act = acts.get(row.act) if row.act else None
        terms, lacking = _rests_on(row, ground, act, imports, stands=row.id not in gone)
        if lacking:
            if row.id not in gone:  # one that was reversed counts for nothing
                yield Fault.EXTRA, lacking
            continue
        lecture = lectures.pop(row.grant_no, None)
        if terms is not None:  # otherwise log or rows can't be read any more: that it was granted is all that is known
            yield from ((Fault.DIFFERENT, said) for said in _differences(row, terms))
            yield from _lecture(row, lecture, terms, rulebook)
        if act is not None and act.source not in ("", row.source):
            yield Fault.DIFFERENT, f"credit {row.id}: staff granted {act.source}"
        if lecture is not None:
            yield from _together(lecture, credit_stands=row.id not in gone, stands=lecture.id not in lectures_gone)
    left = (row for row in lectures.values() if row.id not in lectures_gone)
    yield from ((Fault.EXTRA, f"common lecture {row.id} rests on no credit") for row in left)


def _rests_on(
    row: Written, ground: Ground | None, act: Attested | None, imports: Imports, *, stands: bool
) -> tuple[Terms | None, str]:
    """What this grant must agree with, as far as it is known, and why it rests on nothing."""
    if row.import_id is not None:
        return imports.terms(row), imports.fault(row, stands=stands)
    terms = act.terms if act else None if row.act else _nearest(row, ground.terms if ground else ())
    return terms, "" if act or terms else f"credit {row.id} rests on nothing in the record"


def _reversed(rows: Sequence[Written]) -> frozenset[int]:
    """The grants that a row among these takes back."""
    return frozenset(row.reverses_id for row in rows if row.reverses_id is not None)


def _together(lecture: Written, *, credit_stands: bool, stands: bool) -> Iterator[Said]:
    """A credit and its common lecture are reversed by one act."""
    if stands and not credit_stands:
        yield Fault.EXTRA, f"common lecture {lecture.id} stands, although its credit was reversed"
    if credit_stands and not stands:
        yield Fault.MISSING, f"common lecture {lecture.id} was reversed, although its credit stands"


def _nearest(row: Written, terms: Sequence[Terms]) -> Terms | None:
    """Those with which the row agrees best; None if there are none."""
    if len(terms) == 1:
        return terms[0]
    return min(terms, key=lambda one: len(_differences(row, one)), default=None)


def _differences(row: Written, terms: Terms) -> list[str]:
    derived = {
        "kind": (row.what, terms.kind.value),
        "half-units": (row.half_units, terms.half_units),
        "code": (row.code, terms.code),
        "moment": (row.earned_at, terms.earned_at),
        "rules": (row.rule_version, terms.rule_version),
        "title": (row.title, row.title if terms.title is None else terms.title),
        "organiser": (row.organiser, row.organiser if terms.organiser is None else terms.organiser),
    }
    return _said(f"credit {row.id}", derived)


def _lecture(credit: Written, row: Written | None, terms: Terms, rulebook: Rulebook) -> Iterator[Said]:
    """The row of the second ledger that goes with this grant of the first."""
    day = day_of(terms.earned_at)
    wanted = terms.common if terms.common and day >= rulebook.at(day).common_lecture_from else None
    if row is None:
        if wanted is not None:
            yield Fault.MISSING, f"credit {credit.id} is of a common lecture, and the second ledger has no row of it"
    elif wanted is None:
        yield Fault.EXTRA, f"common lecture {row.id}: its content is no common lecture"
    else:
        derived: Mapping[str, tuple[object, object]] = {
            "category": (row.what, wanted.category),
            "half-units": (row.half_units, wanted.half_units),
            "moment": (row.earned_at, credit.earned_at),
            "rules": (row.rule_version, credit.rule_version),
            "title": (row.title, credit.title),
            "organiser": (row.organiser, credit.organiser),
        }
        yield from ((Fault.DIFFERENT, said) for said in _said(f"common lecture {row.id}", derived))


def _said(where: str, derived: Mapping[str, tuple[object, object]]) -> list[str]:
    return [
        f"{where}: {name} is {_shown(written)}, derived {_shown(true)}"
        for name, (written, true) in derived.items()
        if written != true
    ]


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _by_content(rows: Iterable[Written]) -> dict[Content, list[Written]]:
    found: dict[Content, list[Written]] = defaultdict(list)
    for row in rows:
        found[row.content].append(row)
    return found
