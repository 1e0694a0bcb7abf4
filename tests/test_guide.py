"""The association's guide, rule by rule, and the tests that hold each rule. If such a test goes, this file names the
rule. Below it stands what the bot says of itself and of the record, with the tests that hold it.

The quotations are short and exact. What the guide says about other systems (the search engine, the pages of the web
site) is not a rule of ours; the tests of /help hold that it can be found from the chat.
"""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.house.source import ROOT
from tests.own import OWN
from tests.planted.listed import GUIDE as PLANTED

LOGIN = [
    (
        "会員IDとして付与されている10桁の数字（半角で入力）",
        "content/access/test_login_id::test_ten_digits_are_the_member_id_however_they_are_typed",
    ),
    ("西暦の下2桁、月2桁、日2桁", "content/access/test_passwords::test_the_initial_password_is_the_guide_s"),
    ("1972年2月4日生まれ … 720204", "handlers/test_answers::test_the_example_of_the_guide_is_its_birth_date"),
    (
        "「ユーザーID」や「パスワード」が必要です",
        "handlers/study/test_browse_journey::test_whatever_is_not_public_asks_to_log_in_and_is_shown_after_it",
    ),
    ("日本医師会員以外は受講できません", "handlers/access/test_session::test_who_is_no_member_is_told_whom_to_ask"),
    ("日本医師会員以外は受講できません", "handlers/study/test_course::test_a_stranger_takes_no_course"),
    (
        "2026年4月（予定）よりログインIDが日医会員IDからMAMIS IDへ変更",
        "handlers/access/test_login::test_which_ids_are_taken_is_a_dated_rule",
    ),
    (
        "2026年4月（予定）よりログインIDが日医会員IDからMAMIS IDへ変更",
        "handlers/test_tense::test_the_change_of_ids_is_planned_until_its_day",
    ),
    ("アプリからログインすることはできません", "bot/pages/test_watch_page_ways::test_within_telegram_it_is_a_mini_app"),
    (
        "アプリからログインすることはできません",
        "handlers/study/test_course::test_inside_telegram_the_browser_is_offered_too",
    ),
]
COURSES = [
    ("CC からコンテンツを選ぶ", "handlers/study/test_browse_journey::test_from_the_codes_to_a_card_and_back"),
    ("カリキュラムコード一覧", "content/test_curriculum::test_there_are_84_codes_in_order"),
    (
        "「コンテンツ一覧」が表示されていない項目は選択できません",
        "handlers/study/test_browse_journey::test_a_code_without_content_can_not_be_opened",
    ),
    (
        "「日医 e-ラーニング 全単位・CC」「生涯教育講座・協力講座単位・CC」",
        "handlers/credits/test_codes::test_each_view_counts_what_its_contents_brought",
    ),
    (
        "カリキュラムコードを取得しているかどうか",
        "handlers/credits/test_codes::test_a_code_shows_what_was_earned_of_it_though_it_has_no_course_now",
    ),
    (
        "対象年度別の取得単位数を確認する",
        "handlers/credits/test_credits::test_this_year_by_kind_the_goal_and_the_years_before",
    ),
    ("対象年度別の取得単位数を確認する", "handlers/credits/test_sheet::test_the_years"),
    ("対象年度別の取得単位数を確認する", "handlers/credits/test_since::test_both_sides_of_the_first_day"),
    (
        "対象年度別の取得単位数を確認する",
        "handlers/credits/test_noted::test_the_sixty_begins_after_the_last_certificate_on_every_screen",
    ),
    (
        "「日医雑誌」問題解答等を含めた日医 e-ラーニング全体",
        "handlers/credits/test_codes::test_a_code_of_both_counts_once_as_what_the_guide_s_tab_holds",
    ),
    ("高血圧（CC・74）", "handlers/study/test_course::test_the_card_of_the_guide"),
    ("1コンテンツ 1カリキュラムコード 1単位", "content/test_programme::test_the_guides_course"),
    (
        "1コンテンツ 1カリキュラムコード 1単位",
        "handlers/study/test_quiz_passed::test_a_credited_course_can_be_taken_again_without_a_second_credit",
    ),
]
STUDYING = [
    ("各章（すべて）のビデオ受講【必須】", "storage/study/test_progress::test_all_chapters_and_a_passed_test"),
    (
        "すべてのタイトルが「受講済」にならないと単位が付与されません",
        "handlers/study/test_quiz_ways::test_where_any_order_is_allowed_the_credit_waits_for_the_last_chapter",
    ),
    (
        "ビデオ視聴後、テストを受ける",
        "handlers/study/test_quiz_ways::test_the_test_opens_when_all_chapters_are_watched",
    ),
    ("進行度　受講済　10分5秒", "handlers/study/test_course::test_the_card_of_the_guide"),
    ("進行度　受講済", "bot/pages/test_watch_chat::test_an_open_card_is_edited_where_it_stands"),
    ("セルフアセスメントにおいて80%の正答率", "content/study/test_grading::test_eighty_percent"),
    ("セルフアセスメントにおいて80%の正答率", "content/study/test_grading::test_seventy_nine_percent_is_not_eighty"),
    (
        "指定されたカリキュラムコードと単位が取得できます",
        "handlers/study/test_quiz_passed::test_four_of_five_pass_and_bring_the_credit",
    ),
    (
        "このユーザーIDでは、単位の取得ができません",
        "handlers/study/test_course::test_an_account_that_can_not_earn_is_told_before_the_chapters",
    ),
    (
        "このユーザーIDでは、単位の取得ができません",
        "handlers/study/test_quiz_passed::test_an_account_that_cannot_earn_passes_without_credit",
    ),
]
SPECIALISTS = [
    (
        "専門医共通講習のカテゴリー、単位数",
        "handlers/study/test_course::test_common_lecture_post_and_a_course_that_is_no_sample",
    ),
    (
        "2019年12月1日以降に当該コンテンツを受講した場合のみ",
        "storage/study/test_progress::test_a_common_lecture_counts_from_december_2019_in_its_own_ledger",
    ),
    (
        "2019年12月1日以降に当該コンテンツを受講した場合のみ",
        "storage/trainings/test_registration::test_common_lectures_count_from_december_2019",
    ),
    ("向精神薬長期処方の研修要件", "handlers/credits/test_fees::test_of_the_two_codes_every_kind_counts_and_70_never"),
    (
        "慢性疾患の指導に係る適切な研修",
        "handlers/credits/test_fees::test_a_member_with_every_kind_and_a_sheet_made_by_hand",
    ),
    (
        "慢性疾患の指導に係る適切な研修",
        "handlers/credits/test_noted::test_who_filed_twice_earns_the_four_codes_by_e_learning_too",
    ),
    (
        "「医療倫理」などの専門医共通講習のカテゴリー、単位数",
        "handlers/credits/test_common_lectures::test_the_years_and_categories",
    ),
]
OTHERS = [
    ("ハガキ解答のインターネット版です", "storage/journal/test_sheets::test_web_or_postcard_but_never_both"),
    ("1冊 1カリキュラムコード 1単位", "handlers/test_journal_journey::test_an_issue_from_the_list_to_the_credit"),
    (
        "ラジオNIKKEIの放送スケジュール",
        "handlers/test_radio::test_the_week_goes_from_today_to_the_last_second_of_the_seventh_day",
    ),
    ("その他コンテンツ　日医雑誌オンライン", "handlers/test_help::test_every_page_of_the_association_is_reached"),
    (
        "ご不明点は日本医師会にお問い合わせください",
        "house/test_operators::test_no_value_of_another_operator_is_said_anywhere",
    ),
    ("TEL : 0120-110-030", "content/test_links::test_the_desk_is_the_guide_s"),
    ("平日10:00～18:00（土・日・祝日、年末年始を除く平日）", "content/test_desk::test_whether_it_answers"),
]
CERTIFICATES = [
    (
        "「受講証明書」の発行について",
        "handlers/certificates/test_paper_issuer::test_the_issuer_is_the_operator_and_no_other",
    ),
    ("ご自身で受講証明出力ができます", "bot/demo/test_journey::test_a_credit_and_its_certificate"),
    ("メンテナンス期間を除き", "handlers/test_maintenance::test_before_a_certificate_only_what_concerns_it_is_told"),
    ("(1) 開催日で指定された期間における受講証明書", "handlers/credits/test_sheet::test_the_certificate"),
    ("(1) 開催日で指定された期間における受講証明書", "content/text/test_periods::test_how_two_days_are_written"),
    (
        "(2) 地域包括診療料・地域包括診療加算の手続き",
        "handlers/credits/test_fees_ways::test_the_certificate_of_the_period_that_is_shown",
    ),
    (
        "(2) 手続きで必要とされる書類はこの機能を利用して出力してください",
        "handlers/credits/test_fees_ways::test_what_has_no_code_is_to_be_checked_by_oneself",
    ),
    (
        "(3) 登録された研修会、日医e-ラーニングで取得した単位数のみ",
        "handlers/credits/test_sheet::test_the_certificate",
    ),
    ("(4) 受講日の翌日以降発行可能です", "handlers/certificates/test_certificate::test_both_sides_of_midnight"),
    (
        "(4) 受講当日は発行できません",
        "bot/test_schedule::test_on_the_day_itself_the_exact_time_and_an_offer_then_one_notice_and_the_paper",
    ),
    ("(5) 主催者が受講実績を登録していない場合", "handlers/credits/test_why_kinds::test_a_training"),
    (
        "(5) 主催者が受講実績を登録していない場合",
        "handlers/trainings/test_checkin_journey::test_from_the_code_in_the_room_to_the_credit",
    ),
    ("(6) 日医雑誌問題解答 … は受講証明書の発行対象外", "handlers/test_journal::test_no_certificate_shows_the_journal"),
    (
        "(6) 申告書で申告された内容は … 発行対象外",
        "handlers/credits/test_why_kinds::test_a_declaration_that_staff_look_at_refuse_or_accept",
    ),
    (
        "(7) 大阪府で開催された研修会等",
        "handlers/trainings/test_checkin_journey::test_osaka_in_the_list_and_not_on_the_certificate",
    ),
    (
        "(5) 登録時期等の詳細は研修会の主催者へ",
        "handlers/certificates/test_certificate_preview::test_what_will_stand_on_it_and_what_is_left_out_with_the_guides_advice",
    ),
    (
        "(7) 大阪府で開催された研修会等",
        "handlers/certificates/test_paper_purpose::test_note_seven_stands_on_every_paper",
    ),
    (
        "(3) 登録された研修会、日医e-ラーニングで取得した単位数のみ",
        "handlers/certificates/test_certificate_purposes::test_what_each_purpose_shows",
    ),
    (
        "(7) 大阪府医師会にご依頼ください",
        "storage/trainings/test_registration::test_osaka_is_registered_and_certified_elsewhere",
    ),
    ("お申込みからお届けまで3日程度", "handlers/test_answers::test_numbers_follow_the_rules"),
]
GUIDE = [*LOGIN, *COURSES, *STUDYING, *SPECIALISTS, *OTHERS, *CERTIFICATES]
LONGEST = 50
"""A quotation is there to be found in the guide, not to replace it."""


EVERY = [*GUIDE, *((subject, test) for subject, tests in OWN.items() for test in tests)]


@pytest.mark.parametrize(("rule", "test"), EVERY)
def test_each_rule_has_a_test_that_looks_at_something(rule: str, test: str) -> None:
    file, _, name = test.partition("::")
    found = [one for one in _tests(file) if one.name == name]
    assert found, f"「{rule}」 is held by no test any more"
    assert any(isinstance(node, ast.Assert) or _raises(node) for node in ast.walk(found[0]))


def test_each_rule_is_tied_to_a_fault_that_turns_its_test_red() -> None:
    """`make soak` plants them and looks (tests/planted): a test that holds some assert need not hold its rule."""
    red = {test for fault in PLANTED if fault.by_each for test in fault.seen_by}
    assert {test for _, test in EVERY} == red


def test_the_seven_notes_on_certificates_are_all_there() -> None:
    notes = {rule[:3] for rule, _ in CERTIFICATES if rule.startswith("(")}
    assert notes == {f"({number})" for number in range(1, 8)}


def test_quotations_are_short() -> None:
    assert not [rule for rule, _ in GUIDE if len(rule) > LONGEST]


@cache
def _tests(file: str) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
    tree = ast.parse((ROOT / "tests" / f"{file}.py").read_text())
    return tuple(_functions(tree))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _raises(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "raises"
