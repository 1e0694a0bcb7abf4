"""The topics of help: how a typed word finds one, and that the answers hold no number of their own."""

import re
import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from content.guide import Topic, find
from content.operator import Purpose
from content.rules import Rulebook, Rules
from content.words import EN, JA, Words
from handlers.features import FEATURES
from handlers.help import topic_called
from handlers.press import Press
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.fees import OpenFees
from handlers.presses.help import Contact, Help
from handlers.presses.journal import Issues
from handlers.presses.radio import NOW, Radio
from handlers.presses.start import LogIn
from handlers.presses.study.browse import Codes
from handlers.presses.study.resume import Resume
from handlers.presses.trainings.trainings import Trainings
from handlers.routing import Routes
from handlers.screens import answers as screens
from handlers.screens.answers import answers
from tests.handlers.talking import presses
from tests.operators import SAMPLE

TODAY = date(2026, 11, 22)
RULES = Rulebook().at(TODAY)
OTHER = replace(
    RULES,
    elearning_pass_pct=71,
    journal_pass_pct=53,
    watch_threshold_pct=93,
    content_half_units=9,
    issue_half_units=11,
    new_password_length=17,
    goal=61,
    goal_years=4,
    most_codes=85,
    minutes_per_half_unit=33,
    late_claim_days=12,
    certificate_after_days=6,
    common_lecture_from=date(2021, 7, 16),
    web_form_days=13,
    mamis_login_planned=date(2031, 8, 1),
    member_no_until=date(2031, 8, 1),
    test_requires_all_videos=False,
)
TOPICS_OF_RULES = {
    Topic.LOGIN,
    Topic.COURSES,
    Topic.CODES,
    Topic.TEST,
    Topic.CREDITS,
    Topic.JOURNAL,
    Topic.TRAININGS,
    Topic.CERTIFICATE,
    Topic.COMMON,
}


def said(words: Words, topic: Topic, rules: Rules = RULES, today: date = TODAY) -> str:
    return "\n".join(answer for _, answer in answers(words, topic, rules, today, SAMPLE))


@pytest.mark.parametrize("words", [JA, EN])
def test_the_paper_to_file_is_the_one_that_the_operator_s_profile_allows(words: Words) -> None:
    serves = SAMPLE.model_copy(update={"certificates_serve": [Purpose.CHRONIC]})
    serves_not = SAMPLE.model_copy(update={"certificates_serve": []})
    wanted = [(one, words.operator.paper_for(one, Purpose.CHRONIC) or "") for one in (serves, serves_not)]
    assert wanted[0][1] != wanted[1][1]
    for profile, paper in wanted:
        for topic in (Topic.FEES, Topic.CERTIFICATE):
            every = [answer for _, answer in answers(words, topic, RULES, TODAY, profile)]
            assert any(answer.startswith(paper.removeprefix("📄 ")) for answer in every), (topic, paper)


def test_names_are_found_exactly_then_within_then_around() -> None:
    called = [(Topic.CREDITS, "単位"), (Topic.CERTIFICATE, "受講証明書"), (Topic.TEST, "テスト")]
    assert find("単位", called) == Topic.CREDITS
    assert find("証明書", called) == Topic.CERTIFICATE
    assert find("受講証明書の単位", called) == Topic.CERTIFICATE
    assert [find(typed, called) for typed in ("", "！？", "天気")] == [None, None, None]


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("受講証明書", Topic.CERTIFICATE),
        ("証明書", Topic.CERTIFICATE),
        ("certificate", Topic.CERTIFICATE),
        ("ﾛｸﾞｲﾝ", Topic.LOGIN),
        (unicodedata.normalize("NFD", "パスワード"), Topic.LOGIN),
        ("ろぐいん", Topic.LOGIN),
        ("ＭＡＭＩＳ", Topic.MAMIS),
        ("cc", Topic.CODES),
        ("研修会の単位が登録されません", Topic.TRAININGS),
        ("大阪府", Topic.TRAININGS),
        ("申告書", Topic.TRAININGS),
        ("向精神薬", Topic.FEES),
        ("専門医", Topic.COMMON),
        ("日医雑誌", Topic.JOURNAL),
        ("Test", Topic.TEST),
    ],
)
def test_a_topic_is_found_by_what_one_types(typed: str, topic: Topic) -> None:
    assert topic_called(typed) == topic


@pytest.mark.parametrize("words", [JA, EN])
def test_every_topic_has_answers_and_is_found_by_each_of_its_names(words: Words) -> None:
    for topic in Topic:
        assert answers(words, topic, RULES, TODAY, SAMPLE)
        assert topic_called(words.help.topic(topic)) == topic
        assert all(topic_called(name) == topic for name in words.help.also_called(topic)), topic


@pytest.mark.parametrize("words", [JA, EN])
def test_numbers_follow_the_rules(words: Words) -> None:
    changed = {topic for topic in Topic if said(words, topic) != said(words, topic, OTHER)}
    assert changed == TOPICS_OF_RULES
    every = "\n".join(said(words, topic, OTHER) for topic in Topic)
    for number in ("71%", "53%", "93%", "4.5", "5.5", "17", "61", "85", "33", "12", "13", "2021", "2031"):
        assert number in every, number
    left = "\n".join(said(words, topic, OTHER) for topic in TOPICS_OF_RULES)
    assert not re.search(r"80%|60%|95%|\b60\b|2019|2026", left)


@pytest.mark.parametrize("words", [JA, EN])
def test_both_languages_ask_the_same(words: Words) -> None:
    for topic in Topic:
        assert len(answers(JA, topic, RULES, TODAY, SAMPLE)) == len(answers(EN, topic, RULES, TODAY, SAMPLE)), topic


def test_the_example_of_the_guide_is_its_birth_date() -> None:
    example = f"{date(1972, 2, 4):%y%m%d}"
    assert example == "720204"
    assert all(example in said(words, Topic.LOGIN) for words in (JA, EN))


FIRST_WAY: dict[Topic, Press] = {
    Topic.LOGIN: LogIn(),
    Topic.COURSES: Codes(1, "courses"),
    Topic.CODES: Codes(1, "all"),
    Topic.TEST: Resume(),
    Topic.CREDITS: Credits(),
    Topic.JOURNAL: Issues(1),
    Topic.TRAININGS: Trainings(1),
    Topic.CERTIFICATE: Certificates(),
    Topic.COMMON: Codes(1, "courses"),
    Topic.FEES: OpenFees(),
    Topic.MAMIS: Contact(),
    Topic.RADIO: Radio(NOW, month=False, page=NOW),
}


@pytest.mark.parametrize("about", Topic)
def test_an_answer_leads_to_what_it_speaks_of(about: Topic) -> None:
    screen = screens.topic(JA, about, 1, RULES, TODAY, SAMPLE)
    assert presses(screen)[0] == FIRST_WAY[about]
    assert presses(screen)[-1] == Help()


@pytest.mark.parametrize("words", [JA, EN])
def test_every_command_that_an_answer_names_is_there(words: Words) -> None:
    named = {name for about in Topic for name in re.findall(r"(?<!\w)/([a-z]+)", said(words, about))}
    assert len(named) > 5
    assert named <= {*Routes(FEATURES).commands, "declare"}
