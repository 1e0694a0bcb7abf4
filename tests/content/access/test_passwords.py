"""Which passwords can be chosen. Japanese and English keyboards, both sides of every length."""

from datetime import date

import pytest

from content.access.passwords import (
    LONGEST,
    Known,
    Reason,
    as_digits,
    faults,
    initial,
    is_guessable,
    may_be_one,
    normal,
)

AOI = Known(date(1972, 2, 4), ("1000000001", "M2026-0001", "300001"))
NOBODY = Known(date(1972, 2, 4), ("", "", ""))


def first(password: str, known: Known = AOI) -> Reason | None:
    return next(iter(faults(password, known, 8)), None)


@pytest.mark.parametrize(
    "password",
    [
        "kamo-river-88",
        "correct horse battery staple",
        "さくら満開の丘へゆく",
        "x7#Kq!2v",
        "dogs!?#$",
        "★○●◎☆△▲□",
        "3000 steps a day",
        "1972 was a leap year",
        "e" + "kamo" * 16 + "!",
    ],
)
def test_good_ones(password: str) -> None:
    assert faults(password, AOI, 8) == ()
    assert not is_guessable(password)


@pytest.mark.parametrize(("password", "short"), [("x7#Kq!2", True), ("x7#Kq!2v", False), ("あいだの川辺", True)])
def test_eight_characters(password: str, short: bool) -> None:
    assert (first(password) is Reason.SHORT) is short


def test_a_sign_that_stands_for_several_is_one_character() -> None:
    assert first("㍿㌔㌢") is Reason.SHORT


def test_an_accent_typed_apart_is_no_character_of_its_own() -> None:
    assert first("cafe\u0301x9!") is Reason.SHORT
    assert first("cafe\u0301x9!q") is None


@pytest.mark.parametrize(("length", "found"), [(LONGEST, None), (LONGEST + 1, Reason.LONG)])
def test_long_ones_are_welcome(length: int, found: Reason | None) -> None:
    phrase = "the quick brown fox and seven physicians "
    assert first((phrase * 10)[:length].strip().ljust(length, "z")) is found


@pytest.mark.parametrize(
    "password",
    [
        "19720204",
        "１９７２０２０４",
        "1972/02/04",
        "1972.2.4",
        "72-02-04",
        "1972年2月4日",
        "昭和47年2月4日",
        "昭和４７年２月４日",
        "S47.02.04",
        "s470204!",
        "470204xy",
        "02041972",
        "04/02/1972",
        "04.02.72",
        "720204aa",
        "Dr720204",
        "my720204river",
    ],
)
def test_the_birth_date_in_any_usual_form(password: str) -> None:
    assert first(password) is Reason.BIRTH_DATE


@pytest.mark.parametrize(
    ("day", "era", "taken"),
    [
        (date(1989, 1, 7), "昭和64年1月7日", True),
        (date(1989, 1, 8), "平成1年1月8日です", True),
        (date(1989, 1, 8), "昭和64年1月8日", False),
        (date(1926, 12, 24), "大正15年12月24日", True),
        (date(1926, 12, 25), "昭和1年12月25日", True),
        (date(1912, 7, 29), "明治45年7月29日", False),
        (date(2019, 5, 1), "令和1年5月1日です", True),
    ],
)
def test_the_years_of_eras(day: date, era: str, taken: bool) -> None:
    assert (first(era, Known(day, ())) is Reason.BIRTH_DATE) is taken


@pytest.mark.parametrize(
    "password",
    ["1000000001", "m1000000001", "10-0000-0001", "m2026-0001", "Ｍ２０２６ー０００１!", "300001ab", "ab-300001"],
)
def test_own_numbers(password: str) -> None:
    assert first(password) is Reason.OWN_NUMBER


def test_a_short_account_name_is_refused_as_a_whole_but_may_stand_in_a_phrase() -> None:
    account = Known(date(1980, 1, 1), ("oitama",))
    assert first("oitama2026", account) is Reason.OWN_NUMBER
    assert first("oita2026", Known(date(1980, 1, 1), ("oita",))) is Reason.OWN_NUMBER
    assert first("from oita to beppu", Known(date(1980, 1, 1), ("oita",))) is None


def test_numbers_that_are_not_known_refuse_nothing() -> None:
    assert first("kamo-river-88", NOBODY) is None


@pytest.mark.parametrize(
    "password",
    [
        "password",
        "Password1",
        "P@ssw0rd!",
        "Pa$$w0rd2026",
        "ｐａｓｓｗｏｒｄ",
        "パスワード１２３",
        "sakura2026",
        "Ishikai!!",
        "12345678",
        "87654321",
        "1234567890",
        "abcdefgh",
        "qwertyuiop",
        "qwerty123456",
        "1qaz2wsx",
        "zaq12wsx",
        "asdfghjkl;",
        "!@#$%^&*",
        "aaaaaaaa",
        "あああああああああ",
        "12121212",
        "abcabcab",
        "20262026",
        "--------",
        "a!!!!!!!",
    ],
)
def test_common_ones(password: str) -> None:
    assert first(password, NOBODY) is Reason.COMMON or is_guessable(password)


@pytest.mark.parametrize("password", ["liverpool", "q1w2e3r4t5", "11223344", "iloveyou2", "trustno1!"])
def test_what_is_common_elsewhere_is_guessed(password: str) -> None:
    assert is_guessable(password)


@pytest.mark.parametrize(("signs", "asked"), [("4@8({[<369", True), ("4@8({[<3691", False)])
def test_signs_that_have_too_many_readings_are_not_read(
    signs: str, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []

    def judging(text: str) -> dict[str, int]:
        judged.append(text)
        return {"score": 4}

    monkeypatch.setattr("content.access.passwords.zxcvbn", judging)
    assert not is_guessable(signs)
    assert judged == [signs] * asked


@pytest.mark.parametrize(
    "typed",
    [
        "kamo—river’s 88",
        "kamo--river's 88",
        "kamo-river's 88 ",
        "ｋａｍｏーriver'ｓ　88",
        "kamo–river‘s 88",
        "kamo−river's 88",
    ],
)
def test_what_a_keyboard_changes_is_the_same_password(typed: str) -> None:
    assert normal(typed) == "kamo-river's 88"


def test_a_leading_slash_would_be_a_command() -> None:
    assert first("/kamo-river-88") is Reason.COMMAND
    assert first("kamo/river/88") is None


def test_the_width_of_the_keyboard_makes_no_other_password() -> None:
    assert normal("ｋａｍｏ－８８") == normal("kamo-88")
    assert normal("cafe\u0301") == normal("café")
    assert normal("Kamo") != normal("kamo")


def test_the_initial_password_is_the_guide_s() -> None:
    assert initial(date(1972, 2, 4)) == "720204"
    assert initial(date(2000, 12, 31)) == "001231"


@pytest.mark.parametrize("typed", ["720204", "７２０２０４", "72-02-04", "72 02 04", " 720204 "])
def test_digits_as_typed(typed: str) -> None:
    assert as_digits(typed) == "720204"


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        ("720204", True),
        ("７２ー０２ー０４", True),
        ("19720204", True),
        ("1972/02/04", True),
        ("72020", False),
        ("7202044", False),
        ("1000000001", False),
        ("kamo-river-88", True),
        ("kamo-r8", False),
        ("kamo-ri8", True),
        ("hypertension", False),
        ("kamo river 88", False),
        ("高血圧について", False),
        ("", False),
    ],
)
def test_what_has_the_form_of_a_password(typed: str, may_be: bool) -> None:
    assert may_be_one(typed) is may_be
