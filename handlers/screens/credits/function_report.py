"""かかりつけ医機能報告制度にかかる研修: the sum of credits over a period that the member picks."""

from collections.abc import Sequence

from content.absence import given
from content.credits.since import Since
from content.operator import Profile, Purpose
from content.rules import Rules
from content.text.periods import YEARS, Named, Period
from content.values import CreditKind
from content.words import Words
from handlers.presses.credits.fees import OpenFees
from handlers.presses.credits.function_report import OpenReport, ReportDates
from handlers.screens.credits import since
from handlers.screens.labels import summed
from handlers.screens.screen import Button, Screen, page, row, rows_of


def report(
    period: Period,
    sums: Sequence[tuple[CreditKind, int]],
    lacks: Sequence[Since],
    rules: Rules,
    profile: Profile,
    words: Words,
    *,
    sample: bool = False,
) -> Screen:
    """Credits of every kind count, by their number alone. `lacks`: what the record lacks of the period.
    `sample`: also those of samples.
    """
    say = words.function_report
    kept = [*summed(words, sample=sample), *since.line(lacks, words)]
    figures = [say.total(sum(half_units for _, half_units in sums)), *([say.kinds(sums)] if sums else []), *kept]
    told = [say.codes_play_no_part(), say.where_to_apply(), say.reported(rules.function_report_months)]
    paper = given(words.operator.paper_for(profile, Purpose.FUNCTION_REPORT))
    text = page(say.title(), say.period(period), "", *figures, "", *told, *paper, say.not_judged())
    choices = [Button(say.named(name), OpenReport(name.value)) for name in YEARS]
    rows = (
        *rows_of((*choices, Button(say.own_dates(), ReportDates())), 2),
        row(Button(words.common.back(), OpenFees())),
    )
    return Screen(text, rows, subject="fees")


def ask_dates(words: Words) -> Screen:
    say = words.function_report
    back_to = row(Button(words.common.back(), OpenReport(Named.THIS_YEAR.value)))
    return Screen(page(say.own_dates(), say.how_to_write_dates()), (back_to,), subject="fees")
