"""What is typed clumsily where a code or a course is meant: kana of any width, numbers that are no code, kanji."""

from datetime import datetime

import pytest

from content.refusals import NoSuchCode
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests import samples
from tests.student import Student
from tests.talk import Talk

PRESSURE = "高血圧（CC 74・1単位）"
SMOKING = "禁煙ガイドライン 1 から 84 まで（CC 82・1単位）"
NO_SUCH_CODE = "カリキュラムコードは0から83までです。記録に変更はありません。番号をご確認ください。"


@pytest.fixture
def talk(sessions: Sessions, house: House, now: datetime) -> Talk:
    student = Student(sessions, house, now)
    student.given(
        samples.course("hypertension", "高血圧", 74),
        samples.course("smoking", "禁煙ガイドライン 1 から 84 まで", 82),
        samples.course("professional", "プロフェッショナリズム", 1),
    )
    return student.talk


@pytest.mark.parametrize("way", ["", "/search "])
@pytest.mark.parametrize(
    ("every", "found"),
    [
        (("74", "７４", "CC-74", "ｃｃ・74", "七十四", "七四", "ＣＣ七十四"), PRESSURE),
        (("ｺｳｹﾂｱﾂ", "コウケツアツ", "こうけつあつ"), PRESSURE),
        (("ｶﾞｲﾄﾞﾗｲﾝ", "がいどらいん", "カ\u3099イト\u3099ライン", "84"), SMOKING),
    ],
)
def test_what_is_meant_is_found(talk: Talk, way: str, every: tuple[str, ...], found: str) -> None:
    for said in every:
        talk.says(f"{way}{said}")
        assert talk.lines[0] == f"<b>{found}</b>", said


@pytest.mark.parametrize("way", ["", "/search "])
@pytest.mark.parametrize(
    ("every", "why"),
    [
        (("85", "-1", "－１", "ｰ1", "八十五", "CC 999", "999999999"), NO_SUCH_CODE),
        (("七十六", "76"), "CC 76「糖尿病」には、現在コンテンツがありません。"),
        (("ﾒﾏｲ", "めまい"), "CC 31「めまい」には、現在コンテンツがありません。"),
    ],
)
def test_why_nothing_is_found(talk: Talk, way: str, every: tuple[str, ...], why: str) -> None:
    for said in every:
        talk.says(f"{way}{said}")
        assert talk.lines[1] == why, said
        assert talk.lines[-1] == "別の言葉で検索するか、下のボタンからお探しください。"
        assert talk.labels[0] == ["講座を探す", "コードを見る"]


@pytest.mark.parametrize(
    ("command", "title"), [("/courses", "高血圧（CC 74・1単位）"), ("/codes", "CC 74 高血圧症　コンテンツ一覧")]
)
def test_a_code_by_command(talk: Talk, command: str, title: str) -> None:
    for said in ("74", "７４", "CC-74", "七十四", "ＣＣ・七四", "0074"):
        talk.says(command)
        assert talk.lines[0] == "<b>カリキュラムコード別一覧</b>"
        talk.says(f"{command} {said}")
        assert talk.lines[0] == f"<b>{title}</b>", said


@pytest.mark.parametrize("command", ["/courses", "/codes"])
def test_no_code_by_command(talk: Talk, command: str) -> None:
    for said in ("84", "８４", "-1", "－１", "−1", "ー1", "八十四", "7.4", "74.5", "1-2", "9" * 4000):
        with pytest.raises(NoSuchCode):
            talk.says(f"{command} {said}")


def test_in_english(talk: Talk) -> None:
    talk.language = "en"
    talk.says("-1")
    assert talk.lines[1] == "Curriculum codes run from 0 to 83. Nothing was changed. Please check the number."
