"""Whatever a phone's keyboard puts around a right input, or writes it with, it stays right; a wrong one stays wrong."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from content import curriculum
from content.access import login_id
from content.attendance import checkin
from content.declarations import declaring
from content.refusals import BadPeriod
from content.rules import Rulebook
from content.text import dating, periods
from content.text.folding import fold, plain
from handlers.incoming import command

TODAY = date(2026, 11, 22)
RULES = Rulebook().at(TODAY)

WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
DASHES = "-－‐‑‒–—−ー─ｰ⁃˗"
BLANKS = ["", " ", "\u3000", "\u00a0", "\t", "\n", "\u2003", "\u200b", "\ufeff", "\u2060", "\u00ad"]
AROUND = [
    ("", ""),
    ("「", "」"),
    ("『", "』"),
    ("（", "）"),
    ("“", "”"),
    ('"', '"'),
    ("【", "】"),
    ("＜", "＞"),
    ("", "」"),
]
BEHIND = ["", "。", "．", "、", "！", "・", "…", "？", "。。"]


@st.composite
def decorated(draw: st.DrawFn, text: str, *, blanks_inside: bool = True) -> str:
    """The text as some phone writes it: wide letters, other dashes, blanks and invisible signs, quotation marks."""
    inside = st.sampled_from(BLANKS if blanks_inside else ["", "\u200b", "\ufeff"])
    out = ""
    for sign in text:
        if sign == "-":
            sign = draw(st.sampled_from(DASHES))
        elif sign in WIDE and draw(st.booleans()):
            sign = WIDE[sign]
        out += sign + draw(inside)
    before, after = draw(st.sampled_from(AROUND))
    outside = st.sampled_from(BLANKS)
    return draw(outside) + before + out + after + draw(st.sampled_from(BEHIND)) + draw(outside)


codes = st.text(checkin.ALPHABET, min_size=checkin.LENGTH, max_size=checkin.LENGTH)
days = st.dates(date(2019, 5, 1), TODAY)
numbers = st.integers(0, 83)


@given(st.data(), codes)
def test_a_check_in_code(data: st.DataObject, code: str) -> None:
    grouped = data.draw(st.sampled_from([code, code.lower(), f"{code[:4]}-{code[4:]}"]))
    assert checkin.normal(data.draw(decorated(grouped))) == code


@given(st.text(), codes)
def test_no_other_text_becomes_a_code(text: str, code: str) -> None:
    """Only the signs of the text itself, in their order."""
    found = checkin.normal(text)
    assert not found or [one for one in fold(text).upper() if one != "ー"] == list(found)
    assume(code[1:] != code[:-1])
    assert checkin.normal(code[1:] + code[:1]) != code
    assert checkin.normal(code[:-1]) == checkin.normal(code + "2") == ""


def written(day: date) -> list[str]:
    names = "月火水木金土日"
    japanese = f"{day.year}年{day.month}月{day.day}日"
    weekday = names[day.weekday()]
    return [
        *(f"{day.year}{sign}{day.month}{sign}{day.day}" for sign in "-/."),
        *(day.isoformat(), f"{day:%Y%m%d}", japanese),
        *(japanese + form for form in (f"({weekday})", f"({weekday}曜日)", f"({weekday}・祝)", f"{weekday}曜日")),
    ]


@given(st.data(), days)
def test_a_day(data: st.DataObject, day: date) -> None:
    text = data.draw(decorated(data.draw(st.sampled_from(written(day))), blanks_inside=False))
    assert dating.day_written(text, TODAY, date(2019, 4, 1)) == day


@given(st.text("0123456789-/.年月日（）火曜。「」・ー \u200b", max_size=20))
def test_no_other_text_becomes_a_day(text: str) -> None:
    """The digits of a day that was read are those that were typed; a month or a day may have lost its zero."""
    try:
        day = dating.day_written(text, TODAY, date(2026, 4, 1))
    except ValueError:
        return
    typed = "".join(one for one in text if one.isdigit())
    ends = [f"{month}{at}" for month in (day.month, f"{day.month:02}") for at in (day.day, f"{day.day:02}")]
    assert typed in [*ends, *(f"{day.year:04}{end}" for end in ends)]


@given(st.data(), days, days)
def test_a_period(data: st.DataObject, one: date, other: date) -> None:
    first, last = sorted((one, other))
    between = data.draw(st.sampled_from(["-", "~", "〜", "～", "ー", "から", " ", "\u3000", " to "]))
    text = data.draw(st.sampled_from(written(first)[:3])) + between + data.draw(st.sampled_from(written(last)[:3]))
    said = data.draw(decorated(text, blanks_inside=False).filter(lambda said: len(said) <= periods.LONGEST))
    assert periods.written(said, TODAY) == periods.Period(first, last)


@given(st.text("0123456789-/.年月日ー~から \u200b", max_size=30))
def test_no_other_text_becomes_a_period(text: str) -> None:
    try:
        found = periods.written(text, TODAY)
    except BadPeriod:
        return
    typed = "".join(one for one in text if one.isdigit())
    shortest, longest = (
        "".join(form.format(day) for day in (found.first, found.last))
        for form in ("{0.year:04}{0.month}{0.day}", "{0:%Y}{0:%m}{0:%d}")
    )
    assert typed.replace("0", "") == shortest.replace("0", "") == longest.replace("0", "")


@given(st.data(), numbers, st.sampled_from(["", "CC", "cc ", "CC-", "カリキュラムコード"]))
def test_a_curriculum_code(data: st.DataObject, number: int, before: str) -> None:
    text = data.draw(decorated(f"{before}{number}", blanks_inside=False))
    assert curriculum.number_in(text) == number
    assert [code.number for code in declared(text)] == [number]


def declared(text: str) -> Any:
    found = declaring.codes(text)
    return () if isinstance(found, declaring.Slip) else found


@given(st.data(), st.integers(1, 2), st.booleans())
def test_units(data: st.DataObject, whole: int, named: bool) -> None:
    text = data.draw(decorated(f"{whole}.5" + ("単位" if named else ""), blanks_inside=False))
    assert declaring.units(text, RULES) == declaring.half_units(2 * whole + 1, RULES)


@pytest.mark.parametrize("text", [".5", "．５", "「.5」", ".5単位。"])
def test_half_a_unit_is_not_five(text: str) -> None:
    assert declaring.units(text, RULES) == declaring.units("0.5", RULES)


@given(st.data(), st.from_regex(r"[1-9][0-9]{9}|[a-z]{3,8}[0-9]{0,3}", fullmatch=True))
def test_a_login_id(data: st.DataObject, login: str) -> None:
    assert login_id.read(data.draw(decorated(login))).text == login


@st.composite
def mistyped(draw: st.DrawFn, login: str) -> str:
    """The ID with one sign that is missing, doubled or another one."""
    at = draw(st.integers(0, len(login) - 1))
    before, sign, after = login[:at], login[at], login[at + 1 :]
    other = draw(st.sampled_from("0123456789abco").filter(lambda one: one != sign))
    return before + draw(st.sampled_from(["", sign + sign, other])) + after


@given(st.data(), st.from_regex(r"[1-9][0-9]{9}", fullmatch=True))
def test_a_slip_in_a_login_id_is_not_mended(data: st.DataObject, login: str) -> None:
    """Nothing is filled up, cut off or guessed: it is looked up as it was typed."""
    slip = data.draw(mistyped(login))
    assert login_id.read(data.draw(decorated(slip))).text == slip


@given(st.data(), st.sampled_from(["search", "courses", "erase_me", "checkin"]))
def test_a_command(data: st.DataObject, name: str) -> None:
    word = "".join(data.draw(st.sampled_from([one, one.upper(), WIDE.get(one, one)])) for one in name)
    before = data.draw(st.sampled_from(["", "\u200b", "\ufeff", " ", "\u3000"]))
    slash, bot = data.draw(st.sampled_from("/／")), data.draw(st.sampled_from(["", "@tani_bot"]))
    blank = data.draw(st.sampled_from([" ", "\u3000", "\u00a0", "\n", "\r\n", "\t", " \u200b "]))
    assert command(before + slash + word + bot + blank + "高血圧 1") == (name, "高血圧 1")
    assert command(before + slash + word + bot + blank) == (name, "")
    assert command(before + slash + word + bot + "。") == (name, "")


@given(st.text())
def test_no_other_text_becomes_a_command(text: str) -> None:
    assume(not plain(text).startswith("/"))
    assert command(text) is None


@pytest.mark.parametrize(
    "text", ["search", "・/search", "高血圧 /search", "//search", "/", "／", "/高血圧", "/ search", ""]
)
def test_what_is_no_command(text: str) -> None:
    assert command(text) is None


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=30))
def test_what_a_keyboard_of_letters_types_is_read_alike_alone_and_among_others(text: str) -> None:
    assert plain(text) == plain(f"あ{text}あ")[1:-1].strip()


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("11ー3", "11-3"),
        ("コレステロール", "コレステロール"),
        ("ーー1", "--1"),
        ("Ａー１", "A-1"),
        ("〜", "~"),
        ("2⃣", "2⃣"),
        ("a\u3164b", "a b"),
        ("\u202e12\u202c", "12"),
    ],
)
def test_dashes_blanks_and_what_is_not_seen(typed: str, becomes: str) -> None:
    assert plain(typed) == becomes
