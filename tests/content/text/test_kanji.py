"""Old and new forms of kanji, as names are searched."""

import unicodedata

import pytest

from content.text.folding import fold
from content.text.kanji import SAME, groups


def test_each_form_is_in_one_group() -> None:
    forms = [form for group in groups() for form in group]
    assert len(forms) == len(set(forms))
    assert len(SAME) == len(forms) - len(groups())


def test_no_form_is_made_another_by_unicode_itself() -> None:
    assert not [form for group in groups() for form in group if unicodedata.normalize("NFKC", form) != form]


def test_every_form_is_a_kanji() -> None:
    assert not [form for group in groups() for form in group if "IDEOGRAPH" not in unicodedata.name(form)]


@pytest.mark.parametrize(
    "same",
    [
        ("斉藤", "斎藤", "齊藤", "齋藤"),
        ("富田", "冨田"),
        ("広瀬", "廣瀬", "廣瀨"),
        ("渡辺", "渡邊", "渡邉", "渡邉\U000e0101"),
        ("高橋", "髙橋", "高槗"),
        ("山崎", "山﨑", "山嵜"),
        ("浜田", "濱田", "濵田"),
        ("沢田", "澤田"),
        ("島田", "嶋田", "嶌田"),
        ("桜井", "櫻井"),
        ("国分", "國分"),
        ("滝沢", "瀧澤"),
        ("佐々木", "佐佐木"),
        ("鎌ヶ谷", "鎌ケ谷", "鎌ｹ谷"),
        ("吉田", "𠮷田"),
        ("神谷", "神谷"),
    ],
)
def test_forms_of_one_name(same: tuple[str, ...]) -> None:
    assert len({fold(name) for name in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("富田", "福田"), ("渡辺", "渡部"), ("斉藤", "佐藤"), ("堀", "掘"), ("坂", "阪"), ("々", "木"), ("川", "河")],
)
def test_other_names_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)
