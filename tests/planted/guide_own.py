"""A fault for each thing that the bot itself has to say truly, beyond the rules of the association's guide."""

from tests.planted.fault import Fault, for_each

FAULTS: tuple[Fault, ...] = (
    for_each(
        "bot/commands/test_cli::test_all_that_is_missing_is_named_at_once",
        breaks="a bot starts without a profile of its operator",
        file="bot/cli.py",
        old='["TELEGRAM_BOT_TOKEN", "DATA_KEY", "OPERATOR_FILE", *more]',
        new='["TELEGRAM_BOT_TOKEN", "DATA_KEY", *more]',
    ),
    for_each(
        "bot/commands/test_publish_samples::test_a_sample_of_every_kind_is_refused_unless_asked_for",
        breaks="samples are published unasked",
        file="bot/commands/publish.py",
        old="    faults += [] if samples else [mark.fault(SAMPLE) for mark in marked if mark.sample]\n",
        new="",
    ),
    for_each(
        "handlers/test_samples::test_the_credits_and_the_goal",
        breaks="credits of samples count in every record",
        file="storage/credits/ledger.py",
        old="_COUNTS = or_(~_C.sample, IN_DEMO)",
        new="_COUNTS = or_(~_C.sample, _C.sample)",
    ),
    for_each(
        "handlers/test_samples::test_a_year_lists_the_sample_with_its_mark",
        breaks="the credit of a sample has no mark in a list",
        file="handlers/screens/labels.py",
        old="return words.common.marked(credit.title, sample=credit.sample)",
        new="return words.common.marked(credit.title, sample=False)",
    ),
    for_each(
        "handlers/test_replaced_samples::test_its_credit_is_earned_and_the_sample_s_stays",
        breaks="the credit of a sample keeps the real course of its name from being earned",
        file="storage/credits/earning.py",
        old='"source": one.source, "sample": one.sample}',
        new='"source": one.source, "sample": True}',
    ),
    for_each(
        "handlers/credits/test_noted::test_unknown_both_readings_are_shown",
        breaks="who has not said how often it was filed sees one reading",
        file="handlers/credits/fees.py",
        old="otherwise=fees.chronic(entries, rules, rules.chronic_filings) if unknown else None,",
        new="otherwise=None,",
    ),
    for_each(
        "handlers/credits/test_noted::test_a_filing_is_due_until_its_day_and_over_from_the_day_after",
        breaks="a filing that was due is announced as the next one",
        file="handlers/screens/credits/fees.py",
        old="    over = following is not None and following < view.today\n",
        new="    over = False\n",
    ),
    for_each(
        "handlers/declarations/test_declare_form::test_one_tap_from_the_draft_and_from_what_was_submitted",
        breaks="the form of declarations is said to be the official one",
        file="content/words/ja/declare_form.py",
        old="所定の申告書ではありません。",
        new="所定の申告書です。",
    ),
    for_each(
        "handlers/declarations/test_declare_form::test_april_reminds_of_a_draft_and_stops_when_told",
        breaks="April reminds of drafts that can't be submitted any more",
        file="handlers/declarations/declare_form.py",
        old="if not left or day_of(turn.now) > last:",
        new="if not left or day_of(turn.now) < last:",
    ),
    for_each(
        "handlers/credits/test_function_report::test_the_member_picks_the_period",
        breaks="the sum for the function report is of all years",
        file="handlers/credits/function_report.py",
        old="history = ledger.history(turn.session, turn.member.id, period.first, period.last)",
        new="history = ledger.history(turn.session, turn.member.id)",
    ),
    for_each(
        "handlers/test_tense::test_no_future_is_past_on_any_day_of_a_year",
        breaks="the change of login IDs is still to come after it came",
        file="content/words/en/learning.py",
        old="    if today < planned:",
        new="    if True:",
    ),
)
