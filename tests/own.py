"""What the bot says beyond the association's guide, and is to say truly: each subject, with the tests that hold it."""

OWN = {
    "who runs the bot": (
        "bot/commands/test_cli::test_all_that_is_missing_is_named_at_once",
        "house/test_operators::test_no_value_of_another_operator_is_said_anywhere",
        "handlers/certificates/test_paper_issuer::test_the_issuer_is_the_operator_and_no_other",
    ),
    "since when a total is complete": ("handlers/credits/test_since::test_both_sides_of_the_first_day",),
    "samples are not real": (
        "bot/commands/test_publish_samples::test_a_sample_of_every_kind_is_refused_unless_asked_for",
        "handlers/test_samples::test_the_credits_and_the_goal",
        "handlers/test_samples::test_a_year_lists_the_sample_with_its_mark",
        "handlers/test_replaced_samples::test_its_credit_is_earned_and_the_sample_s_stays",
    ),
    "地域包括診療 by how often it was filed": (
        "handlers/credits/test_noted::test_who_filed_twice_earns_the_four_codes_by_e_learning_too",
        "handlers/credits/test_noted::test_unknown_both_readings_are_shown",
        "handlers/credits/test_noted::test_a_filing_is_due_until_its_day_and_over_from_the_day_after",
        "handlers/credits/test_fees_ways::test_what_has_no_code_is_to_be_checked_by_oneself",
    ),
    "what a 申告書 is for, and where the real one goes": (
        "handlers/declarations/test_declare_form::test_one_tap_from_the_draft_and_from_what_was_submitted",
        "handlers/declarations/test_declare_form::test_april_reminds_of_a_draft_and_stops_when_told",
    ),
    "from which day the 60 of the next 認定証 count": (
        "handlers/credits/test_noted::test_the_sixty_begins_after_the_last_certificate_on_every_screen",
    ),
    "専門医共通講習 and かかりつけ医機能報告: figures, no verdict": (
        "handlers/credits/test_common_lectures::test_the_years_and_categories",
        "handlers/credits/test_function_report::test_the_member_picks_the_period",
    ),
    "no future that is past": (
        "handlers/test_tense::test_no_future_is_past_on_any_day_of_a_year",
        "handlers/test_tense::test_the_change_of_ids_is_planned_until_its_day",
    ),
    "what was earned by what": (
        "handlers/study/test_course::test_the_card_of_the_guide",
        "handlers/credits/test_codes::test_a_code_of_both_counts_once_as_what_the_guide_s_tab_holds",
    ),
}
