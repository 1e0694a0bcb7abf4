"""The type of our papers: what the font covers, and where Japanese text is broken into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.papers.fonts import clusters, uncovered, width
from handlers.papers.lines import NOT_FIRST, NOT_LAST, broken, broken_name, fitting

KATSU = "葛\U000e0100"  # 葛 as in 葛城市, with 人 inside
NABE = "邉\U000e0101"


class TestFonts:
    @pytest.mark.parametrize("name", ["𠮷野 髙子", f"{KATSU}城", f"渡{NABE}", "﨑 德 濵 彅", "Müller-José", "ｱｲ　㈱"])
    def test_names_that_can_be_printed(self, name: str) -> None:
        assert uncovered(name) == ()

    @pytest.mark.parametrize(
        ("text", "lacking"),
        [
            ("\U00031350田", ("\U00031350",)),
            ("邉\U000e0110", ("邉\U000e0110",)),
            ("葛\U000e0100\U000e0100", ("葛\U000e0100\U000e0100",)),
            ("\U000e0100葛", ("\U000e0100",)),
            ("か\u3099", ("\u3099",)),
            ("見\u200b本\n", ("\u200b", "\n")),
            ("🩺と🩺", ("🩺",)),
        ],
    )
    def test_what_cannot_be_printed_is_named_once(self, text: str, lacking: tuple[str, ...]) -> None:
        assert uncovered(text) == lacking

    @given(st.text())
    def test_clusters_lose_nothing(self, text: str) -> None:
        assert "".join(clusters(text)) == text

    def test_a_selector_takes_no_room(self) -> None:
        assert width(f"{KATSU}城", 10) == width("葛城", 10) == pytest.approx(20 * 25.4 / 72)


JAPANESE = st.text(alphabet="高血圧のガイドラインッャーｅ、。」）・「（『ABC e-12\u3000" + KATSU[1], max_size=60)


class TestLines:
    @given(JAPANESE, st.integers(min_value=10, max_value=60))
    def test_no_line_is_too_wide_and_no_character_is_lost(self, text: str, room: int) -> None:
        lines = broken(text, 9, room)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(width(line, 9) <= room for line in lines)

    @pytest.mark.parametrize("room", range(20, 80))
    def test_kinsoku(self, room: int) -> None:
        text = (
            "「かかりつけ医」のための、（糖尿病）診療アップデート・チーム医療。いま『診療所』でできること、そのっと。"
        )
        lines = broken(text, 9, room)
        assert len(lines) > 1
        assert not any(line[0] in NOT_FIRST for line in lines)
        assert not any(line[-1] in NOT_LAST for line in lines)

    def test_words_stay_whole_where_they_fit(self) -> None:
        assert broken("医療安全とチーム医療", 9, 20) == ("医療安全と", "チーム医療")
        assert broken("long-term follow-up", 9, 20) == ("long-term", "follow-up")

    def test_a_word_wider_than_the_column_is_broken(self) -> None:
        assert "".join(broken("コミュニケーション", 9, 20)) == "コミュニケーション"
        assert len(broken("a" * 40, 9, 20)) > 1

    def test_the_last_line_is_no_single_character(self) -> None:
        assert broken("高血圧治療の実際", 9, 7 * 9 * 25.4 / 72) == ("高血圧治療", "の実際")

    def test_a_variant_stays_with_its_character(self) -> None:
        assert broken(KATSU * 4, 9, 7) == (KATSU * 2, KATSU * 2)

    def test_a_name_is_broken_at_its_spaces(self) -> None:
        assert broken_name("アナ・マリア 見本", 9, 25) == ("アナ・マリア", "見本")

    @pytest.mark.parametrize("text", ["", " ", "\u3000"])
    def test_no_text_is_no_line(self, text: str) -> None:
        assert broken(text, 9, 20) == ()

    def test_fitting(self) -> None:
        assert fitting("一" * 5, 22, 12, 100) == 22
        assert 12 < fitting("一" * 15, 22, 12, 100) < 22
        assert width("一" * 15, fitting("一" * 15, 22, 12, 100)) == pytest.approx(100)
        assert fitting("一" * 90, 22, 12, 100) == 12
