"""診療報酬: the sums of a member's credits that the fee schedule asks about. These are figures, not a verdict. Pure.

地域包括診療加算・地域包括診療料 require hours (慢性疾患の指導に係る適切な研修); 向精神薬長期処方 requires credits of
two codes (不安又は不眠に係る適切な研修). Whether a member meets a requirement also depends on facts that are not in
the record, so the product does not judge it. A half-unit is half an hour.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from content.rules import Rules
from content.values import E_LEARNING, CreditKind


class Credit(Protocol):
    """What these sums need to know of a credit that stands."""

    @property
    def kind(self) -> CreditKind: ...

    @property
    def code(self) -> int: ...

    @property
    def half_units(self) -> int: ...


class Group(StrEnum):
    """How a credit counts for 地域包括診療. Every credit is in exactly one group."""

    TRAINING = "training"  # 研修会, of any code
    E_LEARNING = "e_learning"  # 日医 e-ラーニング of all codes but those of APART
    APART = "apart"  # 日医 e-ラーニング of codes that count by 研修会 alone: the basic rule leaves it out
    OTHER = "other"  # 日医雑誌 問題解答, 申告書: these never count


@dataclass(frozen=True)
class Chronic:
    """Half-units of a period by group, all of them named; and by each code of the rule those that count for it: from
    研修会, and from e-learning too for who filed often enough.
    """

    groups: Mapping[Group, int]
    codes: Mapping[int, int]

    @property
    def counted(self) -> int:
        """The half-units to compare with the hours of the rule."""
        return self.groups[Group.TRAINING] + self.groups[Group.E_LEARNING]


def by_e_learning(filings: int, rules: Rules) -> bool:
    """Whether somebody who filed so often may earn the four codes by e-learning too."""
    return 0 < rules.chronic_filings <= filings


def group(credit: Credit, rules: Rules, filings: int = 0) -> Group:
    """Where this credit stands with 地域包括診療, for a physician who has filed so often."""
    if credit.kind is CreditKind.TRAINING:
        return Group.TRAINING
    if credit.kind not in E_LEARNING:
        return Group.OTHER
    apart = credit.code in rules.chronic_elearning_excluded and not by_e_learning(filings, rules)
    return Group.APART if apart else Group.E_LEARNING


def chronic(credits: Iterable[Credit], rules: Rules, filings: int = 0) -> Chronic:
    """The figures of 地域包括診療, of the credits of a period, for a physician who has filed so often."""
    of_codes = {Group.TRAINING, Group.E_LEARNING} if by_e_learning(filings, rules) else {Group.TRAINING}
    groups, codes = dict.fromkeys(Group, 0), dict.fromkeys(rules.chronic_codes, 0)
    for one in credits:
        place = group(one, rules, filings)
        groups[place] += one.half_units
        if place in of_codes and one.code in codes:
            codes[one.code] += one.half_units
    return Chronic(groups, codes)


def psychotropic(credits: Iterable[Credit], rules: Rules) -> Mapping[int, int]:
    """The half-units for 向精神薬長期処方, for each code of the rule. Credits of every kind count."""
    codes = dict.fromkeys(rules.psychotropic_codes, 0)
    for one in credits:
        if one.code in codes:
            codes[one.code] += one.half_units
    return codes
