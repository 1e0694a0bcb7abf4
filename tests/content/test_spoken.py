"""What is typed instead of a command."""

import re
from collections import defaultdict

import pytest

from content import curriculum, spoken
from content.search import entries
from content.search.entry import Kind
from content.search.finder import Finder
from content.search.index import Index
from content.text.folding import fold
from content.text.periods import Named
from content.words import EN, JA
from handlers.features import FEATURES
from handlers.routing import Routes
from tests.content.published import samples
from tests.house.source import ROOT

TITLE = re.compile(r"^[\s-]*(?:title(?:_en)?|topic):\s*(.+)$", re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("取得単位", ("credits", "")),
        ("受講証明書", ("certificate", "")),
        ("ヘルプ", ("help", "")),
        ("ﾍﾙﾌﾟ", ("help", "")),
        ("へるぷ。", ("help", "")),
        ("ログアウト", ("logout", "")),
        ("certificate", ("certificate", "")),
        ("Credits", ("credits", "")),
        ("Log out", ("logout", "")),
        ("パスワードを忘れました", ("help", "パスワード")),
        ("I forgot my password!", ("help", "password")),
        ("先月の証明書", ("certificate", "先月")),
        ("先月　受講証明書", ("certificate", "先月")),
        ("今年度の受講証明書", ("certificate", "今年度")),
        ("last month's certificate", ("certificate", "lastmonth")),
        ("高血圧 単位", ("codes", "74")),
        ("高血圧症の取得単位", ("codes", "74")),
        ("７４の単位", ("codes", "74")),
        ("Hypertension credits", ("codes", "74")),
        ("1単位", None),
        ("1 credit", None),
        ("CC 1 credits", ("codes", "1")),
        ("高血圧", None),
        ("来月の証明書", None),
        ("血圧 単位", None),
        ("84 単位", None),
        ("証明書が届かない", None),
        ("", None),
        ("。", None),
        ("取得単位" * 11, None),
    ],
)
def test_which_command_is_meant(text: str, order: spoken.Order | None) -> None:
    assert spoken.command(text) == order


@pytest.mark.parametrize(
    ("text", "named"), [("先月", Named.LAST_MONTH), ("This Year", Named.THIS_YEAR), ("2026", None)]
)
def test_a_period_by_its_name(text: str, named: Named | None) -> None:
    assert spoken.period(text) is named


def test_no_text_means_two_commands() -> None:
    meant = defaultdict(set)
    for words in (JA, EN):
        for order, texts in words.spoken.commands().items():
            for text in texts:
                meant[fold(text)].add(order.split()[0])
    assert {text: orders for text, orders in meant.items() if len(orders) > 1} == {}
    assert "" not in meant


def test_every_command_that_is_meant_exists_and_every_command_of_the_menu_has_a_word() -> None:
    commands = Routes(FEATURES).commands
    for words in (JA, EN):
        named = {order.split()[0] for order in words.spoken.commands()}
        assert named <= set(commands)
        assert {name for name, route in commands.items() if route.menu} <= named


def test_no_word_hides_a_title_or_a_code() -> None:
    """What is published is found by its name, whatever words are commands. The titles of all kinds are read."""
    files = [file for file in (ROOT / "content").rglob("*.yaml") if file.parent.name != "content"]
    titles = {found[1].strip() for file in files for found in TITLE.finditer(file.read_text())}
    names = {name for code in curriculum.load().codes for name in (code.ja, code.en)}
    assert len(titles) > 50
    assert [one for one in titles | names if spoken.command(one)] == []


def test_no_word_of_a_kind_means_two_kinds() -> None:
    meant = defaultdict(set)
    for words in (JA, EN):
        for kind, texts in words.spoken.kinds().items():
            for text in texts:
                meant[fold(text)].add(kind)
    assert {text: kinds for text, kinds in meant.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize("kind", [Kind.COURSE, Kind.TRAINING, Kind.ISSUE, Kind.BROADCAST])
def test_every_title_is_found_by_itself_whatever_words_stand_in_it(kind: Kind) -> None:
    """No command, no name of a kind and no word around a subject hides what is published: each title, in both
    languages, and each reading finds what is called so, among the first three of its kind.
    """
    every = samples(kind)
    finder = Finder({kind: Index(every), Kind.CODE: Index(entries.of_codes()), Kind.HELP: Index(entries.of_help())})
    assert len(every) >= 5
    for one in every:
        for text in (one.title, one.title_en, one.readings[0]):
            found = finder.find(text)
            assert not text or (not found.near and one in [hit.entry for hit in found.of(kind)[:3]]), text
            assert text == "" or spoken.command(text) is None


def test_a_month_is_no_command() -> None:
    assert [one for one in ("12月号", "2026-12", "12月", "December issue") if spoken.command(one)] == []


def test_the_labels_of_home_are_commands() -> None:
    for words in (JA, EN):
        labels = (
            words.common.to_courses(),
            words.common.to_credits(),
            words.common.to_login(),
            words.start.to_resume(),
            words.start.to_certificate(),
            words.start.to_settings(),
            words.start.to_help(),
            words.journal.to_journal(),
            words.trainings.to_trainings(),
            words.declare.to_declare(),
            words.fees.to_fees(),
            words.radio.to_radio(),
            words.why.to_why(),
        )
        assert [label for label in labels if spoken.command(label) is None] == []
