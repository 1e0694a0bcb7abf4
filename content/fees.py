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
    """The half-units of a period. `groups` has every group; `codes` has every code of the rule, with 研修会 only."""

    groups: Mapping[Group, int]
    codes: Mapping[int, int]

    @property
    def counted(self) -> int:
        """The half-units to compare with the hours of the rule."""
        return self.groups[Group.TRAINING] + self.groups[Group.E_LEARNING]


def group(credit: Credit, rules: Rules) -> Group:
    """The group in which this credit counts for 地域包括診療."""
    if credit.kind is CreditKind.TRAINING:
        return Group.TRAINING
    if credit.kind not in E_LEARNING:
        return Group.OTHER
    return Group.APART if credit.code in rules.chronic_elearning_excluded else Group.E_LEARNING


def chronic(credits: Iterable[Credit], rules: Rules) -> Chronic:
    """The figures for 地域包括診療, from the credits of a period."""
    groups, codes = dict.fromkeys(Group, 0), dict.fromkeys(rules.chronic_codes, 0)
    for one in credits:
        place = group(one, rules)
        groups[place] += one.half_units
        if place is Group.TRAINING and one.code in codes:
            codes[one.code] += one.half_units
    return Chronic(groups, codes)


def psychotropic(credits: Iterable[Credit], rules: Rules) -> Mapping[int, int]:
    """The half-units for 向精神薬長期処方, for each code of the rule. Credits of every kind count."""
    codes = dict.fromkeys(rules.psychotropic_codes, 0)
    for one in credits:
        if one.code in codes:
            codes[one.code] += one.half_units
    return codes
