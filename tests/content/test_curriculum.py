"""The 84 codes, and finding one of them."""

from importlib import resources

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content import curriculum
from content.curriculum import Code, UnknownCode, number_in
from content.text.folding import fold, is_reading

CODES = curriculum.load()


def test_there_are_84_codes_in_order() -> None:
    assert [code.number for code in CODES.codes] == list(range(84))
    assert (CODES.name, CODES.edition) == ("日本医師会生涯教育カリキュラム<2016>", "2022年4月版")


def test_names_are_whole_and_different() -> None:
    for names in ([code.ja for code in CODES.codes], [code.en for code in CODES.codes]):
        assert len(set(names)) == 84
        assert all(name and name == name.strip() for name in names)


def test_a_code_by_its_number() -> None:
    assert CODES.code(74) == Code(74, "高血圧症", "Hypertension", "こうけつあつしょう")
    assert CODES.code(0).ja == "その他"
    assert CODES.code(4).ja == "医師－患者関係とコミュニケーション"
    assert CODES.code(83).ja == "相補・代替医療（漢方医療を含む）"


@pytest.mark.parametrize("number", [-1, 84, 740])
def test_a_number_that_is_no_code(number: int) -> None:
    with pytest.raises(
        UnknownCode, match=f"^{number} is no curriculum code: the codes of this edition run from 0 to 83$"
    ):
        CODES.code(number)


def test_the_origin_of_each_name_is_kept_beside_it() -> None:
    text = resources.files("content").joinpath("curriculum.yaml").read_text(encoding="utf-8")
    origins = {row["code"]: row["src"] for row in yaml.safe_load(text)["codes"]}
    assert {code for code, origin in origins.items() if origin == "guide"} == {*range(11), *range(72, 84)}
    assert {code for code, origin in origins.items() if origin == "public"} == {20, 29, 69}
    assert {code for code, origin in origins.items() if origin == "unverified"} == set(range(11, 72)) - {20, 29, 69}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("74", [74]),
        ("７４", [74]),
        ("074", [74]),
        ("CC74", [74]),
        ("cc 74", [74]),
        ("ＣＣ・７４", [74]),
        ("カリキュラムコード74", [74]),
        ("0", [0]),
        ("83", [83]),
        ("84", []),
        ("-1", []),
        ("CC-74", [74]),
        ("CC：74", [74]),
        ("「７４」", [74]),
        ("#74。", [74]),
        ("7.4", []),
        ("七十四", [74]),
        ("七四", [74]),
        ("七〇", [70]),
        ("二十", [20]),
        ("十", [10]),
        ("十一", [11]),
        ("八十四", []),
        ("十十", []),
        ("高血圧", [74]),
        ("めまい", [31]),
        ("メマイ", [31]),
        ("ﾒﾏｲ", [31]),
        ("けいれん", [35]),
        ("ケイレン", [35]),
        ("ﾁｰﾑ医療", [10]),
        ("臨床 倫理", [2]),
        ("hypertension", [74]),
        ("ＨＹＰＥＲＴＥＮＳＩＯＮ", [74]),
        ("医療倫理", [2, 3]),
        ("", []),
        ("・", []),
        (" ", []),
        ("喘息", [79]),
        ("喘息74", []),
    ],
)
def test_searching(text: str, numbers: list[int]) -> None:
    assert [code.number for code in CODES.matching(text)] == numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("84", 84),
        ("-1", -1),
        ("－ １", -1),
        ("ｰ1", -1),
        ("(-1)", -1),
        ("九十九", 99),
        ("999999999", 999_999_999),
        ("1234567890", None),
        ("一", None),
        ("CC", None),
        ("", None),
        ("七十四歳", None),
        ("一二三四五六七八九〇", None),
    ],
)
def test_a_number_as_a_code_is_written(text: str, number: int | None) -> None:
    assert number_in(text) == number


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = number_in(text)
    assert number is None or -(10**9) < number < 10**9


@pytest.mark.parametrize(
    ("text", "alone"), [("ｺｳｹﾂｱﾂ", True), ("こうけつ　あつ", True), ("高血圧", False), ("ａ", False), ("", False)]
)
def test_a_reading_is_in_kana_alone(text: str, alone: bool) -> None:
    assert is_reading(text) is alone


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ｶﾞﾝ", "がん"),
        ("ヴ", "ゔ"),
        ("高橋", "髙橋"),
        ("吉田", "𠮷田"),
        ("ＨｂＡ１ｃ", "HbA1c"),
        ("㍻", "平成"),
    ],
)
def test_folding_makes_alike(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


@pytest.mark.parametrize(("one", "other"), [("は", "ば"), ("や", "ゃ"), ("病院", "医院"), ("ヵ", "力")])
def test_folding_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
